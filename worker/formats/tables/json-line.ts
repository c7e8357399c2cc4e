import { unicodeEscape } from '../unicode-escape.ts'

/**
 * A value as JSON on one line. U+0085, U+2028 and U+2029 are escaped, because some readers end a line there (Unicode,
 * 5.8).
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, unicodeEscape)
}
