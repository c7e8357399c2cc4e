import { canonicalAddress } from './address.ts'
import { cslDate } from './dates.ts'
import type { CslName, Reference, Resource } from './resource.ts'

/** What to cite for a resource: the references that it has or, where it has none, the resource itself. */
export function citedReferences(resource: Resource): readonly Reference[] {
  if (resource.references.length > 0) return resource.references
  return [
    {
      id: resource.slug,
      type: 'dataset',
      title: resource.name,
      author: [{ literal: resource.organization.slice(0, 120) }],
      URL: resource.url,
    },
  ]
}

/** A release of the registry, as a report by its authors. */
export function releaseReference(release: {
  version: string
  title: string
  authors: readonly CslName[]
  releasedOn: string
}): Reference {
  return {
    id: `release-${release.version}`,
    type: 'report',
    title: release.title,
    author: release.authors.map((name) =>
      'family' in name
        ? { family: name.family, ...(name.given && { given: name.given }) }
        : { literal: name.literal },
    ),
    issued: cslDate(release.releasedOn),
    version: release.version,
  }
}

/** What a reference is found by when someone pastes it: its DOI, arXiv number or address, in canonical form. */
export function referenceAddress(reference: Reference): string | undefined {
  const { DOI, URL, archive, archive_location } = reference
  if (archive?.toLowerCase() === 'arxiv' && archive_location)
    return canonicalAddress(`arXiv:${archive_location}`)
  const address = DOI ? `doi:${DOI}` : URL
  return address && canonicalAddress(address)
}
