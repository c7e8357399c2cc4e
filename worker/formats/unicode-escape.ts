/** A character below U+10000 by its number, as JSON and Turtle both write it. */
export const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
