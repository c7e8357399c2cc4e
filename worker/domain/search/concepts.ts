// What runs of words mean, in English and German: a data type, a licence, a way of access, or other words for the same.
// Words are folded as search folds them.

import type { Measure } from '../../../schema/record/filters.ts'
import { DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { COUNTRY_PHRASES } from './country-phrases.ts'
import { formsMeet, isGuessable, wordForms } from './typing-errors.ts'

/** A data type, an order, or what a record is looked for by instead of the words themselves: a tag, or the beginnings of words. */
export type Concept =
  | { readonly dataType: DataTypeKey }
  | { readonly sort: Measure }
  | { readonly tag: string }
  | { readonly beginnings: readonly string[] }

/** Tags are words of the index that nobody can type: they begin with a colon. */
export const tagOf = (name: string) => `:${name.replace(/[^a-z0-9]/gi, '').toLowerCase()}`
export const accessTag = (access: string) => tagOf(`access${access}`)
/** Of the part of a Creative Commons licence's name. */
export const partTag = (part: string) => tagOf(`licencepart${part}`)
/** Of a record that states no licence. */
export const WITHOUT_LICENCE = tagOf('licenceunknown')
export const CREATIVE_COMMONS = tagOf('licencecc')
export const COMMERCIAL = tagOf('commercial')
export const NON_COMMERCIAL = tagOf('noncommercial')

const PHRASES: readonly (readonly [Concept, string])[] = [
  [
    { tag: accessTag('open') },
    'open|open access|openly accessible|openly available|open data|freely available|freely accessible|free access|' +
      'free download|free|freely|frei|kostenlos|frei zuganglich|frei verfugbar|offen|offen zuganglich|' +
      'without login|without registration|no login|no registration|no login required|no registration required|no login needed|no registration needed|ohne anmeldung|ohne registrierung',
  ],
  [
    { tag: accessTag('login') },
    'login|log in|login required|after login|nach anmeldung|mit anmeldung|anmeldung|account required',
  ],
  [
    { tag: accessTag('registration') },
    'registration|register|registration required|registrierung|nach registrierung',
  ],
  [
    { tag: accessTag('application') },
    'application|on application|upon application|on request|upon request|by request|auf antrag|antrag|auf anfrage',
  ],
  [
    { tag: accessTag('agreement') },
    'agreement|data use agreement|use agreement|dua|nutzungsvereinbarung|vereinbarung',
  ],
  [
    { tag: COMMERCIAL },
    'commercial|commercial use|commercially|for commercial use|commercially usable|free to use|kommerziell|' +
      'kommerzielle nutzung|kommerzielle zwecke|kommerziell nutzbar|commercial purposes|frei nutzbar|frei verwendbar',
  ],
  [
    { tag: NON_COMMERCIAL },
    'non commercial|noncommercial|non commercial use|not commercial|no commercial use|research only|research use|' +
      'research use only|nicht kommerziell|nichtkommerziell|nur forschung|nur fur forschung',
  ],
  [{ tag: accessTag('view_only') }, 'view only|viewing only|nur ansehen|nur zum ansehen|nur ansicht'],
  [
    { tag: WITHOUT_LICENCE },
    'no license|no licence|without license|without licence|without a license|without a licence|without any license|' +
      'without any licence|no stated license|no stated licence|no license stated|no licence stated|no license given|' +
      'no licence given|license not stated|licence not stated|license unknown|licence unknown|unknown license|' +
      'unknown licence|missing license|missing licence|license missing|licence missing|unlicensed|unlicenced|' +
      'ohne lizenz|ohne lizenzangabe|ohne angabe der lizenz|ohne angabe einer lizenz|ohne angegebene lizenz|keine lizenz|' +
      'keine lizenz angegeben|keine lizenzangabe|lizenz unbekannt|lizenz fehlt|fehlende lizenz|unbekannte lizenz|' +
      'lizenz nicht angegeben|unlizenziert',
  ],
  [
    { sort: 'images' },
    'largest|biggest|most images|most scans|most pictures|grosste|grossten|grosster|grosstes|grosstem|meiste bilder|' +
      'meisten bilder|meiste bildern|meisten bildern|meiste aufnahmen|meisten aufnahmen|umfangreichste',
  ],
  [
    { sort: 'patients' },
    'most patients|most cases|most people|meiste patienten|meisten patienten|meisten falle',
  ],
  [
    { sort: 'published' },
    'newest|latest|most recent|most recently published|recently published|neueste|neuesten|neuester|neuestes|neuestem|' +
      'neuste|neusten|neuster|neustes|aktuellste|aktuellsten|jungste|jungsten|zuletzt veroffentlicht',
  ],
  [{ tag: CREATIVE_COMMONS }, 'creative commons'],
  [{ tag: partTag('by') }, 'attribution|attribution required|namensnennung'],
  [{ tag: partTag('sa') }, 'share alike|sharealike|copyleft|weitergabe unter gleichen bedingungen'],
  [{ tag: partTag('nd') }, 'no derivatives|no derivs|no modifications|keine bearbeitung|keine bearbeitungen'],
  [
    { beginnings: ['report'] },
    'report|reports|radiology report|radiology reports|text reports|befund|befunde|befunden|befundtext|befundtexte|befundtexten|befundberichte',
  ],
  [
    { beginnings: ['mask', 'segment'] },
    'mask|masks|segmentation masks|maske|masken|segmentierung|segmentierungen|segmentierungsmasken',
  ],
  [
    { beginnings: ['label', 'annotat'] },
    'label|labels|labelled|labeled|annotation|annotations|annotated|annotationen|annotiert|beschriftet',
  ],
  [{ beginnings: ['bounding', 'boxes'] }, 'bounding box|bounding boxes|boxes'],
  [
    { beginnings: ['paediatric', 'pediatric', 'child'] },
    'paediatric|pediatric|paediatrics|pediatrics|child|children|kids|infants|padiatrisch|padiatrische|kinder|kindern',
  ],
  [{ beginnings: ['sever'] }, 'severe|severity|severity scores|schwere|schweregrad|schweregrade'],
  [{ beginnings: ['healthy', 'normal', 'control'] }, 'healthy|healthy controls|gesund|gesunde'],
  [{ beginnings: ['dicom', 'dcm'] }, 'dicom|dicoms|dcm'],
  [{ beginnings: ['nifti', 'nii'] }, 'nifti|niftis|nii|nii gz'],
  [{ beginnings: ['jpeg', 'jpg'] }, 'jpeg|jpg|jpegs|jpgs'],
  [{ beginnings: ['tiff', 'tif'] }, 'tiff|tif|tiffs'],
  [{ beginnings: ['png'] }, 'png|pngs'],
  [{ beginnings: ['video', 'clip'] }, 'video|videos|clip|clips|filme'],
  [
    { beginnings: ['csv', 'xlsx', 'xls'] },
    'tabular|tabular data|spreadsheet|spreadsheets|tabelle|tabellen|tabellarisch',
  ],
  [{ beginnings: ['sex', 'gender', 'demographic'] }, 'geschlecht|alter und geschlecht|demografie'],
  [{ beginnings: ['xlsx', 'xls', 'excel'] }, 'excel|xlsx|xls'],
  [{ beginnings: ['discontinued'] }, 'retired|ended|abandoned|discontinued|eingestellt|beendet'],
  [{ beginnings: ['longer'] }, 'frozen|no longer updated|unmaintained|eingefroren|nicht mehr aktualisiert'],
  [
    { beginnings: ['unreachable'] },
    'unreachable|offline|dead link|dead links|broken link|broken links|nicht erreichbar',
  ],
  [{ beginnings: ['superseded'] }, 'superseded|outdated|obsolete|abgelost|ersetzt|veraltet'],
  [{ beginnings: ['brain'] }, 'brain|gehirn|hirn'],
  [{ beginnings: ['heart', 'cardiac'] }, 'heart|cardiac|herz'],
  ...COUNTRY_PHRASES.map(([beginnings, names]) => [{ beginnings }, names.join('|')] as const),
  [{ beginnings: ['kingdom'] }, 'united kingdom'],
  [{ beginnings: ['staaten', 'usa'] }, 'united states|vereinigte staaten'],
]

const CONCEPTS: ReadonlyMap<string, Concept> = new Map<string, Concept>([
  ...PHRASES.flatMap(([concept, phrases]) => phrases.split('|').map((phrase) => [phrase, concept] as const)),
  ...DATA_TYPES.flatMap(({ key, words }) => words.map((words) => [words, { dataType: key }] as const)),
])

/** What `US` may be short for. */
export const COUNTRY_OR_TYPE = {
  usa: CONCEPTS.get('usa') ?? { beginnings: ['usa'] },
  ultrasound: { dataType: 'ultrasound' },
} as const satisfies Readonly<Record<string, Concept>>

/** The most words that a phrase has. */
const LONGEST_PHRASE = Math.max(...[...CONCEPTS.keys()].map((phrase) => phrase.split(' ').length))

/** Parts of German compounds and of words run together, around the name of a data type. */
const BEFORE = /^(?:lungen?|thorax|brust|chest|lung|covid(?:19)?|corona)/
const AFTER =
  /(?:bild(?:er|ern|daten)?|aufnahmen?|untersuchung(?:en)?|daten(?:satz|satze|satzen|bank|banken)?|scans?|videos?|befunde?|images?|imaging|pictures|serien?|thorax|dataset)$/

/** Of German adjectives and plurals. */
const ENDING = /(?<=[a-z]{4})e[mnrs]?$/

/** What a phrase of folded words means, if it means anything by itself. */
function conceptOf(phrase: string): Concept | undefined {
  const exact = CONCEPTS.get(phrase) ?? CONCEPTS.get(phrase.replace(ENDING, ''))
  if (exact !== undefined || phrase.includes(' ')) return exact
  const parts = [
    phrase.replace(AFTER, ''),
    phrase.replace(BEFORE, ''),
    phrase.replace(AFTER, '').replace(BEFORE, ''),
  ]
  for (const part of parts) {
    const concept = part === phrase ? undefined : CONCEPTS.get(part)
    if (concept && 'dataType' in concept) return concept
  }
  return undefined
}

/** What the longest phrase from a word on means, and how many words it has; one where nothing is known of it. */
export function readPhrase(
  words: readonly string[],
  at: number,
): { readonly length: number; readonly concept?: Concept; readonly dataType?: DataTypeKey } {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const concept = conceptOf(words.slice(at, at + length).join(' '))
    if (concept) return { length, concept, ...('dataType' in concept && { dataType: concept.dataType }) }
  }
  return { length: 1 }
}

/** A shorter name is too often another word that is spelt much alike. */
const SHORTEST_MISSPELT = 6

/** The names of data types that are long enough to be misspelt, by each of their forms. */
const FORMS = Map.groupBy(
  DATA_TYPES.flatMap(({ key, words }) =>
    words
      .filter((name) => name.length >= SHORTEST_MISSPELT)
      .flatMap((name) => wordForms(name).map((form) => ({ key, name, ...form }))),
  ),
  ({ form }) => form,
)

const LONGEST_MISSPELT = 1 + Math.max(...DATA_TYPES.flatMap(({ words }) => words.map((name) => name.length)))

/** The data type whose name a word or run of words is with one typing error. */
export function misspeltDataType(
  run: string,
): { readonly key: DataTypeKey; readonly name: string } | undefined {
  if (run.length < SHORTEST_MISSPELT || run.length > LONGEST_MISSPELT || !isGuessable(run)) return undefined
  for (const typed of wordForms(run)) {
    const met = FORMS.get(typed.form)?.find((named) => named.name[0] === run[0] && formsMeet(named, typed))
    if (met) return met
  }
  return undefined
}

const SHORTEST_BEGUN = 4

/** The data type that somebody has begun to type. */
export const begunDataType = (word: string): DataTypeKey | undefined =>
  word.length < SHORTEST_BEGUN
    ? undefined
    : DATA_TYPES.find(({ words }) => words.some((name) => name.startsWith(word)))?.key
