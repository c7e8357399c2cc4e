// GET and POST /review/actions: what maintainers did, and what one of them proposed and another has to confirm.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import type { Proposal, RecordedAction } from '../../../../schema/verbs/people.ts'
import type { MaintainerAction } from '../../../../schema/vocabulary.ts'
import type { AppEnv } from '../../../env.ts'
import { type FailureStatus, statusOf } from '../../../http/status.ts'
import { isFormProblem } from '../../failure.tsx'
import { answerPrivate } from '../../page.tsx'
import { readForm, textIn } from '../../parts/form.ts'
import { Moment } from '../../parts/moment.tsx'
import { forMaintainers, type Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'

const PATH = '/review/actions'
const PAGE_SIZE = 50

const DID: Readonly<Record<MaintainerAction, string>> = {
  approve: 'Approved',
  reject: 'Rejected',
  ask: 'Asked about',
  edit: 'Edited',
  undo: 'Took back the decision on',
  revert: 'Reverted change',
  revert_all: 'Reverted all changes of',
  settle: 'Settled a claim of',
  redact: 'Redacted',
  block: 'Blocked the sender of',
  lift: 'Lifted the block of the sender of',
  retry: 'Sent again delivery',
  take_up: 'Took up the candidate',
  decline: 'Declined the candidate',
  propose_release: 'Proposed release',
  release: 'Published release',
  add_maintainer: 'Added the maintainer',
  renew_token: 'Gave a new token to',
  propose_removal: 'Proposed to remove the maintainer',
  remove_maintainer: 'Removed the maintainer',
}

const NOTES: { readonly [note: string]: string } = {
  done: 'It is confirmed and done.',
  redacted: 'It is redacted, on every page, in feeds and in downloads.',
}

interface Outcome {
  readonly note?: string | undefined
  readonly error?: RegistryError
}

export const actions = forMaintainers((c, maintainer) =>
  show(c, maintainer, { note: NOTES[c.req.query('note') ?? ''] }),
)

/** A refusal is shown on the page. */
export const confirm = forMaintainers(async (c, maintainer) => {
  const id = Number(textIn(await readForm(c), 'proposal'))
  if (!Number.isSafeInteger(id))
    throw new RegistryError('invalid', 'Which proposal is to be confirmed is not said.')
  try {
    await c.get('registry').confirmProposal(maintainer.actor, id)
  } catch (error) {
    if (!isFormProblem(error)) throw error
    return show(c, maintainer, { error }, statusOf(error.code))
  }
  return c.redirect(`${PATH}?note=done`, 303)
})

async function show(
  c: Context<AppEnv>,
  { actor, name }: Maintainer,
  { note, error }: Outcome,
  status: 200 | FailureStatus = 200,
): Promise<Response> {
  const { proposals, items, next } = await load(c, actor)
  return answerPrivate(
    c,
    {
      title: 'What maintainers did',
      description: 'Every act of a maintainer, the latest first.',
      section: '/review',
      main: (
        <div class="review">
          <SignedIn name={name} />
          <p class="way">
            <a href="/review">Queue</a>
          </p>
          {note !== undefined && (
            <p class="notice" role="status">
              {note}
            </p>
          )}
          {error && (
            <p class="notice warning" role="alert">
              {error.message}
            </p>
          )}
          <h1>What maintainers did</h1>
          {proposals.map((proposal) => (
            <OpenProposal proposal={proposal} />
          ))}
          {items.length === 0 ? (
            <p class="nothing">No maintainer has done anything yet.</p>
          ) : (
            <Actions items={items} />
          )}
          {next !== undefined && (
            <nav class="actions" aria-label="Pages">
              <a class="button" rel="next" href={`${PATH}?${new URLSearchParams(pageOf(c, next))}`}>
                Earlier ones
              </a>
            </nav>
          )}
        </div>
      ),
    },
    status,
  )
}

const pageOf = (c: Context<AppEnv>, before: number) => ({
  ...(c.req.query('by') && { by: c.req.query('by') ?? '' }),
  before: String(before),
})

async function load(c: Context<AppEnv>, actor: Actor) {
  const registry = c.get('registry')
  const before = Number(c.req.query('before'))
  const [proposals, page] = await Promise.all([
    registry.listProposals(actor),
    registry.listActions(actor, {
      by: c.req.query('by') || undefined,
      before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
      size: PAGE_SIZE,
    }),
  ])
  return { proposals, ...page }
}

const OpenProposal = ({ proposal }: { readonly proposal: Proposal }) => {
  const { id, action, by, subject, reason, until, isOwn } = proposal
  const wish =
    action === 'propose_removal'
      ? `remove ${subject.name ?? 'a maintainer'}`
      : `publish release ${subject.key}`
  return (
    <form class="notice" method="post" action={PATH} data-once="">
      <p>
        {by?.name ?? 'Someone'} proposes to <b>{wish}</b>
        {reason === undefined ? '' : `: ${reason}`}. Another maintainer must confirm it by{' '}
        <Moment iso={until} />.
      </p>
      {!isOwn && (
        <button type="submit" class="stop" name="proposal" value={id}>
          Confirm: {wish}
        </button>
      )}
    </form>
  )
}

const Actions = ({ items }: { readonly items: readonly RecordedAction[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Who</th>
        <th scope="col">What</th>
        <th scope="col">Why</th>
        <th scope="col">When</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ action, by, subject, version, reason, at }) => (
        <tr>
          <th scope="row">
            {by?.discordId === undefined ? (
              by ? (
                'Erased'
              ) : (
                'The host'
              )
            ) : (
              <a href={`${PATH}?by=${by.discordId}`}>{by.name ?? by.discordId}</a>
            )}
          </th>
          <td>
            {DID[action]} <Subject subject={subject} />
            {version !== undefined && <small> version {version}</small>}
          </td>
          <td>{reason}</td>
          <td>
            <Moment iso={at} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Subject = ({ subject: { kind, key = 'erased', name } }: Pick<RecordedAction, 'subject'>) => {
  switch (kind) {
    case 'submission':
      return <a href={`/review/${key}`}>{key}</a>
    case 'resource':
      return <a href={`/r/${key}`}>{key}</a>
    case 'change':
      return (
        <>
          {key} of <a href={`/r/${name}`}>{name}</a>
        </>
      )
    case 'person':
      return <>{name ?? key}</>
    case 'candidate':
      return <>{name ?? key}</>
    case 'delivery':
    case 'release':
      return <>{key}</>
  }
}
