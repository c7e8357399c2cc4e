// What a researcher asks first: is it there, may I use it, how do I get it, how large is it.

import type { Child } from 'hono/jsx'
import { sizeOf } from '../../../bot/cards/resource/fact-words.ts'
import { licenseTerms } from '../../../bot/cards/resource/license-text.ts'
import { english } from '../../../bot/languages/index.ts'
import { licenseLink } from '../../../schema/record/licence.ts'
import { doiLink } from '../../../schema/record/reference-links.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Dossier } from '../../../schema/verbs/resources.ts'
import { ACCESS_WORDS, fieldName, STATUS_WORDS } from '../../../schema/words.ts'
import { Day } from '../parts/day.tsx'
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
      return record.status === 'unknown' ? undefined : sentence(STATUS_WORDS[record.status])
    case 'license':
      return record.license === null ? undefined : <Licence {...record} license={record.license} />
    case 'access':
      return record.access === 'unknown' ? undefined : sentence(ACCESS_WORDS[record.access])
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

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** As claimed, as the SPDX list has it, and what its letters ask. */
function Licence({
  license,
  licenseSpdx,
}: {
  readonly license: string
  readonly licenseSpdx: string | null
}) {
  const address = licenseLink({ licenseSpdx })
  const asked = licenseTerms(english, [licenseSpdx])
  return (
    <>
      {license}
      {licenseSpdx !== null && (
        <> (SPDX: {address === undefined ? licenseSpdx : <a href={address}>{licenseSpdx}</a>})</>
      )}
      {asked.length > 0 && `: ${asked.join(', ')}`}
    </>
  )
}

/** Its words come last: they are long, and the source is that of the numbers. */
function Size({ counts, told }: { readonly counts: NonNullable<Resource['counts']>; readonly told: Child }) {
  const { numbers, words } = sizeOf(english, counts)
  return (
    <>
      {numbers || words}
      {counts.asOf !== undefined && (
        <span class="as-of">
          , as of <Day iso={counts.asOf} />
        </span>
      )}
      {told}
      {numbers !== '' && words !== undefined && <q class="words">{words}</q>}
    </>
  )
}

function Doi({ doi }: { readonly doi: string }) {
  const address = doiLink({ doi })
  return address === undefined ? <span>{doi}</span> : <a href={address}>{doi}</a>
}

export const Successor = ({ successor, heir }: { readonly successor: string; readonly heir: Heir }) =>
  heir === undefined ? <span>{successor}</span> : <a href={`/r/${heir.slug}`}>{heir.name}</a>
