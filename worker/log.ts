import { isCapability } from './domain/intake/reference-code.ts'

/** Logs a fault with its request id. */
export const logFault = (...fault: Parameters<typeof faultLine>): void => console.error(faultLine(...fault))

/**
 * A fault as one line of JSON. Capabilities and `secrets` are removed from the whole line: an interaction's token is as good
 * as a password for 15 minutes.
 */
export function faultLine(
  fault: unknown,
  context: { readonly requestId: string; readonly at: string },
  secrets: readonly string[] = [],
): string {
  const error =
    fault instanceof Error ? { message: describe(fault), stack: framesOf(fault) } : { message: String(fault) }
  const line = JSON.stringify({ level: 'error', ...context, ...error })
  return secrets
    .reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '[secret]')), line)
    .replaceAll(/\b\w{26}\b/g, (word) => (isCapability(word) ? '[secret]' : word))
}

/**
 * An error's message and those of its causes, without values: Drizzle's message has the parameters of a query, so only the
 * statement and its table are kept, and that of a parser quotes what it read.
 */
function describe(error: Error): string {
  const message =
    'query' in error ? nameOf(String(error.query)) : error instanceof SyntaxError ? error.name : error.message
  return error.cause instanceof Error ? `${message}: ${describe(error.cause)}` : message
}

const nameOf = (query: string): string =>
  `Failed query: ${/\b(?:insert into|update|delete from|from) "?\w+/i.exec(query)?.[0].replace('"', '') ?? 'of another kind'}`

/** Where an error was thrown. The stack's head repeats the message, which may have several lines. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
