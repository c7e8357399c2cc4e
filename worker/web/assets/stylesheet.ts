// The one stylesheet of all pages.

import about from '../about/about.css'
import compare from '../compare/compare.css'
import contents from '../docs/contents.css'
import docs from '../docs/docs.css'
import history from '../history/history.css'
import decision from '../parts/decision.css'
import facts from '../resource/facts/facts.css'
import get from '../resource/get.css'
import lineage from '../resource/lineage/lineage.css'
import resource from '../resource/resource.css'
import queue from '../review/queue/queue.css'
import review from '../review/review.css'
import signIn from '../review/sign-in/sign-in.css'
import submission from '../review/submission/submission.css'
import submit from '../submit/submit.css'
import facets from '../table/facets.css'
import paper from '../table/print.css'
import rows from '../table/rows.css'
import table from '../table/table.css'
import { staticFile } from './static-file.ts'
import base from './style/base.css'
import forms from './style/forms.css'
import frame from './style/frame.css'
import parts from './style/parts.css'

/** Later rules win, so the sheets of single pages come after the shared ones. */
const SHEETS = [
  ...[base, frame, parts, decision, forms],
  ...[table, rows, facets, paper, resource, get, facts, lineage, compare, history, about],
  ...[submit, signIn, review, queue, submission, docs, contents],
]

export const stylesheet = staticFile('/style.css', 'text/css; charset=utf-8', SHEETS.join(''))
