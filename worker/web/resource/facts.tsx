// The facts that a researcher needs first: address, status, licence, access, size.

import type { Child } from 'hono/jsx'
import { english } from '../../../bot/languages/index.ts'
import { accessText, licenceParts, sizeParts, statedText, statusText } from '../../../bot/languages/values.ts'
import { addressOf, type Fact, factOf } from '../../../schema/record/facts.ts'
import { fieldName, fieldOf, isChoice, isList, LINE_FIELDS } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { successorLink } from '../../../schema/record/works/source-links.ts'
import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { linked } from '../parts/linked.tsx'
import type { FootnoteMarks } from './footnotes.tsx'

type ListedSuccessor = ResourceHistory['successor']

interface FactsProps {
  readonly record: Resource
  readonly listed: ListedSuccessor
  readonly marks: FootnoteMarks
}

const FACTS = ['url', 'status', 'license', 'access', 'counts', ...LINE_FIELDS, 'successor'] as const

export function Facts({ record, listed, marks }: FactsProps) {
  const facts = FACTS.map((field) => ({ field, stated: stated(field, record, listed, marks) }))
  const missing = facts.flatMap(({ field, stated }) =>
    stated === undefined && fieldOf(field).isSought ? [nameInside(fieldName(field))] : [],
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
                {field !== 'counts' && marks(field)}
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
  if (text === undefined || isList(fact.field)) return text
  if (isChoice(fact.field)) return sentence(text)
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
