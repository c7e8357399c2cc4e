import { expect, it } from 'vitest'
import {
  availabilityAddress,
  readAvailability,
  readSaved,
  saveAddress,
} from '../../../../worker/domain/links/archive.ts'

const COPY = 'http://web.archive.org/web/20200512120000/https://data.example.org/'
const answer = (closest: unknown) =>
  JSON.stringify({ url: 'data.example.org', archived_snapshots: closest === undefined ? {} : { closest } })

it('asks by the whole address', () => {
  expect(availabilityAddress('https://a.example/?x=1&y=2')).toBe(
    'https://archive.org/wayback/available?url=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D2',
  )
  expect(saveAddress('https://a.example/?x=1')).toBe('https://web.archive.org/save/https://a.example/?x=1')
})

it('takes a copy of a page that was there, over https', () => {
  const closest = { available: true, url: COPY, timestamp: '20200512120000', status: '200' }
  expect(readAvailability(answer(closest))).toBe(COPY.replace('http:', 'https:'))
})

it.each([
  answer(undefined),
  answer({ available: false, url: COPY, timestamp: '1', status: '200' }),
  answer({ available: true, url: COPY, timestamp: '1', status: '404' }),
  answer({ available: true, url: 'https://evil.example/web/20200512/https://a.example/', status: '200' }),
  answer({ available: true, url: 'javascript:alert(1)', status: '200' }),
  '<html>Sorry</html>',
  '[]',
  '',
])('takes none of %s', (text) => {
  expect(readAvailability(text)).toBeUndefined()
})

it('finds the copy that was made where the answer came from, or in Content-Location', () => {
  expect(readSaved(COPY, null)).toBe(COPY.replace('http:', 'https:'))
  expect(readSaved('https://web.archive.org/save/x', '/web/20200512120000/https://a.example/')).toBe(
    'https://web.archive.org/web/20200512120000/https://a.example/',
  )
  expect(readSaved('https://web.archive.org/save/https://a.example/', null)).toBeUndefined()
  expect(readSaved('https://web.archive.org/save/x', 'https://evil.example/')).toBeUndefined()
})
