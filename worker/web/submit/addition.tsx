// GET and POST /submit: the form that suggests a new resource.

import type { Context } from 'hono'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { answerPrivate } from '../page.tsx'
import { type FormValues, NO_PROBLEMS, readForm, textIn } from '../parts/form.ts'
import { CellFields, FieldInput } from '../parts/proposal/field-input.tsx'
import { EvidenceFields, FieldsInSight, MAIN, NotesField } from '../parts/proposal/fields.tsx'
import { FieldGroups } from '../parts/proposal/groups.tsx'
import { onlyFields, proposalIn, unreadReferences } from '../parts/proposal/reading.ts'
import { findTurnstileKeys, TurnstileScript } from '../turnstile.tsx'
import { additionAgain } from './again.ts'
import { FILL_IN, type FilledIn, fillIn, withFoundEvidence } from './fill-in.ts'
import { FillInButton, FillingIn, FirstButton } from './filling-in.tsx'
import { SenderGroup, SourcesGroup, submitterIn } from './groups.tsx'
import { Guard } from './guard.tsx'
import { NotSent, SendAnother, SubmissionWarnings } from './returned.tsx'
import { answerSent, type FormInput, hasWarnings, type ReturnedForm, send } from './sending.ts'
import { newStamp } from './stamp.ts'

const TITLE = 'Suggest a data set'

/** Shows the form. The query prefills it: it has field values, or names a submission to send once more. */
export async function showAddition(c: Context<AppEnv>): Promise<Response> {
  const values = (await additionAgain(c)) ?? new Map(Object.entries(c.req.query()))
  return answer(c, values, await newStamp(c.env.SESSION_SECRET, Date.now()))
}

export async function sendAddition(c: Context<AppEnv>): Promise<Response> {
  const values = await readForm(c)
  if (textIn(values, FILL_IN) !== '') {
    const filled = await fillIn(c, values)
    return answer(c, filled.values, textIn(values, 'stamp'), undefined, filled)
  }
  const outcome = await send(c, values, additionIn(values))
  if ('sent' in outcome) return answerSent(c, outcome.sent)
  return answer(c, values, outcome.returned.stamp, outcome.returned)
}

/** Reads the form. Evidence covers every field but name, address and organisation, which need no source. */
function additionIn(values: FormValues): FormInput {
  const { name = '', url = '', organization = '', ...facts } = proposalIn(values, [])
  const filled = onlyFields(facts)
  const { evidence, rows } = withFoundEvidence(values, filled, { name, url, organization })
  const slug = textIn(values, 'slug')
  const input: SubmissionInput = {
    kind: 'addition',
    resource: { ...filled, name, url, organization, ...(slug !== '' && { slug }) },
    ...(evidence.length > 0 && { evidence }),
    ...submitterIn(values),
  }
  return { input, rows, unread: unreadReferences(values, []) }
}

function answer(
  c: Context<AppEnv>,
  values: FormValues,
  stamp: string,
  returned?: ReturnedForm,
  filled?: FilledIn,
): Promise<Response> {
  const { problems = filled?.problems ?? NO_PROBLEMS } = returned ?? {}
  const warnings = returned && hasWarnings(returned) ? returned : undefined
  const form = { values, problems }
  return answerPrivate(
    c,
    {
      title: returned ? `Not sent: ${TITLE}` : TITLE,
      description: 'Suggest a public COVID-19 imaging data set that is not listed yet.',
      section: '/submit',
      head: findTurnstileKeys(c) && <TurnstileScript />,
      main: (
        <>
          <h1>{TITLE}</h1>
          <p class="lead">
            Fill in what you know. Address, name and organisation are required; the rest can follow later. A
            maintainer checks every suggestion before it is listed.
          </p>
          <p class="hint">
            Sent something before? <a href="/submissions">See what you sent.</a>
          </p>
          <form
            class="sheet"
            method="post"
            action="/submit"
            enctype="multipart/form-data"
            novalidate
            data-typed={returned || filled ? 'unsent' : ''}
          >
            {problems.size > 0 && returned && <NotSent returned={returned} />}
            {filled && <FillingIn filled={filled} />}
            <FirstButton label="Send suggestion" />
            {warnings && <SubmissionWarnings warnings={warnings} values={values} />}
            <FieldInput form={form} name="url" />
            <FillInButton values={values} />
            {MAIN.filter((key) => key !== 'url').map((key) => (
              <FieldInput form={form} name={key} />
            ))}
            <h2>Data types</h2>
            <p class="hint">Choose “yes” or “no” only where the source says so.</p>
            <CellFields form={form} />
            <h2>Licence, access and size</h2>
            <FieldsInSight form={form} />
            <h2>Source and notes</h2>
            <EvidenceFields form={form} rows={[0]} />
            <NotesField form={form} />
            <h2>More details</h2>
            <FieldGroups form={form} withSlug />
            <SourcesGroup form={form} />
            <SenderGroup form={form} />
            <Guard c={c} stamp={stamp} />
            <div class="actions">
              {warnings ? (
                <SendAnother warnings={warnings} values={values} />
              ) : (
                <button class="main" type="submit">
                  Send suggestion
                </button>
              )}
            </div>
          </form>
        </>
      ),
    },
    returned?.status,
    returned?.headers,
  )
}
