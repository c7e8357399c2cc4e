// What a researcher asks first: is it there, may I use it, how do I get it, how large is it.

import type { ClaimField, Resource } from '../../schema/contract.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, fieldName, STATUS_WORDS } from '../../schema/words.ts'
import { type Room, type Said, said, saidLine } from './claims-text.ts'
import { sizeOf } from './fact-words.ts'
import type { Footnotes } from './footnotes.ts'
import { licenseText } from './license-text.ts'
import { address, plain } from './markdown.ts'

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
  resource: Resource,
  nameOf: (slug: string) => string,
  notes: Footnotes,
  room: FactRoom,
): string[] {
  const claimed = (field: ClaimField, stated?: readonly string[]) =>
    said(resource, field, notes, room, stated)
  const status = statusLine(resource, nameOf, claimed)
  const answers = [
    { name: 'licence', lines: licenseLines(resource, claimed('license'), room) },
    { name: 'access', lines: saidLine('access', accessText(resource), claimed('access')) },
    { name: 'size', lines: saidLine('counts', sizeText(resource, room), claimed('counts')) },
  ]
  const missing = answers.filter(({ lines }) => lines.length === 0).map(({ name }) => name)
  const missed = missing.length > 0 ? `${listed(missing)}: nobody has said yet` : undefined
  const rest = [...formatLines(resource, claimed, room), ...addressLines(resource, claimed, room)]
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

/** "licence, access and size" */
const listed = (names: readonly string[]) =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')

/** "**Status** superseded by COVID-CT, as of 2026-06 ¹" */
function statusLine(
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
  if (status === 'unknown' && said.otherCount > 0 && !heir) return saidLine('status', undefined, said).join()
  const words = [
    STATUS_WORDS[status],
    ...(heir === undefined ? [] : [status === 'superseded' ? ` by ${heir}` : `; ${heir} takes its place`]),
    ...(asOf ? [`, as of ${asOf}`] : []),
  ].join('')
  const line = saidLine('status', words, said).join()
  return heir === undefined ? line : `${line}${claimed('successor').marks()}`
}

const NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** Licences that disagree are counted: which one holds nobody can tell but who gave them. */
function licenseLines(resource: Resource, claimed: Said, { spdx }: FactRoom): string[] {
  const stated = licenseText(resource, spdx)
  if (claimed.otherCount === 0) return saidLine('license', stated, claimed)
  const total = claimed.otherCount + (stated === undefined ? 0 : 1)
  const count = NUMBERS[total - 2] ?? String(total)
  if (stated !== undefined) {
    const first = `**Licence** ${stated}${claimed.marks()}`
    const others = claimed.otherCount === 1 ? 'the other is' : 'the others are'
    return [`${first}\n⚠️ ${count} licences are claimed; ${others} ${claimed.others(', ')}`]
  }
  if (total === 1) return [`**Licence** not settled; claimed is ${claimed.others(', ')}`]
  return [`**Licence** not settled; ${count.toLowerCase()} licences are claimed: ${claimed.others(', ')}`]
}

const accessText = ({ access }: Resource) => (access === 'unknown' ? undefined : ACCESS_WORDS[access])

/** "654 images, 451 of them COVID-19 · 12 patients (as of 2020-10): “…”" */
function sizeText({ counts }: Resource, room: FactRoom): string | undefined {
  if (counts === null) return undefined
  const { numbers, words, asOf } = sizeOf(counts)
  if (numbers === '') return words === undefined ? undefined : `${plain(words, room.words)}${asOf}`
  return `${numbers}${asOf}${words === undefined ? '' : `: “${plain(words, room.words)}”`}`
}

function formatLines({ formats }: Resource, claimed: Claimed, room: FactRoom): string[] {
  const stated = formats.length > 0 ? plain(formats.join(', '), room.formats) : undefined
  return saidLine('formats', stated, claimed('formats', formats))
}

function addressLines({ doi, formerUrls }: Resource, claimed: Claimed, room: FactRoom): string[] {
  const shown = formerUrls.slice(0, room.formerUrls)
  const more = formerUrls.length - shown.length
  const link = doi === null ? undefined : (address(`https://doi.org/${doi}`, 250) ?? plain(doi, 200))
  return [
    ...saidLine('doi', link, claimed('doi')),
    ...(shown.length > 0
      ? [
          `**Formerly at** ${shown.map((url) => plain(url, 100)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
        ]
      : []),
  ]
}

const CELLS = [
  { name: 'Has', value: 'yes' },
  { name: 'Lacks', value: 'no' },
  { name: 'Unknown', value: 'unknown' },
] as const

/** What it has, lacks, and what is not known of it; then what else is said of these, and of how it is called. */
export function cellLines(resource: Resource, notes: Footnotes, room: FactRoom): string[] {
  const claimed = (field: ClaimField) => said(resource, field, notes, room)
  return [
    ...CELLS.flatMap(({ name, value }) => {
      const labels = DATA_TYPES.filter(({ key }) => resource.availability[key] === value).map(
        ({ key, label }) => `${label}${claimed(`availability.${key}`).marks()}`,
      )
      return labels.length > 0 ? [`**${name}** ${labels.join(', ')}`] : []
    }),
    ...otherwiseLines(claimed, room),
  ]
}

const OTHERWISE = [
  ...DATA_TYPES.map(({ key }) => `availability.${key}` as const),
  ...(['name', 'url', 'organization', 'successor'] as const),
]

/** "**CT** elsewhere: yes ²" */
function otherwiseLines(claimed: Claimed, room: FactRoom): string[] {
  const disputed = OTHERWISE.filter((field) => claimed(field).otherCount > 0)
  const more = disputed.length - room.otherwise
  return [
    ...disputed
      .slice(0, room.otherwise)
      .map((field) => `**${fieldName(field)}** elsewhere: ${claimed(field).others(', ')}`),
    ...(more > 0 ? [`and of ${more} more fields something else is said`] : []),
  ]
}
