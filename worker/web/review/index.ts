// The review pages, where maintainers decide. They read the primary database, and no cache keeps them.

import type { PageRoute } from '../page-route.ts'
import { actions, confirm } from './actions/page.tsx'
import { candidates, decideCandidate } from './candidates/page.tsx'
import { health } from './health/page.tsx'
import { decideMany } from './queue/decide-many.tsx'
import { deliveries, retry } from './queue/deliveries.tsx'
import { queue } from './queue/page.tsx'
import { askRedaction, redact } from './redact/page.tsx'
import { CALLBACK, HOME, SIGN_IN, SIGN_OUT } from './sign-in/paths.ts'
import { callback, signIn } from './sign-in/sign-in.ts'
import { signOut } from './sign-in/sign-out.ts'
import { decide } from './submission/decide.ts'
import { edit, save } from './submission/edit.tsx'
import { submissionPage, version } from './submission/index.tsx'

/** The sign-in paths come first, so that `:reference` does not match them. */
export const review: readonly PageRoute[] = [
  { path: SIGN_IN, get: signIn },
  { path: CALLBACK, get: callback },
  { path: SIGN_OUT, post: signOut },
  { path: HOME, get: queue, post: decideMany },
  { path: `${HOME}/actions`, get: actions, post: confirm },
  { path: `${HOME}/health`, get: health },
  { path: `${HOME}/deliveries`, get: deliveries, post: retry },
  { path: `${HOME}/candidates`, get: candidates, post: decideCandidate },
  { path: `${HOME}/redact`, get: askRedaction, post: redact },
  { path: `${HOME}/:reference`, get: submissionPage, post: decide },
  { path: `${HOME}/:reference/edit`, get: edit, post: save },
  { path: `${HOME}/:reference/version`, get: version },
]
