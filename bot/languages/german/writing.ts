import { writtenAs } from '../writing.ts'

export const written = writtenAs({
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  day: (day, month, year) => `${day}. ${month} ${year}`,
  thousands: '.',
  decimal: ',',
  and: 'und',
})
export const { bytes, day, number, listed } = written

const NUMERALS = ['Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn']
export const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)
