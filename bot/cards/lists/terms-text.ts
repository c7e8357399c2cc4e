import type { Terms } from '../../../schema/record/filters.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'

/** The terms that a list, a search or a watch is narrowed by, each in words. */
export function termsText(messages: Messages, { access, license, use, annotations }: Terms): string[] {
  const { list, accessShort, uses, choices } = messages
  const licence = license === undefined ? undefined : (list.licenceNames[license] ?? plain(license, 60))
  return [
    ...(access === undefined ? [] : [list.withAccess(accessShort[access])]),
    ...(licence === undefined ? [] : [list.withLicence(licence)]),
    ...(use === undefined ? [] : [list.withUse(uses[use])]),
    ...(annotations === undefined ? [] : [list.withAnnotations(choices.annotations[annotations])]),
  ]
}
