// A registry that has been used in every way: a row in every table.

import { env } from 'cloudflare:workers'
import type { Draft } from '../../../../schema/record/submission.ts'
import type { Registry } from '../../../../schema/verbs/registry.ts'
import { backupLines } from '../../../../worker/registry/backup/back-up.ts'
import { restore } from '../../../../worker/registry/backup/restore.ts'
import { emptyDatabase } from '../../../support/empty-database.ts'
import { applySurvey } from '../../../support/releases.ts'
import { ANNA, addition, BERT, rows, SENDER, STRANGER, sent } from '../submissions.ts'

const SOURCE = { source: 'README of the repository, read on 2026-05-01' } as const

export const A_DRAFT: Draft = { url: '', name: 'A draft', organization: '', has: [], lacks: [], notes: '' }

/** Uses the registry by its verbs alone. */
export async function useRegistry(registry: Registry): Promise<void> {
  if (ANNA.kind !== 'discord' || BERT.kind !== 'discord' || SENDER.kind !== 'discord') return
  const { token } = await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await registry.addMaintainer({ kind: 'token', token }, BERT.discordId, BERT.name)
  await registry.startSession(ANNA.discordId, ANNA.name)
  const decide = (reference: string, decision: 'approve' | 'reject' | 'ask', reason?: string) =>
    registry.decideSubmission(ANNA, reference, {
      decision,
      version: 1,
      ...(reason !== undefined && { reason }),
    })

  await registry.addWatch({ kind: 'person', actor: SENDER }, { kind: 'everything' })
  await registry.addWatch(
    { kind: 'channel', channelId: '70', guildId: '7', locale: 'de' },
    { kind: 'wanted', dataTypes: ['ct'], terms: {} },
  )
  const { watch } = await registry.addWatch(
    { kind: 'person', actor: BERT },
    { kind: 'resource', slug: 'eurorad' },
  )
  await registry.endWatch({ kind: 'person', actor: BERT }, watch.id)

  const listed = await sent(
    registry,
    addition('Lung Atlas of Würzburg', {
      availability: { ct: 'yes' },
      derivedFrom: ['covid-ct'],
      origins: ['A'],
    }),
  )
  await decide(listed.reference, 'approve', 'Seen.')
  const corrected = await sent(registry, {
    kind: 'correction',
    slug: 'covid-ct',
    baseVersion: 1,
    changes: { license: 'MIT', cautions: ['Read the “README” first: it\u2028says more.'] },
    evidence: [{ field: 'license', value: 'CC BY 4.0', ...SOURCE }],
    reason: 'Its LICENSE file says so.',
  })
  await decide(corrected.reference, 'approve')
  await registry.settleClaim(ANNA, 'covid-ct', { version: 2, claim: 0 }, 'The file is newer.')
  await registry.cutRelease(ANNA, '2.1', 'A first one.')
  await registry.cutRelease(BERT, '2.1', 'A first one.')

  const asked = await sent(registry, addition('Asked about'))
  await decide(asked.reference, 'ask', 'Where is it?')
  await registry.answerSubmission(SENDER, asked.reference, 'Over there.')
  const rejected = await sent(registry, addition('Rejected'))
  await decide(rejected.reference, 'reject', 'Not an image.')
  await registry.redactSubmission(ANNA, rejected.reference, { reason: 'A patient.' })
  const withdrawn = await sent(registry, addition('Withdrawn'))
  await registry.withdrawSubmission(SENDER, withdrawn.reference)
  const undone = await sent(registry, addition('Undone'))
  const { version } = await decide(undone.reference, 'approve')
  await lookAtNewest(registry)
  await registry.undoDecision(BERT, undone.reference, version)
  const anonymous = await registry.submit(
    STRANGER,
    { ...addition('By someone'), submitter: { name: 'Jane Roe', contact: 'jane@roe.example' } },
    { door: 'http', idempotencyKey: 'a-key-of-hers' },
  )
  await registry.askForMail(STRANGER, anonymous.submission.id, 'jane@roe.example')
  await registry.setBlocked(ANNA, anonymous.submission.id, true, 'Spam.')
  await registry.saveDraft(SENDER, A_DRAFT)
  await registry.offerCandidates(
    [
      {
        ...{ source: 'datacite', url: 'https://doi.org/10.5281/zenodo.8800001', publisher: 'Zenodo' },
        ...{ addresses: ['doi:10.5281/zenodo.8800001'], signs: ['imagesInTitle'], score: 3 },
        found: { isPaper: false, fields: { name: 'CT of a ward' }, evidence: [] },
      },
    ],
    { isWhole: false },
  )
  await registry.removeMaintainer('console', BERT.discordId)
  const claimed = await registry.claimDeliveries(3, ['review', 'submitter', 'announcement'])
  await registry.recordAttempts(
    claimed.map(({ id, kind }) => ({
      id,
      attempt: kind === 'review' ? { result: 'sent' } : { result: 'nobody', why: 'Closed.' },
    })),
  )
}

/** Whatever the looks say of an address is asked anew after a restore; which verdicts there were is kept. */
async function lookAtNewest(registry: Registry) {
  const { due } = await registry.listLinkWork()
  const looked = due
    .toSorted((a, b) => b.id - a.id)
    .slice(0, 1)
    .map((link) => ({ link, nextAt: TAKEN_AT, state: { ...link.state, verdict: 'alive' as const } }))
  await registry.recordLooks({ looked, copies: [], saved: [] })
  await registry.recordUpstream([{ resourceId: 1, before: { license: 'MIT', versions: ['1.0'] } }])
}

export const TAKEN_AT = '2026-11-29T03:00:00.000Z'

export async function listed(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

export const lines = (db: D1Database = env.DB) => listed(backupLines(db, TAKEN_AT))

export async function begin(): Promise<void> {
  await emptyDatabase()
  await applySurvey()
}

export const restoreLines = ([head = '', ...rest]: readonly string[]) =>
  restore(
    env.DB,
    JSON.parse(head),
    rest.map((line) => JSON.parse(line)),
  )

/** The registry again, from a backup of it. */
export async function restored(): Promise<void> {
  const saved = await lines()
  await begin()
  await restoreLines(saved)
}

/** Every row of every table but SQLite's own and the words of the full-text index, by table. */
export async function dumpTables(): Promise<{ readonly [table: string]: readonly unknown[] }> {
  const tables = await rows<{ name: string }>(
    `select name from pragma_table_list where type = 'table' and name not glob 'sqlite_*' and name not glob '_cf_*'`,
  )
  const dumped = await Promise.all(
    tables.map(async ({ name }) => [name, await rows(`select * from "${name}" order by rowid`)] as const),
  )
  // Of blocks only the lines, in any order, are made of the other tables.
  const lines = await rows<{ lines: string }>('select lines from listed_blocks order by block')
  const words = await rows<{ key: string; block: number; lines: string }>(
    `select * from word_blocks where lines <> '' order by key, block`,
  )
  return {
    ...Object.fromEntries(dumped),
    listed_blocks: lines.map((block) => block.lines.split('\u001e').sort()),
    // Its name is of this database alone.
    edition: (await rows('select name from edition')).map(() => 'a name'),
    // Whether there was something to count once is no matter.
    tallies: await rows('select * from tallies where total > 0 order by name'),
    word_blocks: words.map((block) => ({ ...block, lines: block.lines.split('\n').sort() })),
  }
}
