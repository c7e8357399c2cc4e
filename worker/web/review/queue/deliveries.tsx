// GET and POST /review/deliveries: deliveries that Discord refused, and the form that sends one again.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { DeadDelivery } from '../../../../schema/verbs/deliveries.ts'
import type { DeliveryKind } from '../../../../schema/vocabulary.ts'
import type { AppEnv } from '../../../env.ts'
import { answerPrivate } from '../../page.tsx'
import { readForm, textIn } from '../../parts/form.ts'
import { Moment } from '../../parts/moment.tsx'
import { forMaintainers } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'

const PATH = '/review/deliveries'
const PAGE_SIZE = 20

const KINDS: Readonly<Record<DeliveryKind, string>> = {
  review: 'Review card',
  submitter: 'Message to the sender',
  announcement: 'Announcement',
  digest: 'Reminder of what waits',
  candidates: 'Data sets that were found',
  mailCheck: 'Letter that asks an address',
  mail: 'Mail to the sender',
}

export const deliveries = forMaintainers(async (c, { actor, name }) => {
  const before = Number(c.req.query('before'))
  const { items, next } = await c.get('registry').listDead(actor, {
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    size: PAGE_SIZE,
  })
  const isRetried = c.req.query('note') === 'retried'
  return answerPrivate(c, {
    title: 'Not delivered',
    description: 'What did not reach Discord or a mail address.',
    section: '/review',
    main: (
      <div class="review">
        <SignedIn name={name} />
        <p class="way">
          <a href="/review">Queue</a>
        </p>
        {isRetried && (
          <p class="notice" role="status">
            It is being sent again. Should it fail once more, it comes back here.
          </p>
        )}
        <h1>Not delivered</h1>
        <p class="lead">What Discord refused for good, or did not take for days, the latest first.</p>
        {items.length === 0 ? (
          <p class="nothing">There is nothing here.</p>
        ) : (
          <DeadDeliveries items={items} />
        )}
        {next !== undefined && (
          <nav class="actions" aria-label="Pages">
            <a class="button" rel="next" href={`${PATH}?before=${next}`}>
              Earlier ones
            </a>
          </nav>
        )}
      </div>
    ),
  })
})

const DeadDeliveries = ({ items }: { readonly items: readonly DeadDelivery[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col">Why not</th>
        <th scope="col">Given up</th>
        <th scope="col">Again</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ id, kind, submission, attempts, lastError, diedAt }) => (
        <tr>
          <th scope="row">
            {KINDS[kind]}
            {submission !== undefined && (
              <small>
                of <a href={`/review/${submission}`}>{submission}</a>
              </small>
            )}
          </th>
          <td>{lastError}</td>
          <td>
            <Moment iso={diedAt} />, after {attempts === 1 ? 'one try' : `${attempts} tries`}
          </td>
          <td>
            <form method="post" action={PATH} data-once="">
              <button type="submit" name="id" value={id}>
                Send again
              </button>
            </form>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const retry = forMaintainers(async (c: Context<AppEnv>, { actor }) => {
  const id = Number(textIn(await readForm(c), 'id'))
  if (!Number.isSafeInteger(id))
    throw new RegistryError('invalid', 'Which delivery is to be sent again is not said.')
  try {
    await c.get('registry').retryDelivery(actor, id)
  } catch (error) {
    // Another maintainer, or a second press, has already sent it again.
    if (!(error instanceof RegistryError) || error.code !== 'not_found') throw error
  }
  return c.redirect(`${PATH}?note=retried`, 303)
})
