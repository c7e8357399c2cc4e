/** The escape of a character below U+10000, which JSON and Turtle share. */
export const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
