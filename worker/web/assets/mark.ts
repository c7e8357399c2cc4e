// The registry's mark: two lungs, one known and one unknown, in the colour of the text around it.

/** Shapes in a square of 32 units. */
export const MARK =
  '<g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round">' +
  '<path d="M16 3v8M16 11l-3 3M16 11l3 3"></path>' +
  '<path fill="currentColor" d="M12.4 8.6C8 9.6 3.4 16.6 3.4 23.4c0 4 2.6 5.4 5.6 4.6 3-.8 4.4-2.6 4.4-6.4v-6z"></path>' +
  '<path stroke-dasharray="3.6 4.2" d="M19.6 8.6C24 9.6 28.6 16.6 28.6 23.4c0 4-2.6 5.4-5.6 4.6-3-.8-4.4-2.6-4.4-6.4v-6z"></path>' +
  '</g>'
