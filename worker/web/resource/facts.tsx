// The facts of a resource, those that a researcher needs first at the top.

import type { Child } from 'hono/jsx'
import { english } from '../../../bot/languages/index.ts'
import { accessText, licenceParts, sizeParts, statedText, statusText } from '../../../bot/languages/values.ts'
import { addressOf, type Fact, factOf } from '../../../schema/record/facts.ts'
import {
  type ClaimField,
  fieldName,
  fieldOf,
  isList,
  isWorded,
  LINE_FIELDS,
  saysNothing,
} from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { successorLink } from '../../../schema/record/works/source-links.ts'
import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { linked } from '../parts/linked.tsx'
import type { FootnoteMarks } from './footnotes.tsx'
import { FileFormats, OtherAddresses, UseValue, VersionTable } from './values.tsx'

type ListedSuccessor = ResourceHistory['successor']

interface FactsProps {
  readonly record: Resource
  readonly listed: ListedSuccessor
  readonly marks: FootnoteMarks
}

const FACTS = [
  ...(['url', 'status', 'license', 'use', 'access', 'counts', 'annotations'] as const),
  ...LINE_FIELDS,
  ...(['successor', 'otherUrls'] as const),
]
/** Their values have the footnotes inside. */
const MARKED_INSIDE: readonly ClaimField[] = ['counts', 'use', 'fileFormats', 'versions', 'otherUrls']

export function Facts({ record, listed, marks }: FactsProps) {
  const facts = FACTS.map((field) => ({ field, stated: stated(field, record, listed, marks) }))
  const missing = facts.flatMap(({ field, stated }) =>
    stated === undefined && isMissing(field, record) ? [nameInside(fieldName(field))] : [],
  )
  return (
    <dl class="facts">
      {facts.map(
        ({ field, stated }) =>
          stated !== undefined && (
            <div>
              <dt>{fieldName(field)}</dt>
              <dd>
                {stated}
                {!MARKED_INSIDE.includes(field) && marks(field)}
              </dd>
            </div>
          ),
      )}
      {record.formerUrls.length > 0 && (
        <div>
          <dt>{fieldName('formerUrls')}</dt>
          {record.formerUrls.map((url) => (
            <dd>{linked(url)}</dd>
          ))}
        </div>
      )}
      {missing.length > 0 && (
        <div>
          <dt>Not recorded</dt>
          <dd class="unsaid">{sentence(missing.join(', '))}</dd>
        </div>
      )}
    </dl>
  )
}

/** The row of the file formats has the source's words for them too. */
const isMissing = (field: (typeof FACTS)[number], { fileFormats }: Resource) =>
  fieldOf(field).isSought && !(field === 'formats' && fileFormats.length > 0)

/** The stated value of a field; undefined where the record states nothing. */
function stated(
  field: (typeof FACTS)[number],
  record: Resource,
  listed: ListedSuccessor,
  marks: FootnoteMarks,
): Child | undefined {
  switch (field) {
    case 'url':
      return record.status === 'removed' ? linked(record.url) : <a href={record.url}>{record.url}</a>
    case 'status':
      return sentence(statusText(english, record))
    case 'license':
      return record.license === null ? undefined : <Licence record={record} />
    case 'access':
      return sentence(accessText(english, record.access))
    case 'use':
      return saysNothing(record.use) ? undefined : <UseValue record={record} marks={marks(field)} />
    case 'versions':
      return record.versions.length === 0 ? undefined : (
        <VersionTable versions={record.versions} marks={marks(field)} />
      )
    case 'formats':
      return record.fileFormats.length > 0 ? undefined : statedLine(factOf(record, field))
    case 'fileFormats':
      return record.fileFormats.length === 0 ? undefined : <FileFormats record={record} marks={marks} />
    case 'otherUrls':
      return record.otherUrls.length === 0 ? undefined : <OtherAddresses record={record} marks={marks} />
    case 'counts':
      return record.counts === null ? undefined : <Size counts={record.counts} marks={marks(field)} />
    case 'successor':
      return record.successor === null ? undefined : <Successor record={record} listed={listed} />
    default:
      return statedLine(factOf(record, field))
  }
}

/** A fact without a form of its own: an identifier as a link, a choice as a sentence. */
function statedLine(fact: Fact): Child | undefined {
  const text = statedText(english, fact)
  if (isWorded(fact.field)) return sentence(text)
  if (text === undefined || isList(fact.field)) return text
  const address = addressOf(fact)
  return address === undefined ? linked(text) : <a href={address}>{text}</a>
}

/** A field's name inside a sentence: in lower case, unless it is an abbreviation. */
const nameInside = (name: string) => (name === name.toUpperCase() ? name : name.toLowerCase())

const sentence = <Text extends string | undefined>(text: Text) =>
  text && `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The licence as claimed, its linked SPDX identifier, and its terms. */
function Licence({ record }: { readonly record: Resource }) {
  const licence = licenceParts(english, record)
  if (licence === undefined) return null
  const { claimed, spdx, terms } = licence
  const address = licenseLink(record)
  const linkedName = (name: string) => (address === undefined ? name : <a href={address}>{name}</a>)
  return (
    <>
      {spdx === undefined ? linkedName(claimed) : [claimed, ' (', linkedName(spdx), ')']}
      {terms}
    </>
  )
}

/** The source's own text comes last: it is long, and the footnotes belong to the numbers. */
function Size({
  counts,
  marks,
}: {
  readonly counts: NonNullable<Resource['counts']>
  readonly marks: Child
}) {
  const { size, asOf, beside } = sizeParts(english, counts)
  return (
    <>
      {size}
      {asOf !== '' && <span class="as-of">{asOf}</span>}
      {marks}
      {beside !== undefined && <q class="words">{beside}</q>}
    </>
  )
}

/** What takes its place, as a link: to its page here, else to its own address or the source that names it. */
export function Successor({
  record,
  listed,
}: {
  readonly record: Pick<Resource, 'successor' | 'claims'>
  readonly listed: ListedSuccessor
}) {
  if (listed !== undefined) return <a href={`/r/${listed.slug}`}>{listed.name}</a>
  const address = successorLink(record)
  return address === undefined ? <span>{record.successor}</span> : <a href={address}>{record.successor}</a>
}
