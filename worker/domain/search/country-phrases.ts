// How people name countries in a query, in English and German. Records name theirs in both languages; what comes before
// a bar is what else their texts call it.

/** Of each country the beginnings of words in a record, and the names for it. */
export const COUNTRY_PHRASES: readonly (readonly [
  beginnings: readonly string[],
  names: readonly string[],
])[] = [
  'argentin|argentina argentinian argentinien argentinisch',
  'austral|australia australian australien australisch',
  'austria|austria austrian osterreich osterreichisch',
  'belgi|belgium belgian belgien belgisch',
  'british nhs kingdom|british uk britain grossbritannien britisch',
  'brazil|brazil brazilian brasilien brasilianisch',
  'canad|canada canadian kanada kanadisch',
  'china chinese|china chinese chinesisch',
  'denmark danish|denmark danish danemark danisch',
  'egypt|egypt egyptian agypten agyptisch',
  'france french|france french frankreich franzosisch',
  'german deutsch hannover|germany german deutschland deutsch',
  'greece greek|greece greek griechenland griechisch',
  'india indian|india indian indien indisch',
  'iran|iran iranian iranisch persian',
  'ital|italy italian italien italienisch',
  'japan|japan japanese japanisch',
  'korea|korea korean sudkorea koreanisch',
  'netherlands dutch|netherlands dutch holland niederlande niederlandisch',
  'pakistan|pakistan pakistani pakistanisch',
  'poland polish|poland polish polen polnisch',
  'portug|portugal portuguese portugiesisch',
  'russia moscow|russia russian moscow moskau russland russisch',
  'saudi|saudi',
  'spain spanish valencia|spain spanish spanien spanisch',
  'swed|sweden swedish schweden schwedisch',
  'switzerland swiss|switzerland swiss schweiz schweizer schweizerisch',
  'turk|turkey turkish turkei turkiye turkisch',
  'uganda|uganda ugandan ugandisch',
  'usa staaten america|usa america american amerika amerikanisch',
  'vietnam|vietnam vietnamese vietnamesisch',
].map((line) => {
  const [beginnings = '', names = ''] = line.split('|')
  return [beginnings.split(' '), names.split(' ')] as const
})
