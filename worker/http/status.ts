// HTTP statuses of failures.

import type { ErrorCode } from '../../schema/errors.ts'

/** A problem of the type `about:blank` has the status phrase as its title (RFC 9457, 4.2.1). Pages use it too. */
export const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const
export type FailureStatus = keyof typeof TITLES

export function statusOf(code: ErrorCode): FailureStatus {
  switch (code) {
    case 'not_found':
      return 404
    case 'invalid':
      return 422
    case 'conflict':
      return 409
    case 'forbidden':
      return 403
    case 'unauthenticated':
      return 401
    case 'rate_limited':
      return 429
    case 'unavailable':
    case 'read_only':
      return 503
  }
}
