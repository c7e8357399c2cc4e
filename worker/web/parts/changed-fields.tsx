// The differences between two versions of a record, or everything that a first one states.

import type { Child } from 'hono/jsx'
import { type Difference, differences } from '../../../bot/languages/differences.ts'
import { english } from '../../../bot/languages/index.ts'
import { changedFields, firstFields } from '../../../schema/record/changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { AVAILABILITY } from '../../../schema/vocabulary.ts'
import { apa } from '../../formats/references/apa.ts'
import { Cell } from './cell.tsx'
import { linked } from './linked.tsx'

interface Versions {
  /** None where there was nothing before. */
  readonly before?: Resource | undefined
  readonly after: Resource
}

/** Each field that differs, before and after; without a `before` everything that the record states. */
export function ChangedFields({ before, after }: Versions) {
  const changes = differences(english, before ? changedFields(before, after) : firstFields(after), apa)
  const claims = after.claims.length - (before?.claims.length ?? 0)
  return (
    <>
      {changes.length > 0 && (
        <dl class="changed">
          {changes.map((difference) => (
            <div>
              <dt>{difference.name}</dt>
              {(before ? marked(difference) : stated(difference)).map((value) => (
                <dd>{value}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {before && changes.length === 0 && <p class="unsaid">The record states what it stated before.</p>}
      {before && claims > 0 && (
        <p class="unsaid">
          {claims === 1 ? 'A claim of a source' : `${claims} claims of sources`} came with it.
        </p>
      )}
    </>
  )
}

function marked({ field, isList, removed, added, rearranged }: Difference): Child[] {
  if (isList) {
    const entries = [
      ...removed.map((text) => <del>{linked(text)}</del>),
      ...added.map((text) => <ins>{linked(text)}</ins>),
    ]
    return entries.length > 0 ? entries : [rearranged]
  }
  const [was, is] = [removed, added].map((texts) => texts.map((text) => shown(field, text)))
  return [
    <>
      {was?.map((value) => (
        <del>{value}</del>
      ))}{' '}
      {is?.length ? <ins>{is}</ins> : <span class="unsaid">{english.changes.nothingSaid}</span>}
    </>,
  ]
}

const stated = ({ field, added }: Difference): Child[] => added.map((text) => shown(field, text))

/** A cell is drawn as in the table; its words in English are the value itself. */
function shown(field: Difference['field'], text: string): Child {
  const cell = field.startsWith('availability.') && AVAILABILITY.find((value) => value === text)
  return cell ? <Cell value={cell} /> : linked(text)
}
