import type { Availability } from '../../../schema/vocabulary.ts'

/** The availability of a data type, as a word and a shape (style/parts.css). */
export const Cell = ({ value }: { readonly value: Availability }) => (
  <span class={`cell ${value}`}>{value}</span>
)
