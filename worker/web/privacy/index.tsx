// GET /privacy: what is kept of people, for how long, and how to have it erased.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { EXPIRING, type Expiring, LASTING } from '../../registry/retention/kept.ts'
import { answerPage, type Content } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'

const answerPrivacy = (c: Context<AppEnv>): Promise<Response> =>
  answerPage(
    c,
    privacy(c.env.CONTACT_EMAIL.trim(), Boolean(c.env.TURNSTILE_SITE_KEY && c.env.TURNSTILE_SECRET_KEY)),
  )

const privacy = (contact: string, hasTurnstile: boolean): Content => ({
  title: 'Privacy',
  description: 'What the registry keeps of people, for how long, and how to have it erased.',
  main: (
    <article class="about">
      <h1>Privacy</h1>
      <p class="lead">
        You can read everything here without an account. The registry keeps of you only what you send, and
        what it needs to answer you. It sells nothing, shows no advertisements and measures no visitors.
      </p>
      <Retention />
      <section>
        <h2 id="where">Where it is, and who sees it</h2>
        <ul>
          <li>
            In a D1 database of Cloudflare. The host of this registry has all of it; maintainers see
            submissions with the name and contact of the submitter; everyone sees the data sets, their history
            and the reasons, without the names of submitters.
          </li>
          <li>
            Cloudflare receives every request with its IP address. The registry stores an address only as a
            keyed hash. Its own log has errors, without names, contacts, addresses or keys.
          </li>
          <li>
            Discord receives what you type there and what the bot answers, and keeps it by its own rules. The
            maintainers’ channel gets a card of each submission.
          </li>
          <li>
            Where a form fills itself in from an address, the registry asks the site of that address, or the
            service that describes it, such as DataCite or GitHub. It does not say who asked.
          </li>
          <li>
            {hasTurnstile
              ? 'The forms load Cloudflare Turnstile, which checks your browser before you send. Nothing else is loaded from other sites.'
              : 'These pages load nothing from other sites.'}
          </li>
        </ul>
      </section>
      <section>
        <h2 id="cookies">Cookies</h2>
        <p>
          Reading sets none. Signing in as a maintainer sets one for 7 days. Sending something sets two: one
          for 5 minutes, so that you see it at once, and one for a year with the private links of what you
          sent from this browser. None of them follows you anywhere else.
        </p>
      </section>
      <section>
        <h2 id="erase">Have it erased</h2>
        <ul>
          <li>
            With a Discord account: type <code>/covid-data forget-me</code>. It says what goes and what stays,
            and erases after you confirm.
          </li>
          <li>
            Without one, or for a text about you that somebody else wrote: <Ask contact={contact} />
          </li>
        </ul>
        <p>
          Your name, account, contact, drafts, watches and private words go. Submissions and the changes that
          came of them stay, by nobody. A text that must not be public is replaced by a note with the date and
          the reason, in every version, feed and download.
        </p>
      </section>
    </article>
  ),
})

const Ask = ({ contact }: { readonly contact: string }) =>
  contact === '' ? (
    <>ask a maintainer of the registry.</>
  ) : (
    <>
      write to <a href={`mailto:${contact}`}>{contact}</a>. Name the reference or the private link of what you
      sent, if you have it.
    </>
  )

const Retention = () => (
  <section>
    <h2 id="kept">What is kept, why, and for how long</h2>
    <table class="kept">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Why</th>
          <th scope="col">How long</th>
        </tr>
      </thead>
      <tbody>
        {LASTING.map(({ what, why, until }) => (
          <Row what={what} why={why} until={until} />
        ))}
        {EXPIRING.map((kept) => (
          <Row what={kept.what} why={kept.why} until={kept.until ?? daysText(kept)} />
        ))}
      </tbody>
    </table>
  </section>
)

/** The job runs once a day. */
const daysText = ({ days }: Expiring): string => (days === 1 ? 'a day' : `${days} days`)

const Row = ({
  what,
  why,
  until,
}: {
  readonly what: string
  readonly why: string
  readonly until: string
}) => (
  <tr>
    <th scope="row">{what}</th>
    <td>{why}</td>
    <td>{until}</td>
  </tr>
)

export const privacyPages: readonly PageRoute[] = [{ path: '/privacy', get: answerPrivacy }]
