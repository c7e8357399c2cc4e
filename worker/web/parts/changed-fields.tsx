import { type Difference, differences } from '../../../bot/languages/differences.ts'
import { english } from '../../../bot/languages/index.ts'
import { changedFields, firstFields } from '../../../schema/record/changes.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { AVAILABILITY } from '../../../schema/vocabulary.ts'
import { apa } from '../../formats/references/apa.ts'
import type { Child } from '../jsx.ts'
import { Cell } from './cell.tsx'
import { linked } from './linked.tsx'

interface ChangedFieldsProps {
  /** Undefined for the first version. */
  readonly before?: Resource | undefined
  readonly after: Resource
}

/** Each field that differs, before and after; for a first version every field that it states. */
export function ChangedFields({ before, after }: ChangedFieldsProps) {
  const changes = differences(english, before ? changedFields(before, after) : firstFields(after), apa)
  const claims = after.claims.length - (before?.claims.length ?? 0)
  return (
    <>
      {changes.length > 0 && (
        <dl class="changed">
          {changes.map((difference) => (
            <div>
              <dt>{difference.name}</dt>
              {(before ? changedValues(difference) : firstValues(difference)).map((value) => (
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

function changedValues({ field, isList, removed, added, rearranged }: Difference): Child[] {
  if (isList) {
    const entries = [
      ...removed.map((text) => <del>{linked(text)}</del>),
      ...added.map((text) => <ins>{linked(text)}</ins>),
    ]
    return entries.length > 0 ? entries : [rearranged]
  }
  const [oldValues, newValues] = [removed, added].map((texts) =>
    texts.map((text) => valueElement(field, text)),
  )
  return [
    <>
      {oldValues?.map((value) => (
        <del>{value}</del>
      ))}{' '}
      {newValues?.length ? <ins>{newValues}</ins> : <span class="unsaid">{english.changes.notStated}</span>}
    </>,
  ]
}

const firstValues = ({ field, added }: Difference): Child[] => added.map((text) => valueElement(field, text))

/** Draws the value of a data type as in the table: its English text equals the value. */
function valueElement(field: Difference['field'], text: string): Child {
  const cell = field.startsWith('availability.') && AVAILABILITY.find((value) => value === text)
  return cell ? <Cell value={cell} /> : linked(text)
}
