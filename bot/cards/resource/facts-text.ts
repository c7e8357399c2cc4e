// What a researcher asks first: is it there, may I use it, how do I get it, how large is it.

import { factOf } from '../../../schema/record/facts.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
import { doiLink } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { AVAILABILITY, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { accessText, licenceParts, sizeText } from '../../languages/values.ts'
import type { Footnotes } from '../kit/footnotes.ts'
import { address, plain } from '../kit/markdown.ts'
import { type Room, type SourcedText, sourcedLine, sourcedText } from './claims-text.ts'

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
  messages: Messages,
  resource: Resource,
  nameOf: (slug: string) => string,
  notes: Footnotes,
  room: FactRoom,
): string[] {
  const { facts } = messages
  const claimed = (field: ClaimField) => sourcedText(messages, factOf(resource, field), notes, room)
  const status = statusLine(messages, resource, nameOf, claimed)
  const answers = [
    { name: facts.licence, lines: licenseLines(messages, resource, claimed('license'), room) },
    {
      name: facts.access,
      lines: sourcedLine(messages, 'access', accessText(messages, resource.access), claimed('access')),
    },
    {
      name: facts.size,
      lines: sourcedLine(
        messages,
        'counts',
        sizeText(messages, resource.counts, (text) => plain(text, room.words)),
        claimed('counts'),
      ),
    },
  ]
  const missing = answers.filter(({ lines }) => lines.length === 0).map(({ name }) => name)
  const missed = missing.length > 0 ? facts.nobodySaid(messages.listed(missing)) : undefined
  const rest = [
    ...formatLines(messages, resource, claimed, room),
    ...addressLines(messages, resource, claimed, room),
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

type Claimed = (field: ClaimField) => SourcedText

/** "**Status** superseded by COVID-CT, as of 2026-06 ¹" */
function statusLine(
  messages: Messages,
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
    return sourcedLine(messages, 'status', undefined, said).join()
  const { statuses, facts } = messages
  const follows = status === 'superseded' ? facts.supersededBy : facts.replacedBy
  const stated = [
    statuses[status],
    ...(heir === undefined ? [] : [follows(heir)]),
    ...(asOf ? [facts.asOf(asOf)] : []),
  ].join('')
  const line = sourcedLine(messages, 'status', stated, said).join()
  return heir === undefined ? line : `${line}${claimed('successor').marks()}`
}

/** Licences that disagree are counted: which one holds nobody can tell but who gave them. */
function licenseLines(
  messages: Messages,
  resource: Resource,
  claimed: SourcedText,
  { spdx }: FactRoom,
): string[] {
  const { facts } = messages
  const stated = licenceText(messages, resource, spdx)
  if (claimed.otherCount === 0) return sourcedLine(messages, 'license', stated, claimed)
  const total = claimed.otherCount + (stated === undefined ? 0 : 1)
  const name = `**${fieldName(messages, 'license')}**`
  if (stated === undefined) return [`${name} ${facts.licenceUnsettled(total, claimed.others(', '))}`]
  return [`${name} ${stated}${claimed.marks()}\n⚠️ ${facts.licencesDiffer(total, claimed.others(', '))}`]
}

/** "CC BY-NC 4.0 (CC-BY-NC-4.0): credit, no commercial use"; without a length for it SPDX's name is left out. */
export function licenceText(
  messages: Messages,
  resource: Pick<Resource, 'license' | 'licenseSpdx'>,
  spdxLength = 0,
): string | undefined {
  const licence = licenceParts(messages, resource)
  if (licence === undefined) return undefined
  const { claimed, spdx, terms } = licence
  return `${plain(claimed, 400)}${spdx && spdxLength > 0 ? ` (${plain(spdx, spdxLength)})` : ''}${terms}`
}

function formatLines(messages: Messages, { formats }: Resource, claimed: Claimed, room: FactRoom): string[] {
  const stated = formats.length > 0 ? plain(formats.join(', '), room.formats) : undefined
  return sourcedLine(messages, 'formats', stated, claimed('formats'))
}

function addressLines(
  messages: Messages,
  { doi, formerUrls }: Resource,
  claimed: Claimed,
  room: FactRoom,
): string[] {
  const shown = formerUrls.slice(0, room.formerUrls)
  const more = formerUrls.length - shown.length
  const link = doi === null ? undefined : (address(doiLink({ doi }) ?? doi, 250) ?? plain(doi, 200))
  return [
    ...sourcedLine(messages, 'doi', link, claimed('doi')),
    ...(shown.length > 0
      ? [
          `**${messages.facts.formerlyAt}** ${shown.map((url) => plain(url, 100)).join(', ')}${more > 0 ? ` ${messages.more(more)}` : ''}`,
        ]
      : []),
  ]
}

/** What it has, lacks, and what is not known of it; then what else is said of these, and of how it is called. */
export function cellLines(
  messages: Messages,
  resource: Resource,
  notes: Footnotes,
  room: FactRoom,
): string[] {
  const claimed = (field: ClaimField) => sourcedText(messages, factOf(resource, field), notes, room)
  return [
    ...AVAILABILITY.flatMap((value) => {
      const labels = DATA_TYPE_KEYS.filter((key) => resource.availability[key] === value).map(
        (key) => `${messages.dataTypes[key].label}${claimed(`availability.${key}`).marks()}`,
      )
      return labels.length > 0 ? [`**${messages.facts.cells[value]}** ${labels.join(', ')}`] : []
    }),
    ...otherwiseLines(messages, claimed, room),
  ]
}

const OTHERWISE = [
  ...DATA_TYPE_KEYS.map((key) => `availability.${key}` as const),
  ...(['name', 'url', 'organization', 'successor'] as const),
]

/** "**CT** elsewhere: yes ²" */
function otherwiseLines(messages: Messages, claimed: Claimed, room: FactRoom): string[] {
  const disputed = OTHERWISE.filter((field) => claimed(field).otherCount > 0)
  const more = disputed.length - room.otherwise
  return [
    ...disputed
      .slice(0, room.otherwise)
      .map(
        (field) =>
          `**${fieldName(messages, field)}** ${messages.facts.elsewhere(claimed(field).others(', '))}`,
      ),
    ...(more > 0 ? [messages.facts.moreDisputed(more)] : []),
  ]
}
