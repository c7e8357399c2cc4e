// Where maintainers decide. All of it is read at the primary database and kept by nobody.

import type { Page } from '../index.ts'
import { decide } from './decide.ts'
import { decideMany } from './decide-many.tsx'
import { edit, save } from './edit.tsx'
import { one, version } from './one.tsx'
import { queue } from './queue.tsx'
import { deliveries, retry } from './queue-deliveries.tsx'
import { callback, signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { CALLBACK, HOME, SIGN_IN, SIGN_OUT } from './way.ts'

/** Those of signing in come first: none of their names is a submission's. */
export const review: readonly Page[] = [
  { path: SIGN_IN, get: signIn },
  { path: CALLBACK, get: callback },
  { path: SIGN_OUT, post: signOut },
  { path: HOME, get: queue, post: decideMany },
  { path: `${HOME}/deliveries`, get: deliveries, post: retry },
  { path: `${HOME}/:reference`, get: one, post: decide },
  { path: `${HOME}/:reference/edit`, get: edit, post: save },
  { path: `${HOME}/:reference/version`, get: version },
]
