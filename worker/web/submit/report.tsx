// GET and POST /r/{slug}/report: an error in what is listed, or that it should not be. The fields have what the record
// says; what differs is sent.

import type { Context } from 'hono'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { answerPrivate } from '../page.tsx'
import { type FormValues, readForm, textIn } from '../parts/form.ts'
import { evidenceIn, filledFields, proposalIn, valuesFrom } from '../parts/proposal/reading.ts'
import { TurnstileScript, turnstileOn } from '../turnstile.tsx'
import { submitterIn } from './groups.tsx'
import { ReportForm } from './report-form.tsx'
import { type Read, type Returned, send } from './sending.ts'
import { rebase, recordAt } from './stale-report.ts'
import { newStamp } from './stamp.ts'

export async function showReport(c: Context<AppEnv>): Promise<Response> {
  const record = await recordOf(c)
  if (record.status === 'removed') return answerRemoved(c, record)
  const stamp = await newStamp(c.env.SESSION_SECRET, Date.now())
  return answer(c, { record, typed: valuesFrom(record), stamp, focus: c.req.query('field') })
}

export async function sendReport(c: Context<AppEnv>): Promise<Response> {
  const [typed, record] = await Promise.all([readForm(c), recordOf(c)])
  if (record.status === 'removed') return answerRemoved(c, record)
  const seen = Number(textIn(typed, 'baseVersion'))
  const base = seen === record.version ? record : await recordAt(c, record.slug, seen)
  const outcome = await send(c, typed, reportIn(typed, base ?? record, seen))
  if ('sent' in outcome) return c.redirect(`/submissions/${outcome.sent.id}?sent`, 303)
  const { returned } = outcome
  const { stamp } = returned
  if (!returned.isStale) return answer(c, { record: base ?? record, typed, stamp, returned })
  // It moved on while this was typed, or even since it was read here.
  const fresh = await recordOf(c)
  return answer(c, {
    record: fresh,
    before: base,
    typed: rebase(fresh, base ?? fresh, typed),
    stamp,
    returned,
  })
}

const recordOf = async (c: Context<AppEnv>): Promise<Resource> =>
  (await c.get('registry').getResource(c.req.param('slug') ?? '')).record

function reportIn(typed: FormValues, record: Resource, baseVersion: number): Read {
  const { slug } = record
  const common = { slug, baseVersion, reason: textIn(typed, 'reason'), ...submitterIn(typed) }
  if (textIn(typed, 'kind') === 'removal') {
    const { evidence, rows } = evidenceIn(typed, [])
    return {
      input: { kind: 'removal', ...common, ...(evidence.length > 0 && { evidence: [...evidence] }) },
      rows,
    }
  }
  const wanted = proposalIn(typed)
  const { changes = {} } = proposedChanges(record, { fields: wanted, evidence: [] }) ?? {}
  const { evidence, rows } = evidenceIn(typed, filledFields(changes))
  const isSaid = Object.keys(changes).length > 0 || wanted.notes !== undefined
  const input: SubmissionInput = {
    kind: 'correction',
    ...common,
    changes: { ...changes, ...(wanted.notes !== undefined && { notes: wanted.notes }) },
    // A source alone says nothing, unless it says of what it is one.
    ...(evidence.some(({ field }) => isSaid || field !== 'notes') && { evidence: [...evidence] }),
  }
  return { input, rows }
}

interface Answer {
  readonly record: Resource
  /** The record that the sender saw, where it has moved on. */
  readonly before?: Resource | undefined
  readonly typed: FormValues
  readonly stamp: string
  readonly focus?: string | undefined
  readonly returned?: Returned
}

function answer(
  c: Context<AppEnv>,
  { record, before, typed, stamp, focus, returned }: Answer,
): Promise<Response> {
  const title = `Report an error in ${record.name}`
  return answerPrivate(
    c,
    {
      title: returned ? `Not sent: ${title}` : title,
      description: `Say what is wrong or missing in what the registry tells of ${record.name}.`,
      head: turnstileOn(c) && <TurnstileScript />,
      main: (
        <>
          <h1>{title}</h1>
          <p class="lead">
            The fields have what the <a href={`/r/${record.slug}`}>record</a> says. Change what is wrong and
            say how you know: only what differs is sent, and a maintainer decides.
          </p>
          <ReportForm
            c={c}
            record={record}
            before={before}
            form={{
              typed,
              problems: returned?.problems ?? new Map(),
              focus: focus?.replace(/^availability\./, ''),
            }}
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

const answerRemoved = (c: Context<AppEnv>, { slug, name }: Resource) =>
  answerPrivate(
    c,
    {
      title: `${name} is not listed any more`,
      description: `${name} was taken off the list, so there is nothing to report.`,
      main: (
        <>
          <h1>{name} is not listed any more</h1>
          <p class="lead">
            It was taken off the list, so there is nothing to report.{' '}
            <a href={`/r/${slug}`}>Its record and history</a> stay. If it should be listed again,{' '}
            <a href="/submit">suggest it</a> and say why.
          </p>
        </>
      ),
    },
    404,
  )
