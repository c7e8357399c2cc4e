// Where maintainers decide. All of it is read at the primary database and kept by nobody.

import type { Page } from '../index.ts'
import { home } from './home.tsx'
import { callback, signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { CALLBACK, HOME, SIGN_IN, SIGN_OUT } from './way.ts'

/** Those of signing in come first: none of their names is a submission's. */
export const review: readonly Page[] = [
  { path: SIGN_IN, get: signIn },
  { path: CALLBACK, get: callback },
  { path: SIGN_OUT, post: signOut },
  { path: HOME, get: home },
]
