import type { Asked, FieldName } from '../../schema/field-path.ts'
import type { NamedKey } from '../../schema/record/field-keys.ts'
import type { DataTypeKey } from '../../schema/vocabulary.ts'

/** The names that a language has for data types and fields. */
export interface Names {
  readonly dataTypes: Readonly<Record<DataTypeKey, { readonly label: string }>>
  readonly fields: Readonly<Record<NamedKey, string>>
  readonly asked: Readonly<Record<Asked, string>>
}

/** A cell has the name of its data type. */
export function fieldName({ dataTypes, fields, asked }: Names, field: FieldName): string {
  if (field === 'counts.text') return fields.counts
  if (isCell(field)) return dataTypes[field.slice(CELL.length) as DataTypeKey].label
  return isAsked(field, asked) ? asked[field] : fields[field]
}

const CELL = 'availability.'
const isCell = (field: FieldName): field is `availability.${DataTypeKey}` => field.startsWith(CELL)
const isAsked = (field: NamedKey | Asked, asked: Names['asked']): field is Asked =>
  Object.hasOwn(asked, field)
