// The submissions that a maintainer selected in the queue, as a form sends them.

import type { Context } from 'hono'
import { english } from '../../../../bot/languages/index.ts'
import { submissionTitle } from '../../../../bot/languages/submission-title.ts'
import type { Chosen } from '../../../../schema/verbs/selection.ts'
import type { QueueRow } from '../../../../schema/verbs/submissions.ts'
import { parseReferenceCode } from '../../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../../env.ts'
import { refusingUnreadable } from '../../parts/form.ts'

/** A selected submission, with its title for the pages that follow. */
export interface Selected extends Chosen {
  readonly title: string
}

/** More than one page of the queue, since a refused form keeps its selection. */
const MAX_SELECTED = 100

/** All values of a form field. */
export type Lists = (name: string) => readonly string[]

export async function readLists(c: Context<AppEnv>): Promise<Lists> {
  const body = await refusingUnreadable(c.req.parseBody({ all: true }))
  return (name) => [body[name]].flat().filter((value) => typeof value === 'string')
}

export const readSelected = (texts: readonly string[]): Selected[] =>
  texts.slice(0, MAX_SELECTED).flatMap((text) => {
    const [, code = '', version, title = ''] = text.match(/^([^@ ]*)@([1-9]\d{0,8})(?: (.*))?$/s) ?? []
    const reference = parseReferenceCode(code)
    return reference === undefined ? [] : [{ reference, version: Number(version), title }]
  })

/** "S-7Q4K2@3 COVID-CT (Licence)": a submission, the version that the queue listed, and its title. */
export const selectionText = ({ reference, version, title }: Selected): string =>
  `${reference}@${version} ${title}`

export const selectedRow = ({ submission, resource }: QueueRow): Selected => ({
  reference: submission.reference,
  version: submission.version,
  title: submissionTitle(english, { ...submission, ...(resource && { resourceName: resource.name }) }),
})
