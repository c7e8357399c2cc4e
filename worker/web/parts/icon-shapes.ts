// The icons beside words: lines, and shapes that are filled, in a square of 16 units, in the colour of the text.

export const ICON_SHAPES = {
  yes: '<path d="M3 8.5l3.2 3.3L13 4.6"></path>',
  no: '<path d="M4 4l8 8M12 4l-8 8"></path>',
  conditional:
    '<circle cx="8" cy="8" r="5.5"></circle><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"></path>',
  unknown:
    '<path d="M5.4 6a2.6 2.6 0 1 1 3.9 2.2C8.4 8.7 8 9.2 8 10"></path><path d="M8 12.7v.2" stroke-width="2.2"></path>',
  open: '<rect x="3" y="7" width="10" height="7" rx="1.5"></rect><path d="M5.5 7V4.7a2.5 2.5 0 0 1 4.9-.6"></path>',
  locked:
    '<rect x="3" y="7" width="10" height="7" rx="1.5"></rect><path d="M5.5 7V4.8a2.5 2.5 0 0 1 5 0V7"></path>',
  size: '<path d="M8 2l6 3-6 3-6-3zM2 8.2l6 3 6-3M2 11.3l6 3 6-3"></path>',
  labels: '<path d="M2.5 2.5h5l6 6-5 5-6-6z"></path><circle cx="5.4" cy="5.4" r=".6"></circle>',
  alive: '<circle cx="8" cy="8" r="4" fill="currentColor"></circle>',
  unsure: '<circle cx="8" cy="8" r="4" stroke-dasharray="2 2"></circle>',
  ended: '<circle cx="8" cy="8" r="5"></circle><path d="M4.5 11.5l7-7"></path>',
  overlap: '<circle cx="5.8" cy="8" r="4"></circle><circle cx="10.2" cy="8" r="4"></circle>',
} as const satisfies Readonly<Record<string, string>>

export type IconName = keyof typeof ICON_SHAPES
