import { Refusal } from '../refusal.ts'

/** RFC 6749, 5.2. */
type Code = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type'

export class OAuthError extends Refusal {
  override readonly name = 'OAuthError'
  readonly code: Code
  readonly mistakes: readonly string[]

  /** What is no mistake happens to the best: someone has the page loaded twice. */
  constructor(code: Code, description: string, { isMistake = true }: { readonly isMistake?: boolean } = {}) {
    super(description)
    this.code = code
    this.mistakes = isMistake ? [`${code}: ${description}`] : []
  }

  response(): Response {
    const isClient = this.code === 'invalid_client'
    return Response.json(
      // Of a client that it does not know Discord says no more.
      { error: this.code, ...(!isClient && { error_description: this.message }) },
      { status: isClient ? 401 : 400, headers: { 'Cache-Control': 'no-store' } },
    )
  }
}
