// Countries by their codes in ISO 3166-1 alpha-2.

import * as z from 'zod/mini'
import { once } from '../../once.ts'

export const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA ' +
  'CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA ' +
  'GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS ' +
  'MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS ' +
  'RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW ' +
  'TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

/** The code of a country, in capital letters. */
export const Country = z.string().check(z.regex(new RegExp(`^(${COUNTRIES.join('|')})$`), 'countryUnfit'))

/** The languages in which a person may write the name of a country. */
const LANGUAGES = ['en', 'de'] as const
export type CountryLanguage = (typeof LANGUAGES)[number]

function namesOf(language: CountryLanguage): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return new Map(COUNTRIES.map((code) => [code, names.of(code) ?? code]))
}

/** Cards name many, and some are drawn more than once. */
const namesIn = { en: once(() => namesOf('en')), de: once(() => namesOf('de')) }

/** "Germany"; anything that is no code of a country as it is. Names are loaded when the first is asked for. */
export const countryName = (language: CountryLanguage, code: string): string =>
  namesIn[language]().get(code) ?? code

/** What people write beside the names that Unicode's tables have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  'united states of america': 'US',
  america: 'US',
  russia: 'RU',
  'south korea': 'KR',
  'north korea': 'KP',
  iran: 'IR',
  'hong kong': 'HK',
  turkey: 'TR',
  'czech republic': 'CZ',
  holland: 'NL',
}

let codesByName: ReadonlyMap<string, string> | undefined

/** The code of a country that is written as a code, or by its name in English or German; undefined for anything else. */
export function countryCode(text: string): string | undefined {
  const name = text.trim().toLowerCase()
  const other = OTHER_NAMES[name] ?? COUNTRIES.find((code) => code.toLowerCase() === name)
  if (other !== undefined) return other
  codesByName ??= new Map(
    LANGUAGES.flatMap((language) =>
      COUNTRIES.map((code) => [countryName(language, code).toLowerCase(), code] as const),
    ),
  )
  return codesByName.get(name)
}
