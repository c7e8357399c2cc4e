// What several people do in the registry, in any order and at once: steps made at random, and what does them.

import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { RegistryError } from '../../../../schema/errors.ts'
import type { Actor } from '../../../../schema/verbs/actor.ts'
import type { Registry } from '../../../../schema/verbs/registry.ts'
import { createRegistry } from '../../../../worker/registry/index.ts'
import { ANNA, BERT, rows } from '../submissions.ts'

const VERBS = [
  ...['submit', 'submit', 'submit', 'correct', 'correct', 'remove', 'edit', 'ask', 'answer', 'withdraw'],
  ...['approve', 'approve', 'approve', 'approve', 'reject', 'undo', 'undo', 'revert', 'revert', 'settle'],
  ...['redactSubmission', 'redactResource', 'erase', 'block', 'watch', 'draft', 'deliver'],
] as const

export interface Step {
  readonly verb: (typeof VERBS)[number]
  /** Which of the course's people does it, or in whose name. */
  readonly person: number
  /** Which submission or resource, counted from the latest. */
  readonly target: number
  /** Which texts and addresses; the same ones meet. */
  readonly content: number
  /** The version that the person saw is not the latest. */
  readonly isStale: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom(...VERBS),
  person: fc.nat(5),
  target: fc.oneof(fc.constant(0), fc.nat(3)),
  content: fc.nat(7),
  isStale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
})

/** One moment after another: what is done at once is in one list. */
export type Course = readonly (readonly Step[])[]
export const course: fc.Arbitrary<Course> = fc
  .tuple(
    fc.array(step, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(step) },
        { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 3 }) },
      ),
      { minLength: 8, maxLength: 24 },
    ),
  )
  // Nothing is decided before something was sent in.
  .map(([sent, moments]) => [sent.map((one) => ({ ...one, verb: 'submit' as const })), ...moments])

/** People of one course alone, whose names are nowhere else. */
export interface Cast {
  readonly number: number
  readonly submitters: readonly [DiscordPerson, DiscordPerson]
  readonly anonymous: Extract<Actor, { kind: 'anonymous' }>
  /** The contact of the third submitter. */
  readonly contact: string
}
type DiscordPerson = Extract<Actor, { kind: 'discord' }>

const nameOf = (course: number, person: number) => `Marked${person}x${course}x Person`
const submitter = (course: number, person: number): DiscordPerson => ({
  kind: 'discord',
  discordId: `3${person}${String(course).padStart(15, '0')}`,
  name: nameOf(course, person),
  locale: 'de',
})

export const castOf = (number: number): Cast => ({
  number,
  submitters: [submitter(number, 1), submitter(number, 2)],
  anonymous: { kind: 'anonymous', address: `2001:db8:${(number % 65_536).toString(16)}::1` },
  contact: `marked3x${number}x@contact.example`,
})

/** All that names one of them. */
export const marksOf = ({ number, submitters, contact }: Cast): readonly string[] => [
  ...submitters.flatMap(({ discordId, name }) => [discordId, name]),
  nameOf(number, 3),
  contact,
]

/** Each moment is a second; each course a day, so that no day's count is full. */
export function openCourse(number: number): Registry {
  let now = Date.parse('2026-12-01T08:00:00.000Z') + number * 86_400_000
  return createRegistry(env.DB, {
    submissionsPerDay: 10_000,
    now: () => {
      now += 1000
      return new Date(now)
    },
  })
}

/** Does a step. Whether it was taken: a refusal is an answer like another; anything else that is thrown is a fault. */
export async function take(registry: Registry, cast: Cast, step: Step, since: number): Promise<boolean> {
  try {
    await act(registry, cast, step, since)
    return true
  } catch (error) {
    if (error instanceof RegistryError) return false
    throw error
  }
}

/** The states in which a submission is usually chosen for a verb; now and then it is another one. */
const FITTING: { readonly [Verb in Step['verb']]?: string } = {
  edit: 'pending asked',
  answer: 'asked',
  withdraw: 'pending asked',
  ask: 'pending asked',
  approve: 'pending asked',
  reject: 'pending asked',
  undo: 'approved rejected',
  redactSubmission: 'rejected withdrawn',
}

interface SubmissionKeys {
  readonly id: number
  readonly capability: string
  readonly reference: string
  readonly version: number
  /** The version of the resource that it is about. */
  readonly resource: number | null
}

async function act(registry: Registry, cast: Cast, step: Step, since: number): Promise<unknown> {
  const { verb, person, target, content, isStale } = step
  const people = [...cast.submitters, cast.anonymous, ANNA, BERT, cast.submitters[0]]
  const actor = people[person] ?? ANNA
  const maintainer = person % 4 === 3 ? cast.submitters[1] : person % 2 === 0 ? ANNA : BERT
  // An account or a contact is found in any text; a name, which may be any word, in what its person sent alone.
  const signed = actor.kind === 'discord' && cast.submitters.includes(actor) ? actor.name : 'a maintainer'
  const mentioned = `${cast.contact} or <@${cast.submitters[0].discordId}>`
  const reason = `Ask ${mentioned}.`
  const words = `Words of ${signed}: ask ${mentioned}.`
  const sent = await rows<SubmissionKeys>(
    `select id, capability, reference, version,
       (select version from resources as r where r.id = s.resource_id) as resource
     from submissions as s where id > ?1 and instr(?2, state) > 0 order by id desc limit 4`,
    since,
    (content !== 7 && FITTING[verb]) || 'pending asked approved rejected withdrawn',
  )
  const found = sent[target % Math.max(sent.length, 1)]
  const listed = await rows<{ slug: string; version: number }>(
    `select slug, version from resources
     where (id <= 14 or id in (select resource_id from submissions where id > ?1)) and (status <> 'removed') <> ?2
     order by id > 14 desc, id desc limit 4`,
    since,
    verb === 'redactResource' || content === 7 ? 1 : 0,
  )
  const resource = listed[target % listed.length] ?? { slug: 'covid-ct', version: 1 }
  const seen = resource.version - (isStale ? 1 : 0)
  // The submitters know the secret ids of what was sent.
  const key = found && (person < 3 ? found.capability : found.reference)
  const version = (found?.version ?? 1) - (isStale ? 1 : 0)
  const cell = (['yes', 'no', 'unknown'] as const)[content % 3] ?? 'yes'
  const name = `Atlas ${content % 4} of ${cast.number}`
  const url = `https://atlas-data.org/${cast.number}/${content}`
  const evidence = [
    { field: 'license', value: content % 2 ? 'MIT' : 'CC BY 4.0', source: `The README, and ${words}` },
  ] as const
  const submitter =
    actor.kind === 'anonymous' && content % 2 === 0
      ? { submitter: { name: nameOf(cast.number, 3), contact: cast.contact } }
      : {}
  const how = {
    door: actor.kind === 'anonymous' ? 'http' : 'discord',
    ...(content % 3 === 0 && { idempotencyKey: `key ${cast.number} ${content}` }),
  } as const
  switch (verb) {
    case 'submit':
      return registry.submit(
        actor,
        {
          kind: 'addition',
          resource: {
            ...{ name, url, organization: `Institute ${content}` },
            ...(content % 2 && { availability: { ct: cell }, license: 'CC BY 4.0', notes: words }),
            ...(content % 3 === 0 && {
              derivedFrom: [resource.slug],
              origins: [`Origin ${content}`],
              cautions: [words],
            }),
            ...(content === 5 && {
              references: [
                {
                  id: `work-${content}`,
                  type: 'article',
                  title: `Work of ${cast.number}`,
                  DOI: `10.1000/${cast.number}`,
                },
              ],
            }),
          },
          ...(content % 2 && { evidence: [...evidence], reason: words }),
          ...submitter,
        },
        how,
      )
    case 'correct':
      return registry.submit(
        actor,
        {
          kind: 'correction',
          slug: resource.slug,
          baseVersion: seen || 1,
          changes: {
            ...(content % 2 ? { license: content % 3 ? 'MIT' : null } : { name }),
            ...(content % 3 === 0 && { availability: { mrt: cell, ct: cell } }),
            ...(content === 4 && { url }),
          },
          ...(content % 4 === 1 && { evidence: [...evidence] }),
          reason: words,
          ...submitter,
        },
        how,
      )
    case 'remove':
      return registry.submit(
        actor,
        { kind: 'removal', slug: resource.slug, baseVersion: seen || 1, reason: words, ...submitter },
        how,
      )
    case 'edit':
      return registry.editSubmission(actor, key ?? 'S-22222', {
        version: version || 1,
        ...(content % 2 ? { reason } : { resource: { name, url, availability: { ct: cell } } }),
      })
    case 'answer':
      return registry.answerSubmission(actor, key ?? 'S-22222', reason)
    case 'withdraw':
      return registry.withdrawSubmission(actor, key ?? 'S-22222')
    case 'ask':
    case 'approve':
    case 'reject':
      return registry.decideSubmission(
        maintainer,
        found?.reference ?? 'S-22222',
        {
          decision: verb,
          version: version || 1,
          ...((verb !== 'approve' || content % 2 === 0) && { reason }),
          ...(content % 3 && found?.resource && { resourceVersion: found.resource - (isStale ? 1 : 0) || 1 }),
        },
        ...(content === 6 ? [`decision ${cast.number}`] : []),
      )
    case 'undo':
      return registry.undoDecision(maintainer, found?.reference ?? 'S-22222', version)
    case 'revert': {
      const changes = await rows<{ sequence: number }>(
        `select sequence from changes where subject = 'resource' and subject_id = (
           select cast(id as text) from resources where slug = ?) order by sequence desc limit 4`,
        resource.slug,
      )
      return registry.revertChange(maintainer, changes[content % changes.length]?.sequence ?? 1, seen, reason)
    }
    case 'settle':
      return registry.settleClaim(maintainer, resource.slug, { version: seen, claim: content % 3 }, reason)
    case 'redactSubmission':
      return registry.redactSubmission(maintainer, found?.reference ?? 'S-22222', { reason: 'A patient.' })
    case 'redactResource':
      return registry.redactResource(maintainer, resource.slug, {
        reason: 'A patient.',
        ...(content % 2 && { version: Math.max(1, resource.version - 1) }),
      })
    case 'erase':
      return erase(registry, cast, person % 3)
    case 'block':
      return registry.setBlocked(maintainer, found?.reference ?? 'S-22222', content === 0, reason)
    case 'watch':
      if (actor.kind !== 'discord') return undefined
      return registry.addWatch(
        { kind: 'person', actor },
        content % 2 ? { kind: 'resource', slug: resource.slug } : { kind: 'everything' },
      )
    case 'draft':
      return registry.saveDraft(actor, {
        url,
        name: words,
        organization: '',
        has: ['ct'],
        lacks: [],
        notes: words,
      })
    case 'deliver': {
      const claimed = await registry.claimDeliveries(5, ['review', 'submitter', 'announcement'])
      return registry.recordAttempts(
        claimed.map(({ id }, n) => ({
          id,
          attempt: n === content ? { result: 'nobody', why: 'Closed.' } : { result: 'sent' },
        })),
      )
    }
  }
}

/** Erases one of the course's submitters; the third has a row for each name that was typed. */
async function erase(registry: Registry, { submitters, contact }: Cast, person: number): Promise<void> {
  const { [person]: one } = submitters
  if (one) return void (await registry.erasePerson({ discordId: one.discordId }))
  for (const { id } of await rows<{ id: number }>('select id from people where contact = ?', contact))
    await registry.erasePerson({ personId: id })
}

export async function eraseAll(registry: Registry, cast: Cast): Promise<void> {
  for (const person of [0, 1, 2])
    await erase(registry, cast, person).catch((error: unknown) => {
      if (!(error instanceof RegistryError && error.code === 'not_found')) throw error
    })
}
