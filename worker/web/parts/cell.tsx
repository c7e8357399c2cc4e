import type { Availability } from '../../../schema/vocabulary.ts'

/** What a cell of the table says: by a shape (style/parts.css) and by its word. */
export const Cell = ({ value }: { readonly value: Availability }) => (
  <span class={`cell ${value}`}>{value}</span>
)
