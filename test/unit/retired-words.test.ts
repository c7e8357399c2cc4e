// Names in sources have none of the words that the glossary retired. Comments, strings and what users read are free.

import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { identifiersIn } from '../support/identifiers.ts'

const ANY_CASE = [
  ...['told', 'untold', 'said', 'stood', 'standing', 'happen', 'happens', 'happened'],
  ...['asker', 'kin', 'kinship', 'dossier', 'deeds', 'surroundings'],
]

/** `asked` is a state of submissions, and `given` a part of a name in CSL. */
const AS_WRITTEN = ['Given', 'Asked', 'NOBODY', 'whoIs']

/** A word begins at a capital or where no letter precedes it, and ends likewise: `longestKinship`, but not `skin`. */
const RETIRED = new RegExp(
  [
    ...ANY_CASE.flatMap((word) => [
      `(?<![A-Za-z])${word}(?![a-z])`,
      `${word[0]?.toUpperCase()}${word.slice(1)}(?![a-z])`,
      `(?<![A-Z])${word.toUpperCase()}(?![A-Z])`,
    ]),
    ...AS_WRITTEN.map((word) => `${word}(?![a-z])`),
  ].join('|'),
)

/** Keys of JSON that a page's script reads. */
const FIXED: { readonly [file: string]: string } = {
  'worker/web/review/submission/index.tsx': 'told',
  'test/worker/web/review.test.ts': 'told',
}

function retiredNames(file: string, text: string): string[] {
  // Most texts have such a word nowhere, and are not worth a scan.
  if (!RETIRED.test(text)) return []
  return identifiersIn(text, file.endsWith('.tsx'))
    .filter(({ name }) => RETIRED.test(name) && name !== FIXED[file])
    .map(({ name, at }) => `${file}:${text.slice(0, at).split('\n').length} ${name}`)
}

it('no name in a source has a retired word', () => {
  const files = globSync('{schema,bot,worker,test}/**/*.{ts,tsx}')
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap((file) => retiredNames(file, readFileSync(file, 'utf8')))).toEqual([])
})

it.each([
  ['const longestKinship = 1', ['longestKinship']],
  ['type IsAsked = Given\nlet whoAsked', ['IsAsked', 'Given', 'whoAsked']],
  ['const { given, asked, kind, KIND, skin, NOBODY_THERE } = row', ['NOBODY_THERE']],
  [`// told\nconst a = 'told' + /told/ + \`told \${toldBy} told\``, ['toldBy']],
  ['const a = <p class="told" data-told={told}>Told {b}, <br /> said</p>', ['data-told', 'told']],
])('the retired names of `%s` are %j', (text, names) => {
  expect(retiredNames('a.tsx', text).map((fault) => fault.split(' ')[1])).toEqual(names)
})
