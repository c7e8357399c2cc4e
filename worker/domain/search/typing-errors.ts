// Words that are one typing error apart: a letter too many, missing or wrong, or two neighbours swapped (one step of
// the optimal string alignment distance). By symmetric deletion: both words, each with one letter left out, meet in a
// common form (Wolf Garbe's SymSpell, 2012). Keeping the place and the letter left out makes the meeting exact.

/** A word with the letter at `at` left out; -1 and no letter for the word itself. */
export interface WordForm {
  readonly form: string
  readonly at: number
  readonly letter: string
}

/** Shorter words have too many neighbours to be worth guessing. */
const SHORTEST_GUESSED = 5
/** Of the words that may be meant: the trigger `words_follow` counts the same. */
const SHORTEST_MEANT = SHORTEST_GUESSED - 1

/** Whether a word may be taken for another: never a short one, nor what has a digit. */
export const isGuessable = (word: string): boolean => word.length >= SHORTEST_GUESSED && !/\d/.test(word)

/** The word and all its forms. Long words are compared by their first 40 letters' places like any other. */
export function wordForms(word: string): WordForm[] {
  const letters = [...word]
  const whole = { form: word, at: -1, letter: '' }
  if (letters.length < SHORTEST_MEANT) return [whole]
  return [whole, ...letters.map((letter, at) => ({ form: letters.toSpliced(at, 1).join(''), at, letter }))]
}

/** Whether two forms that read the same come from words one error apart; the query in registry/matching.ts says the same in SQL. */
export function formsMeet(a: WordForm, b: WordForm): boolean {
  if (a.form !== b.form) return false
  // One of them is a whole word: the other has one letter more.
  if (a.at === -1 || b.at === -1) return true
  // The same place: a wrong letter. Neighbours with the same letter left out: a swap.
  return a.at === b.at || (Math.abs(a.at - b.at) === 1 && a.letter === b.letter)
}
