// The facts of a resource, each a row with its name.

import { english } from '../../../../bot/languages/index.ts'
import {
  accessText,
  licenceParts,
  sizeParts,
  statedText,
  statusText,
} from '../../../../bot/languages/values.ts'
import { addressOf, type Fact, factOf } from '../../../../schema/record/facts.ts'
import {
  type ClaimField,
  fieldName,
  isList,
  isWorded,
  LINE_FIELDS,
  saysNothing,
} from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { licenseLink } from '../../../../schema/record/values/licence.ts'
import type { Child } from '../../jsx.ts'
import { Away } from '../../parts/away.tsx'
import { linked } from '../../parts/linked.tsx'
import type { FootnoteMarks } from './footnotes.tsx'
import { type ListedSuccessor, Successor } from './successor.tsx'
import { FileFormats, OtherAddresses, UseValue, VersionTable } from './values.tsx'

/** What one may do with the data, and how much there is. */
export const DECIDING = ['license', 'use', 'access', 'counts', 'downloadBytes'] as const
const isDeciding = (field: ClaimField) => DECIDING.some((one) => one === field)
export const DESCRIBING = [
  ...(['url', 'status', 'annotations'] as const),
  ...LINE_FIELDS.filter((field) => !isDeciding(field)),
  ...(['successor', 'otherUrls'] as const),
]
export type FactField = (typeof DECIDING)[number] | (typeof DESCRIBING)[number]

/** Their values have the footnotes inside. */
const MARKED_INSIDE: readonly ClaimField[] = ['counts', 'use', 'fileFormats', 'versions', 'otherUrls']

interface FactsProps {
  readonly fields: readonly FactField[]
  readonly record: Resource
  readonly successor: ListedSuccessor
  readonly marks: FootnoteMarks
  /** More rows. */
  readonly children?: Child
}

/** A row for each of the fields of which the record states something. */
export const Facts = ({ fields, record, successor, marks, children }: FactsProps) => (
  <dl class="facts">
    {fields.map((field) => {
      const value = factValue(field, record, successor, marks)
      return (
        value !== undefined && (
          <FactRow name={fieldName(field)}>
            {value}
            {!MARKED_INSIDE.includes(field) && marks(field)}
          </FactRow>
        )
      )
    })}
    {children}
  </dl>
)

export const FactRow = ({ name, children }: { readonly name: string; readonly children: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** The stated value of a field; undefined where the record states nothing. */
function factValue(
  field: FactField,
  record: Resource,
  successor: ListedSuccessor,
  marks: FootnoteMarks,
): Child | undefined {
  switch (field) {
    case 'url':
      return <Away href={record.url}>{record.url}</Away>
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
      return record.successor === null ? undefined : <Successor record={record} listed={successor} />
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
  return address === undefined ? linked(text) : <Away href={address}>{text}</Away>
}

const sentence = <Text extends string | undefined>(text: Text) =>
  text && `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The licence as claimed, its linked SPDX identifier, and its terms. */
function Licence({ record }: { readonly record: Resource }) {
  const licence = licenceParts(english, record)
  if (licence === undefined) return null
  const { claimed, spdx, terms } = licence
  const address = licenseLink(record)
  const linkedName = (name: string) => (address === undefined ? name : <Away href={address}>{name}</Away>)
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
