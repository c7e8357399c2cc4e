// What a researcher asks first: is it there, may I use it, how do I get it, how large is it.

import type { ClaimField, Resource } from '../../../schema/record/resource.ts'
import { AVAILABILITY, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Words } from '../../languages/index.ts'
import type { Footnotes } from '../kit/footnotes.ts'
import { address, plain } from '../kit/markdown.ts'
import { type Room, type Said, said, saidLine } from './claims-text.ts'
import { accessText, sizeOf } from './fact-words.ts'
import { licenseText } from './license-text.ts'

/** How much room the facts have, in UTF-16 units where not said otherwise. */
export interface FactRoom extends Room {
  /** A size in the words of its source, beside the numbers. */
  readonly words: number
  /** All formats together. */
  readonly formats: number
  readonly spdx: number
  /** How many of the fields whose place on the card is not with their other claims. */
  readonly otherwise: number
  /** How many former addresses. */
  readonly formerUrls: number
}

/** Status, licence, access and size, and in one line those that nobody has said; formats, DOI and former addresses. */
export function factLines(
  words: Words,
  resource: Resource,
  nameOf: (slug: string) => string,
  notes: Footnotes,
  room: FactRoom,
): string[] {
  const { facts } = words
  const claimed = (field: ClaimField, stated?: readonly string[]) =>
    said(words, resource, field, notes, room, stated)
  const status = statusLine(words, resource, nameOf, claimed)
  const answers = [
    { name: facts.licence, lines: licenseLines(words, resource, claimed('license'), room) },
    {
      name: facts.access,
      lines: saidLine(words, 'access', accessText(words, resource.access), claimed('access')),
    },
    {
      name: facts.size,
      lines: saidLine(words, 'counts', sizeText(words, resource, room), claimed('counts')),
    },
  ]
  const missing = answers.filter(({ lines }) => lines.length === 0).map(({ name }) => name)
  const missed = missing.length > 0 ? facts.nobodySaid(words.listed(missing)) : undefined
  const rest = [
    ...formatLines(words, resource, claimed, room),
    ...addressLines(words, resource, claimed, room),
  ]
  // A row of the survey of which nothing else is known takes one line.
  if (missed && missing.length === answers.length) return [`${status} · ${missed}`, ...rest]
  return [
    status,
    ...answers.flatMap(({ lines }) => lines),
    ...(missed ? [`${missed.charAt(0).toUpperCase()}${missed.slice(1)}.`] : []),
    ...rest,
  ]
}

type Claimed = (field: ClaimField, stated?: readonly string[]) => Said

/** "**Status** superseded by COVID-CT, as of 2026-06 ¹" */
function statusLine(
  words: Words,
  { status, successor, claims }: Resource,
  nameOf: (slug: string) => string,
  claimed: Claimed,
): string {
  const said = claimed('status')
  const heir = successor === null ? undefined : `${plain(nameOf(successor), 200)}`
  const asOf = claims
    .flatMap((claim) => (claim.field === 'status' && claim.stated && claim.asOf ? [claim.asOf] : []))
    .sort()
    .at(-1)
  if (status === 'unknown' && said.otherCount > 0 && !heir)
    return saidLine(words, 'status', undefined, said).join()
  const { statuses, facts } = words
  const follows = status === 'superseded' ? facts.supersededBy : facts.replacedBy
  const stated = [
    statuses[status],
    ...(heir === undefined ? [] : [follows(heir)]),
    ...(asOf ? [facts.asOf(asOf)] : []),
  ].join('')
  const line = saidLine(words, 'status', stated, said).join()
  return heir === undefined ? line : `${line}${claimed('successor').marks()}`
}

/** Licences that disagree are counted: which one holds nobody can tell but who gave them. */
function licenseLines(words: Words, resource: Resource, claimed: Said, { spdx }: FactRoom): string[] {
  const { facts } = words
  const stated = licenseText(words, resource, spdx)
  if (claimed.otherCount === 0) return saidLine(words, 'license', stated, claimed)
  const total = claimed.otherCount + (stated === undefined ? 0 : 1)
  const name = `**${fieldName(words, 'license')}**`
  if (stated === undefined) return [`${name} ${facts.licenceUnsettled(total, claimed.others(', '))}`]
  return [`${name} ${stated}${claimed.marks()}\n⚠️ ${facts.licencesDiffer(total, claimed.others(', '))}`]
}

/** "654 images, 451 of them COVID-19 · 12 patients (as of October 2020): “…”" */
function sizeText(words: Words, { counts }: Resource, room: FactRoom): string | undefined {
  if (counts === null) return undefined
  const { numbers, words: said, asOf } = sizeOf(words, counts)
  if (numbers === '') return said === undefined ? undefined : `${plain(said, room.words)}${asOf}`
  return `${numbers}${asOf}${said === undefined ? '' : `: ${words.quoted(plain(said, room.words))}`}`
}

function formatLines(words: Words, { formats }: Resource, claimed: Claimed, room: FactRoom): string[] {
  const stated = formats.length > 0 ? plain(formats.join(', '), room.formats) : undefined
  return saidLine(words, 'formats', stated, claimed('formats', formats))
}

function addressLines(
  words: Words,
  { doi, formerUrls }: Resource,
  claimed: Claimed,
  room: FactRoom,
): string[] {
  const shown = formerUrls.slice(0, room.formerUrls)
  const more = formerUrls.length - shown.length
  const link = doi === null ? undefined : (address(`https://doi.org/${doi}`, 250) ?? plain(doi, 200))
  return [
    ...saidLine(words, 'doi', link, claimed('doi')),
    ...(shown.length > 0
      ? [
          `**${words.facts.formerlyAt}** ${shown.map((url) => plain(url, 100)).join(', ')}${more > 0 ? ` ${words.more(more)}` : ''}`,
        ]
      : []),
  ]
}

/** What it has, lacks, and what is not known of it; then what else is said of these, and of how it is called. */
export function cellLines(words: Words, resource: Resource, notes: Footnotes, room: FactRoom): string[] {
  const claimed = (field: ClaimField) => said(words, resource, field, notes, room)
  return [
    ...AVAILABILITY.flatMap((value) => {
      const labels = DATA_TYPE_KEYS.filter((key) => resource.availability[key] === value).map(
        (key) => `${words.dataTypes[key].label}${claimed(`availability.${key}`).marks()}`,
      )
      return labels.length > 0 ? [`**${words.facts.cells[value]}** ${labels.join(', ')}`] : []
    }),
    ...otherwiseLines(words, claimed, room),
  ]
}

const OTHERWISE = [
  ...DATA_TYPE_KEYS.map((key) => `availability.${key}` as const),
  ...(['name', 'url', 'organization', 'successor'] as const),
]

/** "**CT** elsewhere: yes ²" */
function otherwiseLines(words: Words, claimed: Claimed, room: FactRoom): string[] {
  const disputed = OTHERWISE.filter((field) => claimed(field).otherCount > 0)
  const more = disputed.length - room.otherwise
  return [
    ...disputed
      .slice(0, room.otherwise)
      .map((field) => `**${fieldName(words, field)}** ${words.facts.elsewhere(claimed(field).others(', '))}`),
    ...(more > 0 ? [words.facts.moreDisputed(more)] : []),
  ]
}
