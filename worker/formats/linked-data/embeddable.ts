import { unicodeEscape } from '../unicode-escape.ts'

/** In a page's `<script>` nothing may end it or begin another (JSON-LD 1.1, 7.1); in JSON a `<` only stands in strings. */
export const embeddable = (json: string): string => json.replaceAll('<', unicodeEscape)
