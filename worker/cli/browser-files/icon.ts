// The icon of all pages. A browser draws it in its own theme, which style.css cannot reach.

import { MARK } from '../../web/assets/mark.ts'

const COLOURS = 'svg{color:#4338ca}@media(prefers-color-scheme:dark){svg{color:#b3b8ff}}'

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${COLOURS}</style>${MARK}</svg>`
