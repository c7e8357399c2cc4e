// The filters of lists in words, the same in chat and on pages.

import { isWorded } from '../../schema/record/field-keys.ts'
import { type ValueFilter, valueFilterOf } from '../../schema/record/filters.ts'
import { ACCESS, PERMISSIONS } from '../../schema/vocabulary.ts'
import type { Messages } from './index.ts'

/** A value of a filter: "lesion masks", "Germany", "on conditions". */
export function filterValueText(messages: Messages, name: ValueFilter, value: string): string {
  const { field } = valueFilterOf(name)
  if (name === 'original') return value === 'yes' ? messages.availability.yes : messages.availability.no
  if (name === 'access') {
    const access = ACCESS.find((one) => one === value)
    return access === undefined ? value : messages.accessShort[access]
  }
  if (field === 'use') {
    const permission = PERMISSIONS.find((one) => one === value)
    return permission === undefined ? value : messages.permissions[permission]
  }
  if (value === 'unknown') return messages.facts.unsaid
  if (name === 'country') return messages.country(value)
  const words: Readonly<Record<string, string>> = isWorded(field) ? messages.choices[field] : {}
  return words[value] ?? value
}
