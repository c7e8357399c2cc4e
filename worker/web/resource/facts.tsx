// What a researcher asks first: is it there, may I use it, how do I get it, how large is it.

import type { Child } from 'hono/jsx'
import { english } from '../../../bot/languages/index.ts'
import { accessText, licenceParts, sizeParts, statusText } from '../../../bot/languages/values.ts'
import { licenseLink } from '../../../schema/record/licence.ts'
import { doiLink } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Dossier } from '../../../schema/verbs/resources.ts'
import { fieldName } from '../../../schema/words.ts'
import { linked } from '../parts/linked.tsx'
import type { FootnoteMarks } from './footnotes.tsx'

type Heir = Dossier['successor']

interface Given {
  readonly record: Resource
  readonly heir: Heir
  readonly told: FootnoteMarks
}

const FIELDS = ['url', 'status', 'license', 'access', 'counts', 'formats', 'doi', 'successor'] as const

export function Facts({ record, heir, told }: Given) {
  const facts = FIELDS.map((field) => ({ field, said: said(field, record, heir, told) }))
  const unsaid = facts.flatMap(({ field, said }) =>
    said === undefined && field !== 'successor'
      ? [field === 'doi' ? 'DOI' : fieldName(field).toLowerCase()]
      : [],
  )
  return (
    <dl class="facts">
      {facts.map(
        ({ field, said }) =>
          said !== undefined && (
            <div>
              <dt>{fieldName(field)}</dt>
              <dd>
                {said}
                {field !== 'counts' && told(field)}
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
      {unsaid.length > 0 && (
        <div>
          <dt>Not known</dt>
          <dd class="unsaid">{sentence(unsaid.join(', '))}: nobody has said yet.</dd>
        </div>
      )}
    </dl>
  )
}

/** What the record says of a field; undefined where it says nothing. */
function said(
  field: (typeof FIELDS)[number],
  record: Resource,
  heir: Heir,
  told: FootnoteMarks,
): Child | undefined {
  switch (field) {
    case 'url':
      return record.status === 'removed' ? linked(record.url) : <a href={record.url}>{record.url}</a>
    case 'status':
      return sentence(statusText(english, record.status))
    case 'license':
      return record.license === null ? undefined : <Licence record={record} />
    case 'access':
      return sentence(accessText(english, record.access))
    case 'counts':
      return record.counts === null ? undefined : <Size counts={record.counts} told={told(field)} />
    case 'formats':
      return record.formats.length === 0 ? undefined : record.formats.join(', ')
    case 'doi':
      return record.doi === null ? undefined : <Doi doi={record.doi} />
    case 'successor':
      return record.successor === null ? undefined : <Successor successor={record.successor} heir={heir} />
  }
}

const sentence = <Text extends string | undefined>(text: Text) =>
  text && `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The licence as claimed, its name in the SPDX list, which is a link, and its terms. */
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

/** The source's own text comes last: it is long, and the footnotes are those of the numbers. */
function Size({ counts, told }: { readonly counts: NonNullable<Resource['counts']>; readonly told: Child }) {
  const { size, asOf, beside } = sizeParts(english, counts)
  return (
    <>
      {size}
      {asOf !== '' && <span class="as-of">{asOf}</span>}
      {told}
      {beside !== undefined && <q class="words">{beside}</q>}
    </>
  )
}

function Doi({ doi }: { readonly doi: string }) {
  const address = doiLink({ doi })
  return address === undefined ? <span>{doi}</span> : <a href={address}>{doi}</a>
}

export const Successor = ({ successor, heir }: { readonly successor: string; readonly heir: Heir }) =>
  heir === undefined ? <span>{successor}</span> : <a href={`/r/${heir.slug}`}>{heir.name}</a>
