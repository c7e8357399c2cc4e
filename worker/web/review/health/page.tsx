// GET /review/health: whether the registry runs as it should, and what it has used of the day's rows.

import { english } from '../../../../bot/languages/index.ts'
import { MOST_COUNTED } from '../../../../schema/verbs/operations.ts'
import { type HealthReport, healthReport } from '../../../health.ts'
import type { Child } from '../../jsx.ts'
import { answerPrivate } from '../../page.tsx'
import { Moment } from '../../parts/moment.tsx'
import { forMaintainers } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'

export const health = forMaintainers(async (c, { actor, name }) => {
  const usage = await c.get('registry').getUsage(actor)
  const report = healthReport(c.env, usage.health, Date.now())
  return answerPrivate(c, {
    title: 'Health',
    description: 'Whether the registry runs as it should.',
    section: '/review',
    main: (
      <div class="review">
        <SignedIn name={name} />
        <p class="way">
          <a href="/review">Queue</a>
        </p>
        <h1>Health</h1>
        {report.reasons.length === 0 ? (
          <p class="lead">Everything runs as it should.</p>
        ) : (
          report.reasons.map((reason) => <p class="notice warning">{reason}</p>)
        )}
        <table>
          <tbody>
            {numbersOf(report).map(([label, value]) => (
              <Row label={label} value={value} />
            ))}
            <Row label="Last run of cron" value={momentOf(report.cron.ranAt)} />
            <Row label="Delivery due for longest" value={momentOf(report.deliveries.oldestDueAt)} />
            <Row label="Rows read today" value={english.number(usage.today.read)} />
            <Row label="Rows written today" value={english.number(usage.today.written)} />
          </tbody>
        </table>
        <p>
          Days end at midnight UTC; the free plan has 5,000,000 rows to read and 100,000 to write. The rows
          are those that the Worker has counted: the last few thousand of each of its instances are not in
          them, nor is what the host’s own commands use.
        </p>
      </div>
    ),
  })
})

const momentOf = (iso: string | null) => (iso === null ? 'None' : <Moment iso={iso} />)

/** Counts end at `MOST_COUNTED`. */
const countText = (count: number) => (count < MOST_COUNTED ? String(count) : `${MOST_COUNTED} or more`)

const numbersOf = ({ version, build, migrations, waiting, deliveries }: HealthReport) =>
  [
    ['Version', `${version}, ${build}`],
    ['Migrations', `${migrations.applied} of ${migrations.expected}`],
    ['Submissions that wait', countText(waiting)],
    ['Deliveries that wait', countText(deliveries.waiting)],
    ['Deliveries that failed', countText(deliveries.dead)],
  ] as const

const Row = ({ label, value }: { readonly label: string; readonly value: Child }) => (
  <tr>
    <th scope="row">{label}</th>
    <td>{value}</td>
  </tr>
)
