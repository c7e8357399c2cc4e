import type { FieldName, InputField } from '../../schema/field-path.ts'
import type { NamedKey } from '../../schema/record/field-keys.ts'
import type { DataTypeKey } from '../../schema/vocabulary.ts'

/** The names that a language has for data types and fields. */
export interface Names {
  readonly dataTypes: Readonly<Record<DataTypeKey, { readonly label: string }>>
  readonly fields: Readonly<Record<NamedKey, string>>
  readonly inputs: Readonly<Record<InputField, string>>
}

/** A cell has the name of its data type, a field that only programs send its own name. */
export function fieldName({ dataTypes, fields, inputs }: Names, field: FieldName): string {
  if (field === 'counts.text') return fields.counts
  if (isCell(field)) return dataTypes[field.slice(CELL.length) as DataTypeKey].label
  return isInputField(field, inputs) ? inputs[field] : (fields[field] ?? field)
}

const CELL = 'availability.'
const isCell = (field: FieldName): field is `availability.${DataTypeKey}` => field.startsWith(CELL)
const isInputField = (field: NamedKey | InputField, inputs: Names['inputs']): field is InputField =>
  Object.hasOwn(inputs, field)
