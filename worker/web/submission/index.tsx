// GET /submissions/{id}, and what can be done there.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { AnswerInput } from '../../../schema/record/submission.ts'
import { parse } from '../../domain/intake/parse.ts'
import { isCapability } from '../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { statusOf } from '../../http/status.ts'
import type { PageRoute } from '../page-route.ts'
import { type FormValues, type Problems, readForm, textIn } from '../parts/form.ts'
import { editFrom } from '../parts/proposal/edit.tsx'
import { problemsByField } from '../parts/proposal/names.ts'
import type { SubmissionAction } from './forms.tsx'
import { answerStatus } from './status.tsx'

/** The id alone opens it. A reference only names it, and a maintainer who has that goes by the review. */
function idOf(c: Context<AppEnv>): string {
  const id = c.req.param('id') ?? ''
  if (isCapability(id)) return id
  throw new RegistryError(
    'not_found',
    'This address opens no submission. A reference like S-7Q4K2 only names one: what opens it is the address that was shown when it was sent.',
  )
}

const follow = (c: Context<AppEnv>) => c.get('registry').getSubmission(anonymousActor(c), idOf(c))

async function show(c: Context<AppEnv>): Promise<Response> {
  const followed = await follow(c)
  const isNew = c.req.query('sent') !== undefined && followed.submission.version === 1
  return answerStatus(c, { ...followed, isNew })
}

const LOOK_AGAIN = {
  field: '',
  problem: 'What it says now stands below, and under it what you typed: look it over, and save it again.',
}

/** Does what a form asks for and leads back; or the page comes back with what is wrong. */
const doing =
  (act: SubmissionAction, does: (c: Context<AppEnv>, typed: FormValues) => Promise<Problems | undefined>) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const id = idOf(c)
    const typed = await readForm(c)
    try {
      const problems = await does(c, typed)
      if (!problems) return c.redirect(`/submissions/${id}`, 303)
      return answerStatus(c, { ...(await follow(c)), attempt: { act, typed, problems } }, 422)
    } catch (error) {
      if (!(error instanceof RegistryError) || error.code === 'not_found') throw error
      const followed = await follow(c)
      const { problems = [{ field: '', problem: error.message }], conflict } = error.details
      const isStale = conflict === 'stale_version'
      const attempt = {
        act,
        // Who sends it again has seen what it says now.
        typed: isStale ? new Map([...typed, ['version', String(followed.submission.version)]]) : typed,
        problems: problemsByField(isStale ? [...problems, LOOK_AGAIN] : problems, typed),
      }
      return answerStatus(c, { ...followed, attempt }, statusOf(error.code))
    }
  }

const answer = doing('answers', async (c, typed) => {
  const { text } = parse(AnswerInput, { text: textIn(typed, 'text') }, 'answer')
  await c.get('registry').answerSubmission(anonymousActor(c), idOf(c), text)
  return undefined
})

const edit = doing('edit', async (c, typed) => {
  const { submission, resource } = await follow(c)
  const made = editFrom(typed, submission, resource)
  if ('problems' in made) return made.problems
  await c.get('registry').editSubmission(anonymousActor(c), idOf(c), made.edit)
  return undefined
})

const withdraw = doing('withdrawal', async (c) => {
  await c.get('registry').withdrawSubmission(anonymousActor(c), idOf(c))
  return undefined
})

export const submissionPages: readonly PageRoute[] = [
  { path: '/submissions/:id', get: show },
  { path: '/submissions/:id/answers', post: answer },
  { path: '/submissions/:id/edit', post: edit },
  { path: '/submissions/:id/withdrawal', post: withdraw },
]
