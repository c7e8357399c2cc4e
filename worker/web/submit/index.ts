import type { PageRoute } from '../page-route.ts'
import { sendAddition, showAddition } from './addition.tsx'
import { sendReport, showReport } from './report.tsx'

export const submitPages: readonly PageRoute[] = [
  { path: '/submit', get: showAddition, post: sendAddition },
  { path: '/r/:slug/report', get: showReport, post: sendReport },
]
