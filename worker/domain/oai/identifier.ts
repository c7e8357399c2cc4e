// What harvesters know records by: `oai:`, a domain that keeps them from colliding with anyone else's, and a name in
// it (Specification and XML Schema for the OAI Identifier Format, 2.1).

import { Slug } from '../../../schema/record/values/text.ts'

/** Without a port: its colon would end the domain. */
const start = (base: string): string => `oai:${new URL(base).hostname}:`

export const oaiIdentifier = (base: string, slug: string): string => start(base) + slug

/** The slug in one of our identifiers; undefined where it can't be of any record of ours. */
export function slugInIdentifier(base: string, identifier: string): string | undefined {
  if (!identifier.startsWith(start(base))) return undefined
  const slug = identifier.slice(start(base).length)
  return Slug.safeParse(slug).success ? slug : undefined
}
