import type { Link } from '../../schema/record/sites/link.ts'
import type { Messages } from './index.ts'

/** What the last look at an address says; with a copy, where its page is not to be had. Undefined before the first look. */
export function linkText(
  messages: Messages,
  { verdict, checkedAt, archivedUrl }: Link,
): { readonly text: string; readonly copy?: string } | undefined {
  if (verdict === 'unchecked' || checkedAt === null) return undefined
  const isGone = verdict === 'dead' || verdict === 'unreachable' || verdict === 'changed'
  return {
    text: messages.resource.link[verdict](messages.day(checkedAt)),
    ...(isGone && archivedUrl !== null && { copy: archivedUrl }),
  }
}
