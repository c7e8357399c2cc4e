// The icon of all pages: a table of cells, some known and some unknown.

import { staticFile } from './static-file.ts'

const CELLS = [
  '#2b7fa3',
  '#2b7fa3',
  '#b9c2c6',
  '#2b7fa3',
  '#c9772f',
  '#b9c2c6',
  '#b9c2c6',
  '#2b7fa3',
  '#2b7fa3',
]

const squares = CELLS.map((colour, i) => {
  const [x, y] = [3 + (i % 3) * 9, 3 + Math.floor(i / 3) * 9]
  return `<rect x="${x}" y="${y}" width="8" height="8" rx="1.5" fill="${colour}"/>`
}).join('')

export const icon = staticFile(
  '/icon.svg',
  'image/svg+xml',
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${squares}</svg>`,
)
