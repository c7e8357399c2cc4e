import { expect, it } from 'vitest'
import { choiceOf, isoDateOf, wholeNumber } from '../../../../worker/cli/reading/cells.ts'

it.each([
  ['2020-10-07', '2020-10-07'],
  ['2020-10', '2020-10'],
  ['2020', '2020'],
  ['07.10.2020', '2020-10-07'],
  ['7. 10. 2020', '2020-10-07'],
  ['13/10/2020', '2020-10-13'],
  ['10/13/2020', '2020-10-13'],
  ['5/5/2020', '2020-05-05'],
  ['31-12-2020', '2020-12-31'],
  ['2020/10/7', '2020-10-07'],
  ['2020.10.07.', '2020-10-07'],
  ['07.10.2020 00:00', '2020-10-07'],
  ['2020-10-07T00:00:00Z', '2020-10-07'],
  ['2020-10-07 00:00:00.000', '2020-10-07'],
  ['44111', '2020-10-07'],
  ['43831', '2020-01-01'],
  [' 44196,0 ', '2020-12-31'],
])('the date %s is %s', (cell, iso) => {
  expect(isoDateOf(cell)).toBe(iso)
})

it.each([
  ['10/7/2020', '“10/7/2020” can be 2020-07-10 or 2020-10-07: write the one that it is'],
  ['1-2-2021', '“1-2-2021” can be 2021-02-01 or 2021-01-02: write the one that it is'],
  ['31.04.2020', '“31.04.2020” is no day of the calendar'],
  ['2/30/2020', '“2/30/2020” is no day of the calendar'],
  ['Oct-20', '“Oct-20” is no date that can be read: write it as 2020-10-07, 2020-10 or 2020'],
  ['Okt 20', '“Okt 20” is no date that can be read: write it as 2020-10-07, 2020-10 or 2020'],
  ['10/7/20', '“10/7/20” is no date that can be read: write it as 2020-10-07, 2020-10 or 2020'],
  ['########', '“########” is no date that can be read: write it as 2020-10-07, 2020-10 or 2020'],
])('the date %s is refused: %s', (cell, reason) => {
  expect(() => isoDateOf(cell)).toThrow(reason)
})

it.each([
  ['0', 0],
  ['12345', 12345],
  ['1,234', 1234],
  ['1.234.567', 1234567],
  ['1 234', 1234],
  ['1\u00a0234', 1234],
  ['1\u202f234\u202f567', 1234567],
  ["1'234", 1234],
  ['1234.0', 1234],
  ['1.234,00', 1234],
  ['1,234.00', 1234],
])('the number %s is %i', (cell, number) => {
  expect(wholeNumber(cell)).toBe(number)
})

it.each([
  '1.5',
  '1,2345',
  '12a',
  '1,234.567',
  '-5',
  'about 100',
  'TRUE',
])('the number %s is refused', (cell) => {
  expect(() => wholeNumber(cell)).toThrow(`“${cell}” is no whole number`)
})

it.each(['1.2E+05', '2E+10', '1,23E+08'])('the number %s is refused as shortened', (cell) => {
  expect(() => wholeNumber(cell)).toThrow('was shortened')
})

it.each([
  ['Yes', 'yes'],
  ['NO ', 'no'],
  ['TRUE', 'yes'],
  ['FALSE', 'no'],
  ['WAHR', 'yes'],
  ['FALSCH', 'no'],
  ['Unknown', 'unknown'],
  ['maybe', 'maybe'],
])('the choice %s is %s', (cell, choice) => {
  expect(choiceOf(cell)).toBe(choice)
})
