import { type Card, card, text } from './message.ts'

/** A sentence by itself: what went wrong, or what to do. */
export const notice = (sentence: string): Card => card([text(sentence)])
