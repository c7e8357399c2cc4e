import type { RedactionTarget } from '../../../../schema/verbs/erasure.ts'

/** The page that asks before it redacts. */
export const redactionAddress = (target: RedactionTarget): string =>
  'slug' in target
    ? `/review/redact?resource=${target.slug}${target.version === undefined ? '' : `&version=${target.version}`}`
    : `/review/redact?submission=${target.submission}`
