// The one script of all pages. Its address carries a hash of the text, so caches keep it and never serve a stale one.

import copy from './script/copy.client.js'
import form from './script/form.client.js'
import live from './script/live.client.js'
import review from './script/review.client.js'
import { staticFile } from './static-file.ts'

/** Each part does nothing on a page without its elements. */
const PARTS = [live, copy, form, review]

/** A block keeps the names of each part from the others. */
const inOwnBlock = (part: string) => `{\n${part}}`

export const script = staticFile(
  '/script.js',
  'text/javascript; charset=utf-8',
  PARTS.map(inOwnBlock).join('\n'),
)
