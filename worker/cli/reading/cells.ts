// What spreadsheet programs make of dates, numbers and choices. Each function gives the value as the registry writes it,
// or throws the reason why there is more than one, or none.

import { readDate } from '../../../schema/record/values/dates.ts'
import { Unreadable } from './unreadable.ts'

const GROUPED = /^\d{1,3}([.,'’\s])\d{3}(?:\1\d{3})*$/
const ZEROS = /[.,]0{1,2}$/

/** A whole number, also with separators of thousands (`1,234`, `1.234`, `1 234`) or as a decimal (`1234.0`). */
export function wholeNumber(cell: string): number {
  const text = cell.trim()
  const digits = text.replace(ZEROS, '')
  if (/^\d+$/.test(digits)) return Number(digits)
  if (GROUPED.test(digits)) return Number(digits.replace(/\D/g, ''))
  if (/^\d([.,]\d+)?E[+-]?\d+$/i.test(text))
    throw new Unreadable(`“${text}” is a number that was shortened: write all of its digits`)
  throw new Unreadable(`“${text}” is no whole number`)
}

/** Excel counts days from 1900, with a 29th of February 1900 that there was not. The range is 2000 to 2099. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050

/** A partial ISO date of a date as people and spreadsheets write it: `07.10.2020`, `Oct 2020`, 44111. */
export function isoDateOf(cell: string): string {
  const text = cell.trim().replace(/[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[AP]M)?Z?$/i, '')
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text)
  if (serial && Number(serial[1]) >= FIRST_SERIAL && Number(serial[1]) <= LAST_SERIAL)
    return new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10)
  const reading = readDate(text)
  switch (reading.kind) {
    case 'date':
      return reading.date
    case 'either':
      throw new Unreadable(`“${text}” can be ${reading.dates.join(' or ')}: write the one that it is`)
    case 'noDay':
      throw new Unreadable(`“${text}” is no day of the calendar`)
    case 'unreadable':
      throw new Unreadable(`“${text}” is no date that can be read: write it as 2020-10-07, 2020-10 or 2020`)
  }
}

const AVAILABILITY: Readonly<Record<string, string>> = {
  true: 'yes',
  wahr: 'yes',
  false: 'no',
  falsch: 'no',
}

/** A choice in the case of the vocabulary. Spreadsheets capitalise words, and make truth values of yes and no. */
export const choiceOf = (cell: string): string => {
  const text = cell.trim().toLowerCase()
  return AVAILABILITY[text] ?? text
}
