// What no log may have: whoever reads it could use it, or learn of a person.

import { isCapability } from '../../../worker/domain/intake/reference-code.ts'
import { BOT_TOKEN, CLIENT_SECRET } from '../../discord/protocol/people.ts'

/**
 * Tokens of maintainers and of interactions (test/discord/protocol/scenes.ts), e-mail addresses, the networks that the callers
 * of tests are in, and what a test planted.
 */
const SHAPES =
  /\bcrm-\d+-[0-9a-z]{20,}|\baW50ZXJhY3Rpb246[\w+/=]+|\b[\w.+-]+@[\w-]+\.(?:org|com|example)\b|\b2001:db8:|\b203\.0\.113\.|\bplanted[-\w]+/gi

/** Secrets of settings that tests have. */
const SETTINGS = [
  ...[BOT_TOKEN, CLIENT_SECRET, 'MTE3.secret-token.of-the-bot', 'secret-key'],
  ...['of the application', 'signs the cookies of these tests alone', 'a secret of 32 characters or more'],
]

/** Secrets in lines of a log, by their shape or as they are planted. */
export const secretsIn = (lines: readonly string[], planted: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const capabilities = (line.match(/\b\w{26}\b/g) ?? []).filter(isCapability)
    const known = [...SETTINGS, ...planted].filter((secret) => secret !== '' && line.includes(secret))
    return [...(line.match(SHAPES) ?? []), ...capabilities, ...known].map((secret) => `${secret} in ${line}`)
  })
