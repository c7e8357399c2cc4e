import { type Card, card, text } from './message.ts'

/** A card with one sentence. */
export const notice = (sentence: string): Card => card([text(sentence)])
