/**
 * Logs a fault as one line of JSON, to be found by its request id. What is in `secrets` (an interaction's token is as
 * good as a password for 15 minutes) is struck out wherever it stands, errors' own texts included.
 */
export function logFault(
  fault: unknown,
  context: { readonly requestId: string; readonly at: string },
  secrets: readonly string[] = [],
): void {
  const told =
    fault instanceof Error ? { message: describe(fault), stack: fault.stack } : { message: String(fault) }
  const line = JSON.stringify({ level: 'error', ...context, ...told })
  console.error(
    secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '[secret]')), line),
  )
}

/** An error's text with those of its causes: Drizzle says the query, D1 below it says why. */
const describe = (error: Error): string =>
  error.cause instanceof Error ? `${error.message}: ${describe(error.cause)}` : error.message
