import type { Registry } from '../../schema/registry.ts'
import { citeResource } from './citation.ts'
import { openDatabase } from './database.ts'
import { listResources } from './listing.ts'
import { getOverview } from './overview.ts'
import { compareResources, getResource } from './resource.ts'
import { searchResources, suggestResources } from './search.ts'

/** The registry over a D1 database. */
export function createRegistry(d1: D1Database): Registry {
  const db = openDatabase(d1)
  return {
    listResources: (query) => listResources(db, query),
    searchResources: (query) => searchResources(db, query),
    getResource: (resource) => getResource(db, resource),
    compareResources: (a, b) => compareResources(db, a, b),
    citeResource: (resource, style, longest) => citeResource(db, resource, style, longest),
    suggestResources: (text, size) => suggestResources(db, text, size),
    getOverview: () => getOverview(db),
  }
}
