// What differs between two versions of a record, or what a first one says: of a change, or of what is proposed.

import type { Child } from 'hono/jsx'
import { changedFields, type FieldChange, firstFields } from '../../../schema/record/changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Availability } from '../../../schema/vocabulary.ts'
import { fieldName } from '../../../schema/words.ts'
import { rearranged, valuesOf } from '../../formats/feeds/change-words.ts'
import { Cell } from './cell.tsx'
import { linked } from './linked.tsx'

interface Versions {
  /** None where there was nothing before. */
  readonly before?: Resource | undefined
  readonly after: Resource
}

/** Each field that differs, before and after; without a `before` all that the record says. */
export function ChangedFields({ before, after }: Versions) {
  const changes = before ? changedFields(before, after) : firstFields(after)
  const claims = after.claims.length - (before?.claims.length ?? 0)
  return (
    <>
      {changes.length > 0 && (
        <dl class="changed">
          {changes.map((change) => (
            <div>
              <dt>{fieldName(change.field)}</dt>
              {(before ? differences(change) : shown(change, 'after')).map((value) => (
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

function differences(change: FieldChange): Child[] {
  const [before, after] = [valuesOf(change, 'before'), valuesOf(change, 'after')]
  if (!Array.isArray(change.after)) {
    const [was, is] = [shown(change, 'before')[0], shown(change, 'after')[0]]
    return [
      <>
        {was !== undefined && <del>{was}</del>} {is === undefined ? <Unsaid /> : <ins>{is}</ins>}
      </>,
    ]
  }
  const [went, came] = [
    before.filter((value) => !after.includes(value)),
    after.filter((value) => !before.includes(value)),
  ]
  if (went.length + came.length === 0) return [rearranged(change.field)]
  return [
    ...went.map((value) => <del>{linked(value)}</del>),
    ...came.map((value) => <ins>{linked(value)}</ins>),
  ]
}

const shown = (change: FieldChange, side: 'before' | 'after'): Child[] =>
  isCell(change) ? [<Cell value={change[side]} />] : valuesOf(change, side).map(linked)

const isCell = (
  change: FieldChange,
): change is Extract<FieldChange, { before: Availability; field: `availability.${string}` }> =>
  change.field.startsWith('availability.')

const Unsaid = () => <span class="unsaid">nothing said</span>
