// What the registry says when it refuses, in every language.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../../bot/cards/kit/markdown.ts'
import { LANGUAGES, messagesFor, refusedText } from '../../../../bot/languages/index.ts'
import { faultyFields, RegistryError, refusal } from '../../../../schema/errors.ts'
import { RECORD_FIELDS } from '../../../../schema/record/field-keys.ts'
import { SubmissionInput } from '../../../../schema/record/submission.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import {
  REFUSALS,
  type Refusals,
  type Refused,
  type RefusedFor,
  sentenceIn,
} from '../../../../schema/refusals.ts'
import { parse } from '../../../../worker/domain/intake/parse.ts'

const slug = 'a'.repeat(LENGTHS.slug)
const name = 'N'.repeat(LENGTHS.name)
const host = `${'h'.repeat(LENGTHS.url - 8)}.org`.slice(0, LENGTHS.url - 8)
const most = 1_000_000

/** Of every sentence the longest values that chat can come to. */
const LONGEST: { readonly [Name in keyof Refusals]: RefusedFor<Name>['values'] } = {
  annotationUnnamed: ['colours', 'lesion masks'],
  licenseUnnamed: ['t'.repeat(100), 'BSD-3-Clause-No-Nuclear-License-2014'],
  noSuchSlug: [slug],
  noSuchSlugThen: [slug],
  nothingCalled: ['t'.repeat(LENGTHS.query)],
  nothingCalledBut: ['t'.repeat(LENGTHS.query), [name, name, name]],
  twiceTheSame: [name],
  noSuchRelease: ['9'.repeat(40)],
  momentToCome: [],
  blocked: [],
  senderBlocked: [],
  senderIsJob: [],
  enoughToday: [most, 'changes'],
  senderUnknown: [],
  recordTooLarge: [most],
  tooManyVersions: [most],
  enoughLetters: [],
  lettersUnanswered: [most],
  mailTooLate: [],
  mailUnknown: [],
  tooFast: [],
  readOnly: [`${'w'.repeat(299)}.`],
  databaseUnreachable: [],
  addressListed: [slug],
  addressTakenOff: [slug],
  addressWaits: [],
  addressTaken: [],
  keyReused: [],
  draftGone: [],
  noSuchSubmission: ['k'.repeat(40)],
  submissionChanged: [],
  tooManyAtOnce: [],
  decidedBefore: ['M'.repeat(100), 'withdrawn', '2026-11-23T10:05:00.000Z'],
  overAlready: ['withdrawn'],
  noOpenQuestion: [],
  undecided: [],
  maintainersOnly: [],
  wordsMissing: [],
  versionUnseen: [],
  ownSubmission: [],
  nothingToRevert: [12],
  recordChanged: [],
  recordMovedOn: [most, most],
  noSuchChange: [most],
  noSuchChangeOfIt: [most],
  changedLater: [RECORD_FIELDS],
  noSuchClaim: [],
  addressNotSettled: [],
  valueMissing: [],
  claimUnfit: [],
  statedAlready: [],
  discordIdUnfit: [],
  noSuchMaintainer: ['1'.repeat(20)],
  maintainerAlready: ['Bert'],
  proposalOver: [],
  ownProposal: [],
  nobodyToErase: [],
  blockedStays: [],
  maintainerStays: [],
  noSuchVersion: [most],
  listedStill: [most],
  redactionGrew: [most],
  redactResourceInstead: [slug],
  submissionWaits: ['S-7Q4K2'],
  nothingToRelease: ['9999.9999'],
  releaseExists: ['9999.9999'],
  noSuchCandidate: [most],
  candidateDeclined: [name],
  candidateTaken: [name, 'S-7Q4K2'],
  noDeadDelivery: [most],
  nothingToWatch: [],
  notWatched: [],
  noSuchWatch: [],
  watchAboutMissing: [],
  serversOnly: [],
  managersOnly: [],
  serverInstallOnly: [],
  channelElsewhere: [],
  channelWithoutPosts: [],
  channelClosed: [['view', 'sendInThreads', 'manageThreads']],
  typeUnfit: [['string', 'object', 'array'], true],
  noneOf: [RECORD_FIELDS, true],
  tooShort: [],
  tooLong: [most],
  tooManyEntries: [most],
  noEntries: [],
  tooLow: [most],
  tooHigh: [most],
  dateUnfit: [],
  dateUnclear: ['October 31st, 2020', '2020-04-03', '2020-03-04'],
  slugUnfit: [],
  countryUnfit: [],
  nameUnknown: [],
  empty: ['address'],
  tooManyMarks: ['address', 4],
  unwanted: ['address', 'direction', 'U+10FFFF', 'b'.repeat(30)],
  noAddress: [],
  addressTooLong: [LENGTHS.url],
  unfitInAddress: [' '],
  addressUnreadable: [],
  addressWithPassword: [],
  addressWithoutPort: [],
  hostIsNumber: [host],
  hostEndsWithStop: [host],
  hostDisguised: ['%F0%9D%90%A0', 'g'],
  hostNotPublic: [host],
  noHostName: [host],
  referencesTooLong: [most],
  tooManyReferences: [most],
  bibtexUnreadable: [most, 'k'.repeat(LENGTHS.slug), 'noValue'],
  referenceUnnamed: [most, 'k'.repeat(LENGTHS.slug)],
  referenceNotThere: [most, slug],
  noReference: [most, 't'.repeat(60)],
  fileTooLarge: [most],
  fileUnreadable: [],
  fileUnreachable: [],
  noDoi: [],
  nothingToChange: [],
  noResourceToEdit: [],
  noChangesToEdit: [],
  // Chat proposes none; over HTTP there may be more.
  sourcesUnlisted: [Array<string>(20).fill(slug)],
  sourceUnlisted: [],
  derivedFromItself: [],
  versionUnfit: [],
  versionNotLater: ['9999.9999'],
}

const NAMES = Object.keys(REFUSALS) as (keyof Refusals)[]
const german = messagesFor('de')
const english = messagesFor('en-GB')
const longest = (named: keyof Refusals) => ({ name: named, values: LONGEST[named] }) as Refused

describe.each(Object.entries(LANGUAGES))('in %s', (_, messages) => {
  it.each(NAMES)('%s is a whole sentence that chat shows', (named) => {
    const sentence = sentenceIn(messages.refusals, longest(named))
    expect(sentence).toMatch(/^\S.*\.$/su)
    expect(sentence).not.toMatch(/undefined|\[object|["']/)
    expect(sentence.length).toBeLessThanOrEqual(1500)
  })
})

describe('in German', () => {
  it.each(NAMES)('%s names what it names in English, and says it in German', (named) => {
    const [here, there] = [german, english].map(({ refusals }) => sentenceIn(refusals, longest(named)))
    expect(here).not.toBe(there)
    for (const value of LONGEST[named].filter((value) => typeof value !== 'object'))
      if (
        there?.includes(`${value}`) &&
        !['withdrawn', 'changes'].includes(`${value}`) &&
        value !== 'address' &&
        value !== ' '
      )
        expect(here).toContain(`${value}`)
    expect(here).not.toMatch(/[“”]\p{L}|\b(?:the|is|not)\b/u)
  })

  it('a sentence has who and when in the order of the language', () => {
    const decided = (by: string) =>
      refusal('conflict', 'decidedBefore', [by, 'rejected', '2026-11-23T10:05:00.000Z'])
    expect(refusedText(german, decided('Anna'))).toBe(
      'Anna hat das schon am 23. November 2026 um 10:05 UTC abgelehnt.',
    )
    expect(refusedText(german, decided(''))).toMatch(/^Jemand, der das Register pflegt, hat das schon /)
    expect(refusedText(english, decided('Anna'))).toBe(
      'Anna already rejected this, on 23 November 2026 at 10:05 UTC.',
    )
    expect(decided('Anna').message).toBe('Anna already rejected this, on 2026-11-23 at 10:05 UTC.')
    expect(decided('').message).toMatch(/^A maintainer already rejected /)
  })

  it('fields have names', () => {
    const refused = refusal('conflict', 'changedLater', [['url', 'availability.xray', 'licenseSpdx']])
    expect(refusedText(german, refused)).toContain('dasselbe: Adresse, Röntgen, Lizenz in der SPDX-Liste.')
    expect(refusedText(english, refused)).toContain(
      'the same fields: Address, X-ray, Licence in the SPDX list.',
    )
    expect(refused.message).toContain('the same fields: url, availability.xray, licenseSpdx.')
    const faulty = faultyFields([
      { field: 'evidence.2.source', name: 'empty', values: ['text'] },
      { field: 'changes.doi', name: 'noDoi', values: [] },
    ])
    expect(refusedText(german, faulty)).toBe(
      'Quelle: Der Text ist leer. DOI: Gib einen DOI an, etwa 10.5281/zenodo.1234.',
    )
  })
})

describe('a value of another shape', () => {
  const ofShape = (fields: object) => {
    const resource = { name: 'A', url: 'https://data.org/a', organization: 'B', ...fields }
    return refusedText(
      german,
      refusalOf(() => parse(SubmissionInput, { kind: 'addition', resource }, 'submission')),
    )
  }

  it.each([
    [
      { lastUpdated: '03/04/2020' },
      'Gib das Datum als 2020-04-03 oder als 2020-03-04 an: „03/04/2020“ kann beides bedeuten.',
    ],
    [{ lastUpdated: 'gestern' }, 'Gib ein Datum an, etwa 2020-10-07, 2020-10 oder 2020.'],
    [{ name: 'N'.repeat(LENGTHS.name + 1) }, `Gib höchstens ${LENGTHS.name} Zeichen an.`],
    [{ published: 'bald' }, 'Gib eine Zahl an.'],
    [{ countries: ['Deutschland'] }, 'Gib den Code eines Landes nach ISO 3166-1 alpha-2 an, etwa DE.'],
    [{ access: 'free' }, 'Zugang: Gib eines davon an: open, '],
    [{ colour: 'red' }, 'colour: Dieser Name ist hier nicht bekannt.'],
  ])('%j is refused in German too', (fields, sentence) => {
    expect(ofShape(fields)).toContain(sentence)
  })
})

describe('a proposal with three faults', () => {
  const error = refusalOf(() =>
    parse(
      SubmissionInput,
      { kind: 'addition', resource: { name: ' ', url: 'ftp://data.org', organization: 'A\u200bB' } },
      'submission',
    ),
  )

  it('is told of all of them, in each language', () => {
    expect(refusedText(german, error)).toBe(
      'Name: Der Text ist leer. ' +
        'Adresse: Eine Adresse beginnt mit https:// oder http://; auch ein DOI oder eine arXiv-Nummer geht. ' +
        `${german.fields.organization}: Der Text enthält nach „A“ ein unsichtbares Zeichen (U+200B).`,
    )
    expect(error.message).toBe(
      'resource.name: The text is empty. ' +
        'resource.url: An address begins with https:// or http://, or is a DOI or an arXiv number. ' +
        'resource.organization: The text has an invisible character (U+200B) after “A”.',
    )
    expect(refusedText(english, error)).toBe(
      'Name: The text is empty. ' +
        'Address: An address begins with https:// or http://, or is a DOI or an arXiv number. ' +
        'Organisation: The text has an invisible character (U+200B) after “A”.',
    )
    expect(error.details.problems?.map(({ field }) => field)).toEqual([
      'resource.name',
      'resource.url',
      'resource.organization',
    ])
  })

  it('is shown with its quotation marks as they are', () => {
    expect(plain(refusedText(german, error), 1500)).toContain('nach „A“ ein unsichtbares Zeichen')
  })
})

function refusalOf(attempt: () => unknown): RegistryError {
  try {
    attempt()
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
  throw new Error('It was not refused.')
}

describe('the catalogue', () => {
  const sourcesIn = (...rooms: string[]) =>
    execFileSync('git', ['ls-files', '--cached', ...rooms], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
  const sources = sourcesIn('schema/record', 'schema/text', 'worker/domain', 'worker/registry')
  const everywhere = `${sources}\n${sourcesIn('bot/commands', 'worker/discord')}`

  it.each(NAMES)('%s is said somewhere', (named) => {
    expect(everywhere).toMatch(new RegExp(`name: '${named}'|refusal\\([^;]*'${named}'`))
  })

  it('has every refusal of the registry but those that chat never meets', () => {
    const plainly = [...sources.matchAll(/new RegistryError\(\s*'(\w+)',\s*'([^']+)'/g)].map(
      ([, , sentence]) => sentence,
    )
    expect(plainly.toSorted()).toEqual([
      'Another decision already used this Idempotency-Key.',
      'Drafts are kept for people on Discord.',
      'This token is not valid, or it was revoked.',
      'You are not a maintainer of this registry. A maintainer can add you with /covid-review maintainers in Discord.',
      'You are not signed in, or your sign-in has ended.',
    ])
    expect(sources.match(/new RegistryError\(/g)).toHaveLength(plainly.length)
  })
})
