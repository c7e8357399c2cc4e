import { expect, it } from 'vitest'
import { isMisread } from '../../../../worker/cli/reading/misreadings.ts'

it.each([
  ['SÃ£o Paulo', 'São Paulo', 'UTF-8 as Windows-1252'],
  ['S‹o Paulo', 'São Paulo', 'Mac as Windows-1252'],
  ['S„o Paulo', 'São Paulo', 'Windows-1252 as Mac'],
  ['SÆo Paulo', 'São Paulo', 'MS-DOS as Windows-1252'],
  ['S├úo Paulo', 'São Paulo', 'UTF-8 as code page 850'],
  ['SĂŁo Paulo', 'São Paulo', 'UTF-8 as Windows-1250'],
  ['SГЈo Paulo', 'São Paulo', 'UTF-8 as Windows-1251'],
  ['S茫o Paulo', 'São Paulo', 'UTF-8 as GBK'],
  ['Sﾃ｣o Paulo', 'São Paulo', 'UTF-8 as Shift JIS'],
  ['SÃ£o Paulo, Brazil', 'São Paulo', 'with another change'],
  ['‚cole de Paris', 'école de Paris', 'code page 850 as Windows-1252'],
  ['SocietÃ Italiana', 'Società Italiana', 'a no-break space that was trimmed'],
  ['鈥淎tlas鈥� of Munich', '“Atlas” of Munich', 'quotation marks as GBK'],
])('%s is %s: %s', (text, whole) => {
  expect(isMisread(text, whole)).toBe(true)
})

it.each([
  ['São Paulo', 'Sao Paulo'],
  ['Sao Paulo', 'São Paulo'],
  ['São Paulo', 'Sào Paulo'],
  ['Sao — Paulo', 'Sao – Paulo'],
  ['“Atlas”', '"Atlas"'],
  ['São Paulo', 'São Paulo'],
  ['España ñ – x', 'x – y'],
  ['武漢', '武汉'],
])('%s corrects %s', (text, whole) => {
  expect(isMisread(text, whole)).toBe(false)
})
