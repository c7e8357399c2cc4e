import { writtenAs } from '../writing.ts'

export const written = writtenAs({
  months: 'January February March April May June July August September October November December'.split(' '),
  day: (day, month, year) => `${day} ${month} ${year}`,
  thousands: ',',
  decimal: '.',
  and: 'and',
})
export const { bytes, day, number } = written

const NUMERALS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
export const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)
