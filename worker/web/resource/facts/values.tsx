// The values of facts that are more than a line.

import { english } from '../../../../bot/languages/index.ts'
import { valueText } from '../../../../bot/languages/values.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { licenceUse } from '../../../../schema/record/values/licence-uses.ts'
import type { Version } from '../../../../schema/record/values/versions.ts'
import { USES } from '../../../../schema/vocabulary.ts'
import type { Child } from '../../jsx.ts'
import { Away } from '../../parts/away.tsx'
import { Cell } from '../../parts/cell.tsx'
import { Day } from '../../parts/day.tsx'
import { linked } from '../../parts/linked.tsx'
import type { FootnoteMarks } from './footnotes.tsx'

interface MarkedProps {
  readonly record: Resource
  readonly marks: FootnoteMarks
}

/** Each permission, the condition, and whether the licence says all of it. */
export function UseValue({
  record: { use, licenseSpdx },
  marks,
}: {
  readonly record: Resource
  readonly marks: Child
}) {
  const licensed = licenceUse(licenseSpdx)
  const follows = licensed && USES.every((key) => use[key] === licensed[key])
  return (
    <>
      <ul class="uses">
        {USES.map((key, i) => (
          <li>
            {capitalised(english.uses[key])}:{' '}
            <span class={`permission ${use[key]}`}>{english.permissions[use[key]]}</span>
            {i === USES.length - 1 && marks}
          </li>
        ))}
      </ul>
      {licensed && (
        <span class="as-of">
          {follows ? 'This follows from the licence.' : 'A source allows less than the licence does.'}
        </span>
      )}
      {use.note !== null && <span class="words">{use.note}</span>}
    </>
  )
}

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

interface VersionTableProps {
  readonly versions: readonly Version[]
  readonly marks: Child
}

export const VersionTable = ({ versions, marks }: VersionTableProps) => (
  <table class="versions">
    <thead>
      <tr>
        <th scope="col">Version{marks}</th>
        <th scope="col">Date</th>
        <th scope="col">Available</th>
      </tr>
    </thead>
    <tbody>
      {versions.map(({ label, date, url, available }) => (
        <tr>
          <th scope="row">
            {url === null ? (
              label
            ) : (
              <Away href={url} rel="nofollow">
                {label}
              </Away>
            )}
          </th>
          <td>{date === null ? <span class="unsaid">not recorded</span> : <Day iso={date} />}</td>
          <td>
            <Cell value={available} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** The formats by their common names, then in the words of the source where those say more. */
export function FileFormats({ record, marks }: MarkedProps) {
  const names = valueText(english, 'fileFormats', record.fileFormats)
  const written = record.formats.join(', ')
  return (
    <>
      {names}
      {marks('fileFormats')}
      {written !== '' && written.toLowerCase() !== names.toLowerCase() && (
        <span class="words">
          In the words of the source: {written}
          {marks('formats')}
        </span>
      )}
    </>
  )
}

export const OtherAddresses = ({ record, marks }: MarkedProps) => (
  <ul class="addresses">
    {record.otherUrls.map((url) => (
      <li>
        {linked(url)}
        {marks('otherUrls', url)}
      </li>
    ))}
  </ul>
)
