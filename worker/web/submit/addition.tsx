// GET and POST /submit: the form that suggests a new resource.

import type { Context } from 'hono'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import type { AppEnv } from '../../env.ts'
import { answerPrivate } from '../page.tsx'
import { type FormValues, NO_PROBLEMS, readForm, textIn } from '../parts/form.ts'
import { CellFields, MainFields } from '../parts/proposal/fields.tsx'
import {
  evidenceIn,
  filledFields,
  onlyFields,
  proposalIn,
  unreadReferences,
} from '../parts/proposal/reading.ts'
import { findTurnstileKeys, TurnstileScript } from '../turnstile.tsx'
import { additionAgain } from './again.ts'
import { FactsGroup, SenderGroup, SourceAndNotes, SourcesGroup, submitterIn } from './groups.tsx'
import { Guard } from './guard.tsx'
import { LookAlikes, NotSent, SendAnother } from './returned.tsx'
import { type FormInput, type ReturnedForm, send } from './sending.ts'
import { newStamp } from './stamp.ts'

const TITLE = 'Suggest a data set'

/** Shows the form. The query prefills it: it has field values, or names a submission to send once more. */
export async function showAddition(c: Context<AppEnv>): Promise<Response> {
  const values = (await additionAgain(c)) ?? new Map(Object.entries(c.req.query()))
  return answer(c, values, await newStamp(c.env.SESSION_SECRET, Date.now()))
}

export async function sendAddition(c: Context<AppEnv>): Promise<Response> {
  const values = await readForm(c)
  const outcome = await send(c, values, additionIn(values))
  if ('sent' in outcome) return c.redirect(`/submissions/${outcome.sent.id}?sent`, 303)
  return answer(c, values, outcome.returned.stamp, outcome.returned)
}

/** Reads the form. Evidence covers every field but name, address and organisation, which need no source. */
function additionIn(values: FormValues): FormInput {
  const { name = '', url = '', organization = '', ...facts } = proposalIn(values, [])
  const filled = onlyFields(facts)
  const { evidence, rows } = evidenceIn(values, filledFields(filled))
  const slug = textIn(values, 'slug')
  const input: SubmissionInput = {
    kind: 'addition',
    resource: { ...filled, name, url, organization, ...(slug !== '' && { slug }) },
    ...(evidence.length > 0 && { evidence: [...evidence] }),
    ...submitterIn(values),
  }
  return { input, rows, unread: unreadReferences(values, []) }
}

function answer(
  c: Context<AppEnv>,
  values: FormValues,
  stamp: string,
  returned?: ReturnedForm,
): Promise<Response> {
  const { alike = [], problems = NO_PROBLEMS } = returned ?? {}
  const form = { values, problems }
  return answerPrivate(
    c,
    {
      title: returned ? `Not sent: ${TITLE}` : TITLE,
      description: 'Suggest public COVID-19 imaging data that is not listed yet. A maintainer looks at it.',
      section: '/submit',
      head: findTurnstileKeys(c) && <TurnstileScript />,
      main: (
        <>
          <h1>{TITLE}</h1>
          <p class="lead">
            Name, address and organisation are enough; all else can stay unknown. A maintainer looks at it
            before it is listed.
          </p>
          <form
            class="sheet"
            method="post"
            action="/submit"
            enctype="multipart/form-data"
            novalidate
            data-typed={returned ? 'unsent' : ''}
          >
            {problems.size > 0 && returned && <NotSent returned={returned} />}
            {alike.length > 0 && <LookAlikes alike={alike} values={values} />}
            <MainFields form={form} />
            <h2>What it has</h2>
            <p class="hint">
              Yes and no are what its source says. What it does not say is unknown, and worth as much.
            </p>
            <CellFields form={form} />
            <h2>Where you read it, and what else is known</h2>
            <SourceAndNotes form={form} notesHint="For maintainers: whatever else should be known." />
            <FactsGroup form={form} withSlug />
            <SourcesGroup form={form} />
            <SenderGroup form={form} />
            <Guard c={c} stamp={stamp} />
            <div class="actions">
              {alike.length > 0 ? (
                <SendAnother alike={alike} values={values} />
              ) : (
                <button class="main" type="submit">
                  Send it
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
