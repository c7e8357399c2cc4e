// What maintainers decide on: the queue, and a page for each submission.

import type { Page } from '../index.ts'
import { decide } from './decide.ts'
import { decideMany } from './decide-many.tsx'
import { edit, save } from './edit.tsx'
import { one, version } from './one.tsx'
import { queue } from './queue.tsx'
import { deliveries, retry } from './queue-deliveries.tsx'

export const reviewing: readonly Page[] = [
  { path: '/review', get: queue, post: decideMany },
  { path: '/review/deliveries', get: deliveries, post: retry },
  { path: '/review/:reference', get: one, post: decide },
  { path: '/review/:reference/edit', get: edit, post: save },
  { path: '/review/:reference/version', get: version },
]
