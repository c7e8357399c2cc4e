// What no log may have: whoever reads it could use it, or learn of a person.

import { isCapability } from '../../../worker/domain/intake/reference-code.ts'

/** Tokens of maintainers, e-mail addresses, and the networks that the callers of tests are in. */
const SHAPES =
  /\bcrm-\d+-[0-9a-z]{20,}|\b[\w.+-]+@[\w-]+\.(?:org|com|example)\b|\b2001:db8:|\b203\.0\.113\./gi

/** Secrets in lines of a log, by their shape or as they are planted. */
export const secretsIn = (lines: readonly string[], planted: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const capabilities = (line.match(/\b\w{26}\b/g) ?? []).filter(isCapability)
    const known = planted.filter((secret) => secret !== '' && line.includes(secret))
    return [...(line.match(SHAPES) ?? []), ...capabilities, ...known].map((secret) => `${secret} in ${line}`)
  })
