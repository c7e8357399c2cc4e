// A harvester that takes nothing but what the protocol promises, and looks at every answer twice.

import { expect } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import { answerOai } from '../../../../worker/api/operations/oai.ts'
import { childOf, childrenOf, readXml, type Tree } from '../feeds/xml-tree.ts'
import { BASE } from '../records.ts'
import { expectSchema } from './oai-schema.ts'

export const CONTACT = 'data@registry.example'
export const NOW = new Date('2026-03-01T12:00:00.789Z')

/** What answers: the arguments in, a document out. */
export type Repository = (parameters: URLSearchParams) => Promise<string>

/** What answers from a registry, without HTTP between. */
export const repositoryOf =
  (registry: Parameters<typeof answerOai>[0]): Repository =>
  (parameters) =>
    answerOai(registry, BASE, parameters, NOW, CONTACT)

type Arguments = { readonly [name: string]: string }

/** What a record's header says. */
export interface Harvested {
  readonly identifier: string
  readonly datestamp: string
  readonly deleted: boolean
  readonly title?: string
}

/** The answer to a request, of the right structure and with the request repeated in it. */
export async function ask(repository: Repository, given: Arguments): Promise<Tree> {
  const root = readXml(await repository(new URLSearchParams(given)))
  expectSchema(root)
  const request = childOf(root, 'request')
  expect(request.text).toBe(`${BASE}/oai`)
  const [error] = childrenOf(root, 'error')
  const isLost = ['badVerb', 'badArgument'].includes(error?.attributes.code ?? '')
  expect(request.attributes).toEqual(isLost ? {} : given)
  return root
}

export const errorOf = (root: Tree): string | undefined => childrenOf(root, 'error')[0]?.attributes.code

/** Walks a list to its end, a page at a time; `between` comes about between two pages. */
export async function harvest(
  repository: Repository,
  verb: 'ListRecords' | 'ListIdentifiers',
  given: Arguments = {},
  between: (page: number) => void | Promise<void> = () => {},
): Promise<{ readonly pages: number; readonly items: readonly Harvested[] }> {
  const items: Harvested[] = []
  let request: Arguments = { verb, metadataPrefix: 'oai_dc', ...given }
  for (let pages = 1; ; pages++) {
    const list = childOf(await ask(repository, request), verb)
    const [token] = childrenOf(list, 'resumptionToken')
    // A list in one piece has no token, the first of several pieces has one that is not empty.
    if (token) expect(token.attributes.cursor).toBe(String(items.length))
    if (pages === 1) expect(token?.text).not.toBe('')
    else expect(token).toBeDefined()
    items.push(...childrenOf(list, verb === 'ListRecords' ? 'record' : 'header').map(harvested))
    if (token === undefined || token.text === '') return { pages, items }
    await between(pages)
    request = { verb, resumptionToken: token.text }
  }
}

function harvested(tree: Tree): Harvested {
  const header = tree.name === 'header' ? tree : childOf(tree, 'header')
  const deleted = header.attributes.status === 'deleted'
  const [metadata] = childrenOf(tree, 'metadata')
  if (tree.name === 'record') expect(metadata === undefined).toBe(deleted)
  return {
    identifier: childOf(header, 'identifier').text,
    datestamp: childOf(header, 'datestamp').text,
    deleted,
    ...(metadata && { title: childOf(childOf(metadata, 'oai_dc:dc'), 'dc:title').text }),
  }
}

/** What must be harvested of a resource: its header alone, or all that is looked at. */
export const headerOf = ({ slug, status, updatedAt }: Resource): Harvested => ({
  identifier: `oai:registry.example:${slug}`,
  datestamp: `${updatedAt.slice(0, 19)}Z`,
  deleted: status === 'removed',
})

export const recordOf = (resource: Resource): Harvested =>
  resource.status === 'removed' ? headerOf(resource) : { ...headerOf(resource), title: resource.name }

export const byIdentifier = (items: readonly Harvested[]) =>
  items.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1))
