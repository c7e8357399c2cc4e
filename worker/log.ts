/**
 * Logs a fault as one line of JSON with its request id. Secrets are removed from the whole line, error messages included:
 * an interaction's token is as good as a password for 15 minutes.
 */
export function logFault(
  fault: unknown,
  context: { readonly requestId: string; readonly at: string },
  secrets: readonly string[] = [],
): void {
  const error =
    fault instanceof Error ? { message: describe(fault), stack: fault.stack } : { message: String(fault) }
  const line = JSON.stringify({ level: 'error', ...context, ...error })
  console.error(
    secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '[secret]')), line),
  )
}

/** An error's message and those of its causes: Drizzle's names the query, D1's the reason. */
const describe = (error: Error): string =>
  error.cause instanceof Error ? `${error.message}: ${describe(error.cause)}` : error.message
