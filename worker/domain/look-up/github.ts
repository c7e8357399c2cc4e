// A repository by GitHub's API. https://docs.github.com/rest/repos/repos#get-a-repository

import * as z from 'zod/mini'
import { dayOf, lenient, lenientList, readJson, type SiteRecord, yearOf } from './site-record.ts'
import { namedDataTypes, summary } from './words.ts'

const Repository = z.lazy(() =>
  z.object({
    full_name: z.string(),
    name: z.string(),
    html_url: z.string(),
    owner: z.object({ login: z.string() }),
    description: lenient(z.nullable(z.string())),
    homepage: lenient(z.nullable(z.string())),
    topics: lenientList(z.string()),
    archived: lenient(z.boolean()),
    created_at: lenient(z.string()),
    pushed_at: lenient(z.nullable(z.string())),
    license: lenient(
      z.nullable(z.object({ spdx_id: lenient(z.nullable(z.string())), name: lenient(z.string()) })),
    ),
  }),
)

/** Where the repository of an address, or of a page in it, is described; undefined for any other address. */
export function githubAddress(address: string): string | undefined {
  const [, repository] =
    /^(?:https?:\/\/)?(?:www\.)?github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:$|[/?#])/i.exec(address) ?? []
  return repository === undefined ? undefined : `https://api.github.com/repos/${repository}`
}

export function readGithub(source: string, answer: string): SiteRecord | undefined {
  const repository = readJson(Repository, answer)
  if (repository === undefined) return undefined
  const { name, html_url, owner, description, homepage, topics, archived, license } = repository
  const words = summary(description ?? undefined)
  return {
    source,
    isPaper: false,
    references: [],
    fields: {
      name,
      // A renamed repository answers under its former name with its present address.
      url: html_url,
      organization: owner.login,
      availability: namedDataTypes([name.replace(/[-_.]/g, ' '), words, ...topics]),
      description: words,
      // NOASSERTION: there is a licence, and GitHub can't tell which.
      license: license?.spdx_id && license.spdx_id !== 'NOASSERTION' ? license.spdx_id : undefined,
      access: 'open',
      published: yearOf(repository.created_at),
      lastUpdated: dayOf(repository.pushed_at ?? undefined),
      status: archived === true ? 'frozen' : undefined,
      otherUrls: homepage ? [homepage] : undefined,
    },
  }
}
