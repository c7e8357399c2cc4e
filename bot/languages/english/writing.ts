import { languageOf } from '../writing.ts'

export const written = languageOf('en-GB')
export const { bytes, day, number } = written

const NUMERALS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
export const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)
