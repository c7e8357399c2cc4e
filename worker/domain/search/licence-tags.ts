// Licences as tags of the index: the same for a record's licence and for a query.

import { type NamedLicences, PUBLIC_DOMAIN } from '../../../schema/record/values/licence-names.ts'
import { licencesIn } from '../../../schema/record/values/licences-in-text.ts'
import { CREATIVE_COMMONS, partTag, tagOf } from './concepts.ts'

const takenApart = ({ name }: NamedLicences) => {
  const [, family = '', version = ''] = /^(.+?)(?:-(\d[\d.]*)(?:-.*)?)?$/.exec(name) ?? []
  return { family, version }
}

/** The tag of all records under these licences, whatever the edition for one country is. */
export function licenceTag(named: NamedLicences): string {
  const { family, version } = takenApart(named)
  return tagOf(`licence${family}${version}`)
}

/** The tag of its family, of its version, and what it is a kind of. */
function tagsOf(named: NamedLicences): string[] {
  const { family } = takenApart(named)
  const parts = family.startsWith('CC-') ? family.split('-').slice(1) : []
  const isPublicDomain = named.identifiers.every((one) => PUBLIC_DOMAIN.identifiers.includes(one))
  return [
    ...(family.startsWith('CC') ? [CREATIVE_COMMONS] : []),
    ...[tagOf(`licence${family}`), licenceTag(named)],
    ...(isPublicDomain ? [licenceTag(PUBLIC_DOMAIN)] : []),
    ...parts.map(partTag),
  ]
}

/** All tags of the licences that a text names. */
export const licenceTags = (text: string): string[] => [
  ...new Set([
    ...(/\bcreative commons\b/i.test(text) ? [CREATIVE_COMMONS] : []),
    ...licencesIn(text).flatMap(({ named }) => tagsOf(named)),
  ]),
]
