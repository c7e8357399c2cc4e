// That all the bot says is in the catalogue, and in each language its own.

import { readdirSync, readFileSync } from 'node:fs'
import { Locale } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'
import { COMMANDS } from '../../../../bot/commands/index.ts'
import {
  english,
  LANGUAGES,
  type Messages,
  messagesFor,
  refusedText,
} from '../../../../bot/languages/index.ts'
import { refusal } from '../../../../schema/errors.ts'
import { FILE_FORMATS } from '../../../../schema/vocabulary.ts'

const { de: german = english } = LANGUAGES

type Entry = readonly [path: string, says: string]

/** Every sentence of a catalogue by its path; of one that names something, how it is made. */
function entries(part: unknown, path: readonly string[] = []): Entry[] {
  if (typeof part === 'string' || typeof part === 'function') return [[path.join('.'), String(part)]]
  return Object.entries(part ?? {}).flatMap(([key, inner]) => entries(inner, [...path, key]))
}

/** Names that English shares with other languages. */
const ALIKE: readonly string[] = [
  'CT',
  'MRT',
  'Name',
  'DOI',
  'Status',
  'Details',
  'Link',
  'Version',
  'BibTeX',
  'RIS',
  'CSL-JSON',
  ...FILE_FORMATS,
]
const WRITING = ['day', 'number', 'listed', 'bytes']

const others = Object.entries(LANGUAGES).filter(([, messages]) => messages !== english)

describe.each(others)('%s', (_, messages) => {
  it('has a text of its own for everything', () => {
    const inEnglish = new Map(entries(english))
    const same = entries(messages).filter(
      ([path, says]) => inEnglish.get(path) === says && !ALIKE.includes(says) && !WRITING.includes(path),
    )
    expect(same).toEqual([])
  })

  it('describes every command, option and choice to Discord', () => {
    interface Declared {
      readonly description?: string
      readonly description_localizations?: object | null
      readonly options?: readonly Declared[]
    }
    const all = ({ options = [], ...one }: Declared): Declared[] => [one, ...options.flatMap(all)]
    const declared = (COMMANDS as readonly Declared[]).flatMap(all)
    expect(declared.length).toBeGreaterThan(50)
    expect(
      declared.filter(
        ({ description, description_localizations: translations }) =>
          description && !messages.locales.every((locale) => Object.hasOwn(translations ?? {}, locale)),
      ),
    ).toEqual([])
  })

  it('is chosen by its own locales', () => {
    for (const locale of messages.locales) expect(messagesFor(locale)).toBe(messages)
  })
})

describe('German', () => {
  it('writes days, numbers and lists as one does', () => {
    expect([german.day('2020-05-12'), german.number(12345), german.listed(['a', 'b', 'c'])]).toEqual([
      '12. Mai 2020',
      '12.345',
      'a, b und c',
    ])
    expect([english.day('2020-05-12'), english.number(12345), english.listed(['a', 'b', 'c'])]).toEqual([
      '12 May 2020',
      '12,345',
      'a, b and c',
    ])
  })

  it('writes of a date what is known of it', () => {
    const written = (messages: Messages) =>
      ['2020', '2020-05', '2020-05-12', '2020-05-12T23:59:59Z'].map(messages.day)
    expect(written(german)).toEqual(['2020', 'Mai 2020', '12. Mai 2020', '12. Mai 2020'])
    expect(written(english)).toEqual(['2020', 'May 2020', '12 May 2020', '12 May 2020'])
  })

  it.each([
    [
      'what waits',
      ({ queue }: Messages, count: number) => queue.title(count),
      ['Es wartet nichts', 'No submission is waiting'],
      ['Eine Einreichung wartet auf eine Entscheidung', 'One submission waits for a decision'],
      ['1.000 Einreichungen warten auf eine Entscheidung', '1,000 submissions wait for a decision'],
    ],
    [
      'what is counted',
      ({ counts }: Messages, count: number) => counts.amount('images', count),
      ['0 Bilder', '0 images'],
      ['1 Bild', '1 image'],
      ['1.000 Bilder', '1,000 images'],
    ],
    [
      'sources of which no licence is recorded',
      ({ lineage }: Messages, count: number) =>
        lineage.limits('x', { sources: 2000, unrecorded: count, unread: 0 }),
      ['Die Auflagen der Quellen gelten weiter: x.', 'The terms of its sources still apply: x.'],
      [
        'Die Auflagen der Quellen gelten weiter. Mindestens: x. Zu 1 Quelle ist keine Lizenz erfasst.',
        'The terms of its sources still apply. At least: x. 1 source has no licence recorded.',
      ],
      [
        'Die Auflagen der Quellen gelten weiter. Mindestens: x. Zu 1.000 Quellen ist keine Lizenz erfasst.',
        'The terms of its sources still apply. At least: x. 1,000 sources have no licence recorded.',
      ],
    ],
  ])('counts %s: none, one, many', (_, say, ...expected) => {
    expect([0, 1, 1000].map((count) => [say(german, count), say(english, count)])).toEqual(expected)
  })

  it('is not for locales that have no language here: those get English', () => {
    const spoken = Object.values(LANGUAGES).flatMap(({ locales }) => locales)
    const unspoken = Object.values(Locale).filter((locale) => !spoken.includes(locale))
    expect(unspoken.length).toBeGreaterThan(10)
    for (const locale of ['en-US', 'en-GB', ...unspoken, 'tlh', '', undefined])
      expect(messagesFor(locale)).toBe(english)
  })

  it('says why the registry refuses', () => {
    expect(refusedText(german, refusal('not_found', 'noSuchSlug', ['x']))).toContain('Kurznamen')
    expect(refusedText(english, refusal('not_found', 'noSuchSlug', ['x']))).toBe(
      'Nothing listed has the slug “x”.',
    )
  })
})

interface Node {
  readonly type: string
  readonly value?: unknown
}

/** The texts in a source, but for what it imports, throws or only types. */
function literals(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(literals)
  if (typeof node !== 'object' || node === null) return []
  const { type, value } = node as Node
  if (/^(ImportDeclaration|ThrowStatement|TS(?!As|Satisfies|NonNull))/.test(type)) return []
  if (type === 'Literal') return typeof value === 'string' ? [value] : []
  if (type === 'TemplateElement') return [(value as { cooked: string }).cooked]
  return Object.values(node).flatMap(literals)
}

describe.each(['bot/cards', 'bot/commands'])('a source in %s', (folder) => {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )

  it.each(sources)('%s has no sentence of its own', (file) => {
    const program = parseAst(readFileSync(`${folder}/${file}`, 'utf8'), { lang: 'ts' })
    const words = literals(program).filter((text) => /\p{L}\s+\p{L}|^\p{Lu}\p{Ll}/u.test(text))
    expect(words).toEqual([])
  })
})
