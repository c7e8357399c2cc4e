// What makes one name look like another's, and how that is said, in English; doors that speak other languages have the
// same words in those.

import { listed } from './words.ts'

/** One sign of it. `shared` are words that both have, `host` is where both have the same account, or section. */
export type Likeness =
  | { readonly kind: 'sameName' | 'sameWords' | 'nearlySame' | 'similarName' | 'sameDoi' }
  | { readonly kind: 'sharedWords'; readonly shared: readonly string[] }
  | { readonly kind: 'account' | 'section'; readonly host: string }

export const LIKENESS_WORDS = {
  sameName: 'same name',
  sameWords: 'same words in another order',
  nearlySame: 'nearly the same name',
  similarName: 'similar name',
  sameDoi: 'same DOI',
  sharedWords: (shared: readonly string[]) => `shares ${listed(shared.map((word) => `“${word}”`))}`,
  account: (host: string) => `same account on ${host}`,
  section: (host: string) => `same section on ${host}`,
}
export type LikenessWords = typeof LIKENESS_WORDS

/** To stand behind a name: "nearly the same name, same account on github.com". */
export const likenessText = (signs: readonly Likeness[], words: LikenessWords = LIKENESS_WORDS): string =>
  signs.map((sign) => signText(sign, words)).join(', ')

function signText(sign: Likeness, words: LikenessWords): string {
  switch (sign.kind) {
    case 'sharedWords':
      return words.sharedWords(sign.shared)
    case 'account':
    case 'section':
      return words[sign.kind](sign.host)
    default:
      return words[sign.kind]
  }
}
