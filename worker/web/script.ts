// The one script of all pages. Its address carries a hash of the text, so it is kept for good and never stale.

import { kept } from './kept.ts'
import page from './script/page.client.js'
import review from './script/review.client.js'

export const script = kept('/script.js', 'text/javascript; charset=utf-8', [page, review].join(''))
