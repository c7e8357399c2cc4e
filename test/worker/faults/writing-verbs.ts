// Every verb of the registry: what writes has cases, each made ready anew as often as it is tried; the others only read.

import type { Actor, DiscordActor } from '../../../schema/verbs/actor.ts'
import type { NewCandidate } from '../../../schema/verbs/candidates.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { A_DRAFT } from '../registry/backup/used-registry.ts'
import { ANNA, addition, BERT, rows } from '../registry/submissions.ts'

export const READING = [
  ...[
    'listResources',
    'listNames',
    'getResource',
    'resolveResource',
    'findResourcesAt',
    'compareResources',
    'listChanges',
  ],
  ...[
    'previewRevert',
    'getOverview',
    'getGaps',
    'citeResource',
    'listReferences',
    'listReleases',
    'getLineage',
  ],
  ...['getAsOf', 'findDraft', 'getDraft', 'findSentDraft', 'previewSubmission', 'getSubmission'],
  ...[
    'getMail',
    'findMail',
    'findSubmissions',
    'listOwnSubmissions',
    'reviewSubmission',
    'listSubmissions',
    'getQueueEntry',
  ],
  ...['getSession', 'listMaintainers', 'listProposals', 'listActions', 'findNextDelivery', 'listDead'],
  ...[
    'listWatches',
    'findPersonalData',
    'previewRedaction',
    'getHealth',
    'getUsage',
    'admit',
    'countQueries',
    'listLinkWork',
    'listLinkFindings',
    'listUnconfirmed',
    'listUpstreamWork',
    'listLatestChanges',
  ],
  ...[
    'getEdition',
    'withEdition',
    'renewTime',
    'listKnownAddresses',
    'findLastDiscovery',
    'listCandidates',
    'getCandidate',
  ],
]

/** Does it with a registry: each time the same. */
type Doing = (registry: Registry) => Promise<unknown>

export interface Case {
  readonly verb: keyof Registry
  readonly what?: string
  /** Makes ready for one doing; `n` is a number that no other has. */
  readonly ready: (registry: Registry, n: number) => Promise<Doing>
  /** A repeat is another one: it gives out or adds up once more. */
  readonly isAnew?: true
  /** After it was done, a repeat is refused with this code. */
  readonly repeated?: 'conflict' | 'not_found'
  /** How many days later it is done. */
  readonly days?: number
}

const discordId = (n: number) => `4${String(n).padStart(17, '0')}`
const person = (n: number): DiscordActor => ({
  ...{ kind: 'discord', discordId: discordId(n), name: `Person ${n}` },
})
const stranger = (n: number): Actor => ({ kind: 'anonymous', address: `2001:db8:${n.toString(16)}::1` })

const sent = async (registry: Registry, n: number) =>
  (await registry.submit(person(n), addition(`Atlas ${n}`), { door: 'discord' })).submission

/** As if no letter was written today: all are counted together, and there are many tries. */
export const forgetLetters = () => rows("delete from daily_counts where counted = 'letters'")

/** A letter to an address that may get news of a submission; its token. */
async function written(registry: Registry, n: number, reference: string): Promise<string> {
  const [{ id } = { id: '' }] = await rows<{ id: string }>(
    'select capability as id from submissions where reference = ?',
    reference,
  )
  await forgetLetters()
  await registry.askForMail(stranger(n), id, `${n}@lab.example`)
  const [{ token } = { token: '' }] = await rows<{ token: string }>(
    'select token from mail_addresses where address = ?',
    `${n}@lab.example`,
  )
  return token
}

async function decided(registry: Registry, n: number, decision: 'approve' | 'ask' | 'reject') {
  const { reference } = await sent(registry, n)
  const { version, slug = '' } = await registry.decideSubmission(ANNA, reference, {
    ...{ decision, version: 1, reason: 'Seen.' },
  })
  return { reference, version, slug }
}

async function changeOf(slug: string): Promise<number> {
  const [{ sequence } = { sequence: 0 }] = await rows<{ sequence: number }>(
    `select sequence from changes where subject = 'resource' and record ->> '$.slug' = ? order by sequence desc`,
    slug,
  )
  return sequence
}

/** A resource that was added, removed again, and whose submission is rejected. */
async function removed(registry: Registry, n: number) {
  const { reference, version, slug } = await decided(registry, n, 'approve')
  await registry.undoDecision(BERT, reference, version)
  await registry.decideSubmission(ANNA, reference, { decision: 'reject', reason: 'Malware.' })
  return { reference, slug }
}

/** Deliveries of one submission alone are waiting. */
async function waiting(registry: Registry, n: number) {
  await rows("update deliveries set state = 'done' where state <> 'done'")
  await sent(registry, n)
}

async function proposed(registry: Registry, n: number, what: 'removal' | 'release'): Promise<number> {
  if (what === 'removal') {
    await registry.addMaintainer('console', discordId(n), `Person ${n}`)
    return (await registry.removeMaintainer(ANNA, discordId(n)))?.id ?? 0
  }
  await decided(registry, n, 'approve')
  const answer = await registry.cutRelease(ANNA, `9.${n}`, 'A note.')
  return 'proposal' in answer ? answer.proposal.id : 0
}

const aCandidate = (n: number): NewCandidate => ({
  ...{ source: 'datacite', url: `https://data.org/found-${n}`, publisher: 'Zenodo', score: 5 },
  ...{ addresses: [`data.org/found-${n}`], signs: ['imagesInTitle'] },
  found: { isPaper: false, fields: { name: `Found ${n}` }, evidence: [] },
})

/** Nothing else is offered, in this week or before. */
const forgetOffers = () => rows(`update candidates set state = 'declined', offered_at = '2020-01-01'`)

async function offered(registry: Registry, n: number): Promise<number> {
  await forgetOffers()
  await registry.offerCandidates([aCandidate(n)], { isWhole: false })
  const { items } = await registry.listCandidates(ANNA, { state: 'offered', size: 1 })
  return items[0]?.id ?? 0
}

export const WRITING: readonly Case[] = [
  {
    verb: 'offerCandidates',
    async ready(_, n) {
      await forgetOffers()
      return (registry) => registry.offerCandidates([aCandidate(n)], { isWhole: false })
    },
  },
  {
    verb: 'takeUpCandidate',
    async ready(registry, n) {
      // The first of all also brings the row of the registry's own submitter.
      await registry.takeUpCandidate(ANNA, await offered(registry, n + 1_000_000))
      const id = await offered(registry, n)
      return (registry) => registry.takeUpCandidate(ANNA, id)
    },
  },
  {
    verb: 'declineCandidate',
    async ready(registry, n) {
      const id = await offered(registry, n)
      return (registry) => registry.declineCandidate(ANNA, id, 'No images.')
    },
  },
  {
    verb: 'submit',
    ready: async (_, n) => (registry) =>
      registry.submit(person(n), addition(`Atlas ${n}`), { door: 'discord', idempotencyKey: `key ${n}` }),
  },
  {
    ...{ verb: 'submit', what: 'by a stranger, with a name' },
    ready: async (_, n) => (registry) =>
      registry.submit(
        stranger(n),
        { ...addition(`Atlas ${n}`), submitter: { name: `Name ${n}`, contact: `${n}@data.org` } },
        { door: 'http', idempotencyKey: `key ${n}` },
      ),
  },
  {
    ...{ verb: 'submit', what: 'of a draft' },
    async ready(registry, n) {
      const { id } = await registry.saveDraft(person(n), A_DRAFT)
      return (registry) =>
        registry.submit(person(n), addition(`Atlas ${n}`), {
          ...{ door: 'discord', idempotencyKey: id, draft: id },
        })
    },
  },
  {
    ...{ verb: 'submit', what: 'without a key', repeated: 'conflict' },
    ready: async (_, n) => (registry) =>
      registry.submit(stranger(n), addition(`Atlas ${n}`), { door: 'http' }),
  },
  {
    verb: 'saveDraft',
    ready: async (_, n) => (registry) => registry.saveDraft(person(n), A_DRAFT, `draft ${n}`),
  },
  {
    ...{ verb: 'discardDraft', repeated: 'not_found' },
    async ready(registry, n) {
      const { id } = await registry.saveDraft(person(n), A_DRAFT)
      return (registry) => registry.discardDraft(person(n), id)
    },
  },
  {
    ...{ verb: 'editSubmission', repeated: 'conflict' },
    async ready(registry, n) {
      const { reference } = await sent(registry, n)
      return (registry) =>
        registry.editSubmission(person(n), reference, {
          ...{ version: 1, resource: { name: `Book ${n}`, url: `https://data.org/book-${n}` } },
        })
    },
  },
  {
    verb: 'answerSubmission',
    async ready(registry, n) {
      const { reference } = await decided(registry, n, 'ask')
      return (registry) => registry.answerSubmission(person(n), reference, 'Over there.')
    },
  },
  {
    verb: 'withdrawSubmission',
    async ready(registry, n) {
      const { reference } = await sent(registry, n)
      return (registry) => registry.withdrawSubmission(person(n), reference)
    },
  },
  {
    verb: 'askForMail',
    async ready(registry, n) {
      const { id } = await sent(registry, n)
      await forgetLetters()
      return (registry) => registry.askForMail(stranger(n), id, `${n}@lab.example`)
    },
  },
  {
    ...{ verb: 'decideSubmission', what: 'with news by mail' },
    async ready(registry, n) {
      const { reference } = await sent(registry, n)
      await registry.confirmMail(await written(registry, n, reference))
      return (registry) =>
        registry.decideSubmission(
          BERT,
          reference,
          { decision: 'ask', version: 1, reason: 'Seen.' },
          `key ${n}`,
        )
    },
  },
  {
    verb: 'confirmMail',
    async ready(registry, n) {
      const token = await written(registry, n, (await sent(registry, n)).reference)
      return (registry) => registry.confirmMail(token)
    },
  },
  {
    verb: 'stopMail',
    async ready(registry, n) {
      const token = await written(registry, n, (await sent(registry, n)).reference)
      return (registry) => registry.stopMail(token)
    },
  },
  ...(['approve', 'ask', 'reject'] as const).map(
    (decision): Case => ({
      ...{ verb: 'decideSubmission', what: decision },
      async ready(registry, n) {
        const { reference } = await sent(registry, n)
        return (registry) =>
          registry.decideSubmission(BERT, reference, { decision, version: 1, reason: 'Seen.' }, `key ${n}`)
      },
    }),
  ),
  ...(['approve', 'reject'] as const).map(
    (decision): Case => ({
      ...{ verb: 'undoDecision', what: decision },
      async ready(registry, n) {
        const { reference, version } = await decided(registry, n, decision)
        return (registry) => registry.undoDecision(BERT, reference, version)
      },
    }),
  ),
  ...[true, false].map(
    (isBlocked): Case => ({
      ...{ verb: 'setBlocked', what: isBlocked ? 'block' : 'lift' },
      async ready(registry, n) {
        const { reference } = await sent(registry, n)
        if (!isBlocked) await registry.setBlocked(ANNA, reference, true, 'Spam.')
        return (registry) => registry.setBlocked(ANNA, reference, isBlocked, 'Spam.')
      },
    }),
  ),
  {
    verb: 'revertChange',
    async ready(registry, n) {
      const { slug } = await decided(registry, n, 'approve')
      const { submission } = await registry.submit(
        person(n),
        { kind: 'correction', slug, baseVersion: 1, changes: { license: 'MIT' }, reason: 'Its file.' },
        { door: 'discord' },
      )
      await registry.decideSubmission(ANNA, submission.reference, { decision: 'approve', version: 1 })
      const change = await changeOf(slug)
      return (registry) => registry.revertChange(BERT, change, 2, 'A mistake.')
    },
  },
  {
    verb: 'revertAll',
    async ready(registry, n) {
      const by = discordId(n + 1_000_000)
      await registry.addMaintainer('console', by, 'Rogue')
      const { reference } = await sent(registry, n)
      await registry.decideSubmission({ kind: 'discord', discordId: by, name: 'Rogue' }, reference, {
        ...{ decision: 'approve', version: 1 },
      })
      await registry.removeMaintainer('console', by)
      return (registry) => registry.revertAll('console', { by, since: '2026-01-01T00:00:00.000Z' }, true)
    },
  },
  {
    ...{ verb: 'settleClaim', repeated: 'conflict' },
    async ready(registry, n) {
      const { submission } = await registry.submit(
        person(n),
        {
          ...addition(`Atlas ${n}`, { license: 'CC BY 4.0' }),
          evidence: [{ field: 'license', value: 'MIT', source: 'Its README.' }],
        },
        { door: 'discord' },
      )
      const { slug = '' } = await registry.decideSubmission(ANNA, submission.reference, {
        ...{ decision: 'approve', version: 1 },
      })
      return (registry) => registry.settleClaim(BERT, slug, { version: 1, claim: 0 }, 'Newer.')
    },
  },
  {
    ...{ verb: 'cutRelease', what: 'proposed' },
    async ready(registry, n) {
      await decided(registry, n, 'approve')
      return (registry) => registry.cutRelease(ANNA, `9.${n}`, 'A note.')
    },
  },
  ...(['removal', 'release'] as const).map(
    (what): Case => ({
      ...{ verb: 'confirmProposal', what },
      async ready(registry, n) {
        const proposal = await proposed(registry, n, what)
        return (registry) => registry.confirmProposal(BERT, proposal)
      },
    }),
  ),
  {
    ...{ verb: 'addMaintainer', isAnew: true },
    ready: async (_, n) => (registry) => registry.addMaintainer('console', discordId(n), 'Carl'),
  },
  ...['console', 'proposed'].map(
    (what): Case => ({
      ...{ verb: 'removeMaintainer', what },
      async ready(registry, n) {
        await registry.addMaintainer('console', discordId(n), `Person ${n}`)
        return (registry) => registry.removeMaintainer(what === 'console' ? what : ANNA, discordId(n))
      },
    }),
  ),
  {
    ...{ verb: 'startSession', isAnew: true },
    async ready(registry, n) {
      await registry.addMaintainer('console', discordId(n), `Person ${n}`)
      return (registry) => registry.startSession(discordId(n), `Person ${n}`)
    },
  },
  {
    verb: 'endSession',
    async ready(registry, n) {
      await registry.addMaintainer('console', discordId(n), `Person ${n}`)
      await registry.startSession(discordId(n), `Person ${n}`)
      const [{ id } = { id: '' }] = await rows<{ id: string }>(
        'select id from sessions where person_id = (select id from people where discord_id = ?)',
        discordId(n),
      )
      return (registry) => registry.endSession({ kind: 'session', id })
    },
  },
  {
    ...{ verb: 'claimDeliveries', isAnew: true },
    async ready(registry, n) {
      await waiting(registry, n)
      return (registry) => registry.claimDeliveries(10, ['review', 'submitter', 'announcement', 'digest'])
    },
  },
  {
    verb: 'recordAttempts',
    async ready(registry, n) {
      await waiting(registry, n)
      const claimed = await registry.claimDeliveries(10, ['review', 'submitter'])
      const ended = claimed.map(({ id }) => ({
        ...{ id, attempt: { result: 'sent', channelId: '70', messageId: String(id) } as const },
      }))
      return (registry) => registry.recordAttempts(ended)
    },
  },
  {
    ...{ verb: 'queueReminder', days: 10 },
    async ready(registry, n) {
      await sent(registry, n)
      await rows("delete from deliveries where kind = 'digest'")
      return (registry) => registry.queueReminder()
    },
  },
  {
    verb: 'retryDelivery',
    async ready(registry, n) {
      await waiting(registry, n)
      const [dead] = await registry.claimDeliveries(1, ['review'])
      const { id } = dead ?? { id: 0 }
      await registry.recordAttempts([{ id, attempt: { result: 'refused', error: '403' } }])
      return (registry) => registry.retryDelivery(ANNA, id)
    },
  },
  ...[person, undefined].map(
    (of): Case => ({
      ...{ verb: 'addWatch', what: of ? 'person' : 'channel' },
      ready: async (_, n) => (registry) =>
        registry.addWatch(
          of
            ? { kind: 'person', actor: of(n) }
            : { kind: 'channel', channelId: String(n), guildId: '7', actor: person(n), locale: 'de' },
          { kind: 'everything' },
        ),
    }),
  ),
  {
    verb: 'endWatch',
    async ready(registry, n) {
      const owner = { kind: 'person', actor: person(n) } as const
      const { watch } = await registry.addWatch(owner, { kind: 'everything' })
      return (registry) => registry.endWatch(owner, watch.id)
    },
  },
  ...(['erasePerson', 'eraseSelf'] as const).map(
    (verb): Case => ({
      ...{ verb, repeated: 'not_found' },
      async ready(registry, n) {
        await decided(registry, n, 'ask')
        await registry.saveDraft(person(n), A_DRAFT)
        return (registry) =>
          verb === 'eraseSelf'
            ? registry.eraseSelf(person(n))
            : registry.erasePerson({ discordId: discordId(n) })
      },
    }),
  ),
  {
    verb: 'redactResource',
    async ready(registry, n) {
      const { slug } = await removed(registry, n)
      return (registry) => registry.redactResource(ANNA, slug, { reason: 'Malware.' })
    },
  },
  {
    verb: 'redactSubmission',
    async ready(registry, n) {
      const { reference } = await decided(registry, n, 'reject')
      return (registry) => registry.redactSubmission(ANNA, reference, { reason: 'A patient.' })
    },
  },
  {
    verb: 'recordLooks',
    async ready(registry) {
      const { due } = await registry.listLinkWork()
      const [link] = due
      if (!link) throw new Error('Every address is due once.')
      const state = { ...link.state, verdict: 'dead', saying: 'answers 404' } as const
      const copies = [
        { id: link.id, address: link.address, archivedUrl: `https://archive.example/${link.id}` },
      ]
      return (own) =>
        own.recordLooks({
          looked: [{ link, state, nextAt: '9999-01-01T00:00:00.000Z' }],
          copies,
          saved: [link.id],
        })
    },
  },
  {
    verb: 'recordUpstream',
    async ready(_, n) {
      await rows('delete from upstream_looks')
      return (registry) => registry.recordUpstream([{ resourceId: 1, before: { license: `License ${n}` } }])
    },
  },
  {
    verb: 'noteProposed',
    async ready(_, n) {
      return (registry) => registry.noteProposed(1, `https://new.example/${n}`)
    },
  },
  {
    verb: 'noteRun',
    async ready() {
      await rows('delete from jobs')
      return (registry) => registry.noteRun('outbox')
    },
  },
  {
    ...{ verb: 'addRowsUsed', isAnew: true },
    async ready() {
      await rows('delete from rows_used')
      return (registry) => registry.addRowsUsed({ read: 5, written: 1 })
    },
  },
]
