// The questions of a researcher in their order: is it there, may I use it, how do I get it, how large is it.

import { isEnded } from '../../../schema/record/caveats.ts'
import { addressOf, factOf } from '../../../schema/record/facts.ts'
import { LINE_FIELDS, saysNothing } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { successorLink } from '../../../schema/record/works/source-links.ts'
import type { ResolvedResource } from '../../../schema/verbs/resources.ts'
import { AVAILABILITY, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import {
  accessText,
  licenceParts,
  sizeText,
  statedText,
  statusDateText,
  useText,
} from '../../languages/values.ts'
import { address, link, plain } from '../kit/markdown.ts'
import type { Pages } from '../kit/page-link.ts'
import type { ResourceRoom } from './resource-room.ts'
import { type ResourceWriter, sourcedLine } from './resource-writer.ts'

/**
 * Status, licence, use, access, size and annotations, in one line those that are not stated; then the other facts, other
 * and former addresses.
 */
export function factLines(
  writer: ResourceWriter,
  listed: ResolvedResource['successor'],
  pages: Pages,
): string[] {
  const { messages, resource, room, claimed } = writer
  const { facts } = messages
  const status = statusLine(writer, listed, pages)
  const answers = [
    { name: facts.licence, lines: licenseLines(writer) },
    {
      name: facts.use,
      lines: sourcedLine(messages, useLine(messages, resource, room), claimed('use')),
    },
    {
      name: facts.access,
      lines: sourcedLine(messages, accessText(messages, resource.access), claimed('access')),
    },
    {
      name: facts.size,
      lines: sourcedLine(
        messages,
        sizeText(messages, resource.counts, (text) => plain(text, room.words)),
        claimed('counts'),
      ),
    },
    {
      name: facts.annotations,
      lines: sourcedLine(
        messages,
        statedText(messages, factOf(resource, 'annotations')),
        claimed('annotations'),
      ),
    },
  ]
  const missing = answers.filter(({ lines }) => lines.length === 0).map(({ name }) => name)
  const missed = missing.length > 0 ? facts.notRecorded(messages.listed(missing)) : undefined
  const rest = [...otherLines(writer), ...addressLines(writer)]
  // A row of the survey of which nothing else is known takes one line.
  if (missed && missing.length === answers.length) return [`${status} · ${missed}`, ...rest]
  return [
    status,
    ...answers.flatMap(({ lines }) => lines),
    ...(missed ? [`${missed.charAt(0).toUpperCase()}${missed.slice(1)}.`] : []),
    ...rest,
  ]
}

/** "**Status** superseded by COVID-CT, checked June 2026 ¹" */
function statusLine(
  { messages, resource, claimed }: ResourceWriter,
  listed: ResolvedResource['successor'],
  pages: Pages,
): string {
  const { status, successor } = resource
  const ofStatus = claimed('status')
  const successorName = successor === null ? undefined : successorText(resource, successor, listed, pages)
  if (status === 'unknown' && ofStatus.otherCount > 0 && !successorName)
    return sourcedLine(messages, undefined, ofStatus).join()
  const { choices, facts } = messages
  const follows = status === 'superseded' ? facts.supersededBy : facts.replacedBy
  const stated = [
    choices.status[status],
    ...(successorName === undefined ? [] : [follows(successorName)]),
    statusDateText(messages, resource),
  ].join('')
  const line = `${isEnded(resource) ? '⚠️ ' : ''}${sourcedLine(messages, stated, ofStatus).join()}`
  // One source often says both: its number is written once.
  const marks = successorName === undefined ? '' : claimed('successor').marks()
  return line.endsWith(marks) ? line : `${line}${marks}`
}

/** The successor with a link: to its page here if it is listed, else to its own address. */
function successorText(
  resource: Resource,
  successor: string,
  listed: ResolvedResource['successor'],
  pages: Pages,
): string {
  const page = listed && pages !== undefined ? `${pages}/r/${listed.slug}` : undefined
  const address = page ?? successorLink(resource)
  const name = listed?.name ?? successor
  return address === undefined ? plain(name, 200) : link(name, address, 200)
}

/** Conflicting licences are counted and listed, not resolved. */
function licenseLines({ messages, resource, room, claimed: claimedOf }: ResourceWriter): string[] {
  const { facts } = messages
  const claimed = claimedOf('license')
  const stated = licenceText(messages, resource, room)
  if (claimed.otherCount === 0) return sourcedLine(messages, stated, claimed)
  const total = claimed.otherCount + (stated === undefined ? 0 : 1)
  const name = `**${fieldName(messages, 'license')}**`
  if (stated === undefined) return [`${name} ${facts.licenceUnsettled(total, claimed.others(', '))}`]
  return [`${name} ${stated}${claimed.marks()}\n⚠️ ${facts.licencesDiffer(total, claimed.others(', '))}`]
}

/** What one may do with it; undefined where nothing is known of that. */
const useLine = (messages: Messages, { use }: Resource, room: ResourceRoom): string | undefined =>
  saysNothing(use) ? undefined : useText(messages, use, (note) => plain(note, room.words))

/** "CC BY-NC 4.0 (CC-BY-NC-4.0): credit, no commercial use"; where there is no room for it, SPDX's name is left out. */
function licenceText(
  messages: Messages,
  resource: Pick<Resource, 'license' | 'licenseSpdx' | 'access'>,
  { license, spdx: spdxLength }: Pick<ResourceRoom, 'license' | 'spdx'> = { license: 400, spdx: 0 },
): string | undefined {
  const licence = licenceParts(messages, resource)
  if (licence === undefined) return undefined
  const { claimed, spdx, terms } = licence
  return `${plain(claimed, license)}${spdx && spdxLength > 0 ? ` (${plain(spdx, spdxLength)})` : ''}${terms}`
}

/** The facts that have no place of their own, a line each. */
const otherLines = ({ messages, resource, claimed, room }: ResourceWriter): string[] =>
  LINE_FIELDS.flatMap((field) => {
    // The words of the source say it already.
    if (field === 'fileFormats' && resource.formats.length > 0) return []
    const fact = factOf(resource, field)
    const stated = statedText(messages, fact)
    const shown = stated && (address(addressOf(fact) ?? '', 250) ?? plain(stated, room.fact))
    return sourcedLine(messages, shown, claimed(field))
  })

/** Where else it is found, and where it was before. */
function addressLines({ messages, resource, room }: ResourceWriter): string[] {
  const lines = [
    { name: fieldName(messages, 'otherUrls'), urls: resource.otherUrls },
    { name: messages.facts.formerlyAt, urls: resource.formerUrls },
  ]
  return lines.flatMap(({ name, urls }) => {
    const shown = urls.slice(0, room.addresses)
    const more = urls.length - shown.length
    if (shown.length === 0) return []
    const texts = shown.map((url) => plain(url, 100)).join(', ')
    return [`**${name}** ${texts}${more > 0 ? ` ${messages.more(more)}` : ''}`]
  })
}

/** The data types it has, lacks and may have; then what other sources claim of these, its name and its addresses. */
export function cellLines(writer: ResourceWriter): string[] {
  const { messages, resource, claimed } = writer
  return [
    ...AVAILABILITY.flatMap((value) => {
      const labels = DATA_TYPE_KEYS.filter((key) => resource.availability[key] === value).map(
        (key) => `${messages.dataTypes[key].label}${claimed(`availability.${key}`).marks()}`,
      )
      return labels.length > 0 ? [`**${messages.facts.cells[value]}** ${labels.join(', ')}`] : []
    }),
    ...otherwiseLines(writer),
  ]
}

const OTHERWISE = [
  ...DATA_TYPE_KEYS.map((key) => `availability.${key}` as const),
  ...(['name', 'url', 'organization', 'successor'] as const),
]

/** "**CT** elsewhere: yes ²" */
function otherwiseLines({ messages, claimed, room }: ResourceWriter): string[] {
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
