// The one script of all pages. Its address carries a hash of the text, so it is kept for good and never stale.

import copy from './script/copy.client.js'
import form from './script/form.client.js'
import live from './script/live.client.js'
import review from './script/review.client.js'
import { staticFile } from './static-file.ts'

/** Each looks for what it serves, and does nothing where that is not. */
const PARTS = [live, copy, form, review]

/** What one part names is none of the others'. */
const alone = (part: string) => `{\n${part}}`

export const script = staticFile('/script.js', 'text/javascript; charset=utf-8', PARTS.map(alone).join('\n'))
