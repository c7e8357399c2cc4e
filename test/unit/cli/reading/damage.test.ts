import { expect, it } from 'vitest'
import { damageIn, findDamage, isQuestioned } from '../../../../worker/cli/reading/damage.ts'

it.each([
  'SÃ£o Paulo',
  'MÃ¼nchen',
  'Societ√† Italiana',
  'donâ€™t',
  'a â€“ b',
  'æ­¦æ¼¢',
  'S├úo Paulo',
  'M├╝nchen',
  '25 Â°C',
  'ÐœÐ¾Ñ\u0081ÐºÐ²Ð°',
  'Ã“scar',
  '¬∞C',
  'donΓÇÖt',
  'Fran\u00c3\u00a7ais',
])('%s was read in the wrong encoding', (text) => {
  expect(damageIn(text)).toContain('wrong encoding')
})

it.each([
  'São Paulo',
  'München, Île-de-France, Łódź, Ærø',
  'Società Italiana – “SIRM”',
  'COVID-19 数据集',
  'Москва',
  'naïve café ÄÖÜ ß',
  'É É, où â',
  '“CAFÉ”, «CAFÉ», CAFÉ\u00a0: CAFÉ®',
  '»Maß«, „Straß“, Ü–Ö, ÄÖÜ”',
  'L’élan, —École, «Étude',
  '25 °C ± 1 µm, ½, €5…',
  'Ã is a letter',
  '#1 of C#',
  '@user {x}',
  'What?',
])('%s is whole', (text) => {
  expect(damageIn(text)).toBeUndefined()
})

it.each([
  ['S\u{fffd}o Paulo', 'a character was lost'],
  ['@{ct=yes; xray=no}', 'PowerShell'],
  ['System.Object[]', 'PowerShell'],
  ['System.Collections.Hashtable', 'PowerShell'],
  ['#NAME?', 'error of the spreadsheet'],
  ['#BEZUG!', 'error of the spreadsheet'],
  ['#N/A', 'error of the spreadsheet'],
])('%s is damaged: %s', (text, reason) => {
  expect(damageIn(text)).toContain(reason)
})

it('is found in any text of a value, with its field', () => {
  expect(findDamage({ name: 'São', formats: ['PNG', 'SÃ£o'] })).toMatch(/^formats\.1: “SÃ£o”: /)
  expect(findDamage({ claims: [{ value: '#REF!' }] })).toMatch(/^claims\.0\.value: /)
  expect(findDamage({ name: 'São', counts: null, position: 3 })).toBeUndefined()
})

it.each([
  ['S?o Paulo', 'São Paulo', true],
  ['??', '武漢', true],
  ['M??nchen', 'München', true],
  ['Is it?', 'Is it', false],
  ['São Paulo', 'São Paulo', false],
  ['S?o Tomé', 'São Paulo', false],
])('%j of %j has lost characters: %s', (text, whole, isLost) => {
  expect(isQuestioned(text, whole)).toBe(isLost)
})
