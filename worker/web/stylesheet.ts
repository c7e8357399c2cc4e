// The one stylesheet of all pages.

import contents from './docs/contents.css'
import docs from './docs/docs.css'
import { kept } from './kept.ts'
import review from './review/review.css'
import signIn from './review/sign-in.css'
import base from './style/base.css'
import forms from './style/forms.css'
import frame from './style/frame.css'
import parts from './style/parts.css'

export const stylesheet = kept(
  '/style.css',
  'text/css; charset=utf-8',
  [base, frame, parts, forms, docs, contents, signIn, review].join(''),
)
