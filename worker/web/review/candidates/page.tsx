// GET and POST /review/candidates: data sets that the registry found by itself, to take up or to decline.

import type { Context } from 'hono'
import { english } from '../../../../bot/languages/index.ts'
import { proposedLicence, typeLabels } from '../../../../bot/languages/values.ts'
import { RegistryError } from '../../../../schema/errors.ts'
import { likenessText } from '../../../../schema/likeness.ts'
import { CANDIDATE_SIGNS } from '../../../../schema/record/sites/candidate.ts'
import { SUBMISSION_LENGTHS } from '../../../../schema/record/submission.ts'
import type { Candidate } from '../../../../schema/verbs/candidates.ts'
import { DATA_TYPE_KEYS } from '../../../../schema/vocabulary.ts'
import type { AppEnv } from '../../../env.ts'
import { type FailureStatus, statusOf } from '../../../http/status.ts'
import { takeUp } from '../../../http/take-up.ts'
import { isFormProblem } from '../../failure.tsx'
import { answerPrivate } from '../../page.tsx'
import { readForm, textIn } from '../../parts/form.ts'
import { forMaintainers, type Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { Keys } from '../submission/keys.tsx'

const PATH = '/review/candidates'
const PAGE_SIZE = 20

const KEYS = [
  ['j', 'next row'],
  ['k', 'previous row'],
  ['Enter', 'open its page'],
  ['a', 'take it up'],
  ['r', 'not for us: goes to the reason'],
  ['?', 'show this'],
] as const

interface Outcome {
  readonly done?: Candidate
  readonly error?: RegistryError
  /** A reason that was typed, for this candidate. */
  readonly typed?: { readonly id: number; readonly reason: string }
}

export const candidates = forMaintainers(async (c, maintainer) => {
  const id = Number(c.req.query('done'))
  const done = Number.isSafeInteger(id) && id > 0 ? await findDecided(c, maintainer, id) : undefined
  return show(c, maintainer, done && { done })
})

/** What an address names as just decided on; a made-up one names nothing. */
async function findDecided(c: Context<AppEnv>, { actor }: Maintainer, id: number) {
  try {
    const candidate = await c.get('registry').getCandidate(actor, id)
    return candidate.state === 'offered' ? undefined : candidate
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

/** A refusal is shown on the page, with the reason that was typed. */
export const decideCandidate = forMaintainers(async (c, maintainer) => {
  const form = await readForm(c)
  const id = Number(textIn(form, 'id'))
  if (!Number.isSafeInteger(id)) throw new RegistryError('invalid', 'Which candidate is meant is not said.')
  const reason = textIn(form, 'reason')
  try {
    if (textIn(form, 'do') === 'decline')
      await c.get('registry').declineCandidate(maintainer.actor, id, reason)
    else await takeUp(c, maintainer.actor, id)
  } catch (error) {
    if (!isFormProblem(error)) throw error
    return show(c, maintainer, { error, typed: { id, reason } }, statusOf(error.code))
  }
  return c.redirect(`${PATH}?done=${id}`, 303)
})

async function show(
  c: Context<AppEnv>,
  { actor, name }: Maintainer,
  { done, error, typed }: Outcome = {},
  status: 200 | FailureStatus = 200,
): Promise<Response> {
  const skip = Number(c.req.query('skip'))
  const { items, total, next } = await c.get('registry').listCandidates(actor, {
    state: 'offered',
    skip: Number.isSafeInteger(skip) && skip > 0 ? skip : 0,
    size: PAGE_SIZE,
  })
  return answerPrivate(
    c,
    {
      title: 'Candidates',
      description: 'Data sets that were found and are not listed.',
      section: '/review',
      main: (
        <div class="review candidates">
          <SignedIn name={name} />
          <p class="way">
            <a href="/review">Queue</a>
          </p>
          {done && <Done candidate={done} />}
          {error && (
            <p class="notice warning" role="alert">
              {error.message}
            </p>
          )}
          <h1>{english.candidates.title(total)}</h1>
          <p class="lead">
            {total === 0
              ? english.candidates.none
              : 'Found by a search, the best first. Taken up, one becomes a submission that waits for a decision.'}
          </p>
          {items.length > 0 && <Rows items={items} typed={typed} />}
          {next !== undefined && (
            <nav class="actions" aria-label="Pages">
              <a class="button" rel="next" href={`${PATH}?skip=${next}`}>
                Next page
              </a>
            </nav>
          )}
          {items.length > 0 && <Keys keys={KEYS} />}
        </div>
      ),
    },
    status,
  )
}

const Done = ({ candidate: { name, submission } }: { readonly candidate: Candidate }) => (
  <p class="notice" role="status">
    {submission === undefined ? (
      english.candidates.declined(name)
    ) : (
      <>
        {name} waits for a decision as <a href={`/review/${submission}`}>{submission}</a>.
      </>
    )}
  </p>
)

const Rows = ({
  items,
  typed,
}: {
  readonly items: readonly Candidate[]
  readonly typed: Outcome['typed']
}) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Data set</th>
        <th scope="col">Why</th>
        <th scope="col">Decision</th>
      </tr>
    </thead>
    <tbody>
      {items.map((candidate) => (
        <tr>
          <th scope="row">
            <DataSet candidate={candidate} />
          </th>
          <td>
            <Why candidate={candidate} />
          </td>
          <td>
            <Decision candidate={candidate} reason={typed?.id === candidate.id ? typed.reason : undefined} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

function DataSet({ candidate: { name, url, publisher, found } }: { readonly candidate: Candidate }) {
  const { availability = {}, description } = found.fields
  const types = DATA_TYPE_KEYS.filter((type) => availability[type] === 'yes')
  const facts = [
    publisher,
    ...(types.length > 0 ? [english.listed(typeLabels(english, types))] : []),
    ...[proposedLicence(english, found.fields)].filter((licence) => licence !== undefined),
  ]
  return (
    <>
      <a href={url} data-row="" rel="nofollow">
        {name}
      </a>
      <small>{facts.join(' · ')}</small>
      {description && <small class="words">{description}</small>}
    </>
  )
}

const Why = ({ candidate: { signs, alike, listedAs, waitingAs } }: { readonly candidate: Candidate }) => (
  <ul class="flags">
    {signs.map((sign) => (
      <li class={CANDIDATE_SIGNS[sign] > 0 ? 'for' : undefined}>{english.candidates.signs[sign]}</li>
    ))}
    {alike.map(({ name, slug, reference, signs: likeness }) => (
      <li>
        looks like <a href={slug === undefined ? `/review/${reference}` : `/r/${slug}`}>{name}</a>:{' '}
        {likenessText(likeness)}
      </li>
    ))}
    {listedAs !== undefined && (
      <li>
        listed by now, as <a href={`/r/${listedAs}`}>{listedAs}</a>
      </li>
    )}
    {waitingAs !== undefined && (
      <li>
        sent in by now, as <a href={`/review/${waitingAs}`}>{waitingAs}</a>
      </li>
    )}
  </ul>
)

interface DecisionProps {
  readonly candidate: Candidate
  readonly reason: string | undefined
}

const Decision = ({ candidate: { id, name, listedAs, waitingAs }, reason }: DecisionProps) => (
  <>
    {(listedAs ?? waitingAs) === undefined && (
      <form method="post" action={PATH} data-once="">
        <input type="hidden" name="id" value={id} />
        <button type="submit" class="go" name="do" value="take_up" data-key="a">
          Take it up<span class="unseen">: {name}</span>
        </button>
      </form>
    )}
    <details open={reason !== undefined}>
      <summary>
        Not for us<span class="unseen">: {name}</span>
      </summary>
      <form method="post" action={PATH} data-once="">
        <input type="hidden" name="id" value={id} />
        <div class="field">
          <label for={`reason-${id}`}>Why? It will not be offered again</label>
          {/* HTML drops a line end right after the tag (13.1.2.5). */}
          <textarea
            id={`reason-${id}`}
            name="reason"
            rows={2}
            maxlength={SUBMISSION_LENGTHS.reason}
            required
            data-key="r"
          >
            {`\n${reason ?? ''}`}
          </textarea>
        </div>
        <button type="submit" name="do" value="decline">
          Not for us
        </button>
      </form>
    </details>
  </>
)
