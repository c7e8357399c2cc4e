// GET and POST /r/{slug}/report: the form that reports an error in a resource or asks for its removal. Its fields begin
// with the values of the record; the fields that differ are sent.

import type { Context } from 'hono'
import { fieldName, fieldOf, saysNothing, valueAt } from '../../../schema/record/field-keys.ts'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { answerPrivate } from '../page.tsx'
import { type FormValues, NO_PROBLEMS, readForm, textIn } from '../parts/form.ts'
import { type FormField, findFormField, firstInput } from '../parts/proposal/names.ts'
import { evidenceIn, proposalIn, unreadReferences, valuesFrom } from '../parts/proposal/reading.ts'
import { findTurnstileKeys, TurnstileScript } from '../turnstile.tsx'
import { reportAddress } from './addresses.ts'
import { reportAgain } from './again.ts'
import { FILL_IN, type FilledIn, fillIn, withFoundEvidence } from './fill-in.ts'
import { submitterIn } from './groups.tsx'
import { ReportForm } from './report-form.tsx'
import { answerSent, type FormInput, type ReturnedForm, send } from './sending.ts'
import { rebase, recordAt } from './stale-report.ts'
import { newStamp } from './stamp.ts'

export async function showReport(c: Context<AppEnv>): Promise<Response> {
  const record = await recordOf(c)
  if (record.status === 'removed') return answerRemoved(c, record)
  const stamp = await newStamp(c.env.SESSION_SECRET, Date.now())
  const values = (await reportAgain(c, record)) ?? new Map([...valuesFrom(record), ...reasonFor(c, record)])
  return answer(c, { record, values, stamp })
}

export async function sendReport(c: Context<AppEnv>): Promise<Response> {
  const [values, record] = await Promise.all([readForm(c), recordOf(c)])
  if (record.status === 'removed') return answerRemoved(c, record)
  const baseVersion = Number(textIn(values, 'baseVersion'))
  const base = baseVersion === record.version ? record : await recordAt(c, record.slug, baseVersion)
  if (textIn(values, FILL_IN) !== '') {
    const shown = base ?? record
    const filled = await fillIn(c, values, shown)
    return answer(c, { record: shown, values: filled.values, stamp: textIn(values, 'stamp'), filled })
  }
  const outcome = await send(c, values, reportIn(values, base ?? record, baseVersion))
  if ('sent' in outcome) return answerSent(c, outcome.sent)
  const { returned } = outcome
  const { stamp } = returned
  if (!returned.isStale) return answer(c, { record: base ?? record, values: values, stamp, returned })
  // The record changed while the submitter typed, or after this request read it.
  const fresh = await recordOf(c)
  return answer(c, {
    record: fresh,
    before: base,
    values: rebase(fresh, base ?? fresh, values),
    stamp,
    returned,
  })
}

const recordOf = async (c: Context<AppEnv>): Promise<Resource> =>
  (await c.get('registry').getResource(c.req.param('slug') ?? '')).record

function reportIn(values: FormValues, record: Resource, baseVersion: number): FormInput {
  const { slug } = record
  const reason = textIn(values, 'reason')
  const common = { slug, baseVersion, reason, ...submitterIn(values) }
  const kind = textIn(values, 'kind')
  if (kind === 'removal' || kind === 'confirmation') {
    const { evidence, rows } = evidenceIn(values, [])
    const sourced = { ...common, ...(evidence.length > 0 && { evidence: [...evidence] }) }
    const confirmation = { ...sourced, reason: reason === '' ? undefined : reason }
    return {
      input: kind === 'removal' ? { kind, ...sourced } : { kind, ...confirmation },
      rows,
      unread: NO_PROBLEMS,
    }
  }
  const wanted = proposalIn(values, record.references)
  const { changes = {} } = proposedChanges(record, { fields: wanted, evidence: [] }) ?? {}
  const { evidence, rows } = withFoundEvidence(values, changes)
  const hasProposal = Object.keys(changes).length > 0 || wanted.notes !== undefined
  const input: SubmissionInput = {
    kind: 'correction',
    ...common,
    changes: { ...changes, ...(wanted.notes !== undefined && { notes: wanted.notes }) },
    // A source without a proposal counts only where it names its field.
    ...(evidence.some(({ field }) => hasProposal || field !== 'notes') && { evidence: [...evidence] }),
  }
  return { input, rows, unread: unreadReferences(values, record.references) }
}

interface ReportPage {
  readonly record: Resource
  /** The record that the submitter saw, if it has changed since. */
  readonly before?: Resource | undefined
  readonly values: FormValues
  readonly stamp: string
  readonly returned?: ReturnedForm
  readonly filled?: FilledIn
}

function answer(
  c: Context<AppEnv>,
  { record, before, values, stamp, returned, filled }: ReportPage,
): Promise<Response> {
  const field = findFormField(c.req.query('field'))
  const title = field ? `${record.name}: ${labelOf(field)}` : `Report an error in ${record.name}`
  const focus = returned || !field ? undefined : firstInput(field)
  return answerPrivate(
    c,
    {
      title: returned ? `Not sent: ${title}` : title,
      description: `Report what is wrong or missing in the record of ${record.name}.`,
      head: findTurnstileKeys(c) && <TurnstileScript />,
      main: (
        <>
          <h1>{title}</h1>
          {field ? <LeadOfOne record={record} field={field} /> : <Lead record={record} />}
          <ReportForm
            c={c}
            record={record}
            before={before}
            field={field}
            form={{ values, problems: (returned ?? filled)?.problems ?? NO_PROBLEMS, focus }}
            filled={filled}
            stamp={stamp}
            returned={returned}
          />
        </>
      ),
    },
    returned?.status,
    returned?.headers,
  )
}

const labelOf = (field: FormField): string =>
  field === 'availability' ? fieldOf(field).label : fieldName(field)

const isMissing = (record: Resource, field: FormField): boolean =>
  field !== 'availability' && saysNothing(valueAt(record, field))

/** A missing field is reason enough to add it. */
function reasonFor(c: Context<AppEnv>, record: Resource): (readonly [string, string])[] {
  const field = findFormField(c.req.query('field'))
  return field && isMissing(record, field) ? [['reason', `${labelOf(field)} was not recorded.`]] : []
}

const Lead = ({ record: { slug } }: { readonly record: Resource }) => (
  <p class="lead">
    The form shows the <a href={`/r/${slug}`}>record</a> as it is. Change what is wrong or missing: only your
    changes are sent, and a maintainer checks them.
  </p>
)

const LeadOfOne = ({ record, field }: { readonly record: Resource; readonly field: FormField }) => (
  <p class="lead">
    {isMissing(record, field)
      ? 'This is not recorded yet. Do you know it?'
      : 'This is what the record says. Change what is wrong.'}{' '}
    A maintainer checks it. To change more, <a href={reportAddress(record.slug)}>open the whole form</a>.
  </p>
)

const answerRemoved = (c: Context<AppEnv>, { slug, name }: Resource) =>
  answerPrivate(
    c,
    {
      title: `${name} is no longer listed`,
      description: `${name} was removed from the list, so there is nothing to report.`,
      main: (
        <>
          <h1>{name} is no longer listed</h1>
          <p class="lead">
            It was removed from the list, so there is nothing to report. You can still read{' '}
            <a href={`/r/${slug}`}>its record and history</a>. If it should be listed again,{' '}
            <a href="/submit">suggest it</a> and say why.
          </p>
        </>
      ),
    },
    404,
  )
