import { unicodeEscape } from '../unicode-escape.ts'

/** Escapes `<`, so that JSON cannot end the `<script>` around it (JSON-LD 1.1, 7.1). JSON has `<` only in strings. */
export const embeddable = (json: string): string => json.replaceAll('<', unicodeEscape)
