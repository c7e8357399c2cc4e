// What the picture beside a link to a page says (Open Graph), and its address. worker/cli/previews draws it.

import { numbersInShort, useInShort } from '../../../bot/languages/decision.ts'
import { english } from '../../../bot/languages/index.ts'
import { isEnded } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES, type Permission, REGISTRY } from '../../../schema/vocabulary.ts'
import { statusWord } from '../../../schema/words.ts'

/** In pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const

export interface PictureText {
  /** Of the file, without its hash. */
  readonly file: string
  readonly name: string
  readonly about: string
  /** The labels of the data types that it has. */
  readonly types: readonly string[]
  readonly use?: { readonly commercial: Permission; readonly text: string }
  /** Empty without numbers. */
  readonly numbers: string
  /** The status of a resource that has ended. */
  readonly ended?: string
}

/** No slug has an underscore. */
export const REGISTRY_PICTURE: PictureText = {
  file: '_registry',
  name: REGISTRY.name,
  about: `${REGISTRY.title}: what it has, on what terms, and who says so`,
  types: DATA_TYPES.map(({ label }) => label),
  numbers: '',
}

export function resourcePicture(record: Resource): PictureText {
  const { slug, name, organization, availability, use, counts, status } = record
  return {
    file: slug,
    name,
    about: organization,
    types: DATA_TYPES.flatMap(({ key, label }) => (availability[key] === 'yes' ? [label] : [])),
    use: { commercial: use.commercial, text: useInShort(english, use) },
    numbers: numbersInShort(english, counts),
    ...(isEnded(record) && { ended: statusWord(status) }),
  }
}

export const pictureFile = async (picture: PictureText): Promise<string> =>
  `${picture.file}-${await hashOf(JSON.stringify(picture))}.png`

/** It changes with what the picture says, so that no page shows a picture of what its record said before. */
export const picturePath = async (picture: PictureText): Promise<string> =>
  `/previews/${await pictureFile(picture)}`

/** The same in one line, for readers who do not see it. */
export const pictureAlternative = ({ name, about, types, ended, use, numbers }: PictureText): string =>
  [name, about, ...types, ended, use?.text, numbers].filter((text) => text).join(' · ')

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
