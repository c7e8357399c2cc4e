// The licences that a text names, as tags of the index: the same reading for a record's licence and for a query.

import { partTag, tagOf } from './concepts.ts'

/** Licences by their first word; a number of version may follow. */
const FAMILIES: ReadonlyMap<string, string> = new Map(
  'mit apache agpl lgpl gpl bsd mpl odbl pddl cdla unlicense isc wtfpl'
    .split(' ')
    .map((name) => [name, name]),
)
/** The parts of a Creative Commons licence's name, short and in full. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ...['by', 'nc', 'sa', 'nd'].map((part) => [part, part] as const),
  ['attribution', 'by'],
  ['noncommercial', 'nc'],
  ['sharealike', 'sa'],
  ['noderivatives', 'nd'],
  ['noderivs', 'nd'],
])
const LONGEST_VERSION = 2

export interface NamedLicence {
  /** The number of words that name it. */
  readonly length: number
  /** From the family alone to the most exact. */
  readonly tags: readonly string[]
}

/** The licence that the words from `at` on name. */
export function licenceAt(words: readonly string[], at: number): NamedLicence | undefined {
  const name = nameAt(words, at)
  if (name === undefined) return undefined
  let length = name.length
  const version: string[] = []
  while (version.length < LONGEST_VERSION && /^v?\d$/.test(words[at + length] ?? '')) {
    version.push(words[at + length]?.replace('v', '') ?? '')
    length += 1
  }
  const family = tagOf(`licence${name.family}`)
  const [major, minor = '0'] = version
  const families = name.family.startsWith('cc') ? [tagOf('licencecc'), family] : [family]
  return { length, tags: major === undefined ? families : [...families, `${family}${major}${minor}`] }
}

function nameAt(
  words: readonly string[],
  at: number,
): { readonly family: string; readonly length: number; readonly parts?: readonly string[] } | undefined {
  const [first = '', second = ''] = words.slice(at, at + 2)
  if (first === 'cc0' || (first === 'cc' && (second === '0' || second === 'zero')))
    return { family: 'cc0', length: first === 'cc0' ? 1 : 2 }
  if (first === 'public' && second === 'domain') return { family: 'publicdomain', length: 2 }
  const isInFull = first === 'creative' && second === 'commons'
  const attached = /^cc((?:by|nc|sa|nd)+)$/.exec(first)?.[1]?.match(/../g)
  if (first === 'cc' || isInFull || attached !== undefined) {
    const parts: string[] = attached ?? []
    let length = isInFull ? 2 : 1
    for (
      let part = PARTS.get(words[at + length] ?? '');
      part !== undefined;
      part = PARTS.get(words[at + length] ?? '')
    ) {
      parts.push(part)
      length += 1
    }
    return parts.length > 0 || isInFull ? { family: `cc${parts.join('')}`, length, parts } : undefined
  }
  const family = FAMILIES.get(first)
  return family === undefined ? undefined : { family, length: 1 }
}

/** All tags of the licences that a text of these words names. */
export const licenceTags = (words: readonly string[]): string[] => [
  ...new Set(
    words.flatMap((_, at) => [
      ...(licenceAt(words, at)?.tags ?? []),
      ...(nameAt(words, at)?.parts ?? []).map(partTag),
    ]),
  ),
]
