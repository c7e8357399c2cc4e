import type { CatalogueVerbs } from '../../../schema/verbs/catalogue.ts'
import type { ResourceVerbs } from '../../../schema/verbs/resources.ts'
import type { Verbs } from '../context.ts'
import { getEdition } from '../edition.ts'
import { findResourcesAt } from './at-addresses.ts'
import { citeResource } from './citation.ts'
import { getGaps } from './gaps.ts'
import { listChanges, listLatestChanges } from './history.ts'
import { getLineage } from './lineage.ts'
import { listResources } from './lists/listing.ts'
import { listNames } from './lists/names.ts'
import { getOverview } from './overview.ts'
import { listReferences } from './references.ts'
import { getAsOf, listReleases } from './releases.ts'
import { compareResources, resolveResource } from './resolve.ts'
import { getResource } from './resource.ts'
import { listUnconfirmed } from './unconfirmed.ts'
import { cutRelease } from './writes/cut-release.ts'
import { previewRevert, revertChange } from './writes/revert.ts'
import { revertAll } from './writes/revert-all.ts'
import { settleClaim } from './writes/settle-claim.ts'

export const resourceVerbs: Verbs<ResourceVerbs & CatalogueVerbs> = {
  listResources,
  listNames,
  getResource,
  resolveResource,
  findResourcesAt,
  compareResources,
  listChanges,
  listLatestChanges,
  previewRevert,
  revertChange,
  revertAll,
  settleClaim,
  getEdition,
  getOverview,
  getGaps,
  listUnconfirmed,
  citeResource,
  listReferences,
  listReleases,
  getLineage,
  getAsOf,
  cutRelease,
}
