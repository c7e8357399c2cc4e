// What is done with the links of a message, from its menu: suggest one as an addition, or look them up.

import { RegistryError } from '../../../schema/errors.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import type { Card } from '../../cards/kit/message.ts'
import { notice } from '../../cards/kit/notice.ts'
import type { Pages } from '../../cards/kit/page-link.ts'
import { foundLinksCard } from '../../cards/lists/found-links-card.ts'
import { resourceCard } from '../../cards/resource/resource-card.ts'
import { linksCard } from '../../cards/submissions/links-card.ts'
import { named } from '../../languages/index.ts'
import type { Flow, RequestContext } from '../flow.ts'
import { suggestForm } from './submit-form.ts'

/** The slug of a resource whose page here is at the link. */
const slugOfPage = (link: string, pages: Pages): string | undefined =>
  pages !== undefined && link.startsWith(`${pages}/r/`)
    ? link.slice(`${pages}/r/`.length).match(/^[a-z\d-]+/)?.[0]
    : undefined

const cardOf = async ({ registry, messages, pages }: RequestContext, slug: string): Promise<Card> =>
  resourceCard(messages, await registry.resolveResource(slug), false, pages)

/** The card of the resource at a link; undefined where none is listed there. */
async function findCard(context: RequestContext, link: string): Promise<Card | undefined> {
  const [resource] = await findResources(context, [link])
  return resource && cardOf(context, resource.slug)
}

async function findResources({ registry, pages }: RequestContext, links: readonly string[]) {
  const found = await registry.findResourcesAt(links)
  return Promise.all(links.map((link, i) => found[i] ?? findByPage(registry, slugOfPage(link, pages))))
}

async function findByPage(registry: Registry, slug: string | undefined): Promise<Resource | undefined> {
  if (slug === undefined) return undefined
  try {
    return (await registry.getResource(slug)).record
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

/** Of the longest names and addresses this many fit a card. */
const MOST_LOOKED_UP = 6

async function lookUp(links: readonly string[], context: RequestContext): Promise<Card> {
  const asked = links.slice(0, MOST_LOOKED_UP)
  const found = await findResources(context, asked)
  const bySlug = new Map(found.flatMap((resource) => (resource ? [[resource.slug, resource] as const] : [])))
  const unlisted = asked.filter((_, i) => found[i] === undefined)
  const more = links.length - asked.length
  const [first, ...others] = bySlug.values()
  if (first && others.length + unlisted.length + more === 0) return cardOf(context, first.slug)
  return foundLinksCard(context.messages, { listed: [...bySlug.values()], unlisted, more })
}

const linkAt = ({ card }: RequestContext, position: number): string => card?.links[position] ?? ''

export const links: Flow = {
  command: 'covid-data',
  subcommands: [],
  menus: [
    {
      declaration: {
        type: 3,
        ...named(({ commands }) => commands.suggestMenu),
        integration_types: [0, 1],
        contexts: [0, 1, 2],
      },
      reply: 'modal',
      async run(links, context) {
        const { messages } = context
        const [link, ...others] = links
        if (link === undefined) return { card: notice(messages.draft.noLink), reply: 'ephemeral' }
        if (others.length > 0) return { card: linksCard(messages, links), reply: 'ephemeral' }
        const [listed, form] = await Promise.all([findCard(context, link), suggestForm(context, link)])
        return listed ? { card: listed, reply: 'ephemeral' } : { modal: form }
      },
    },
    {
      declaration: {
        type: 3,
        ...named(({ commands }) => commands.lookUpMenu),
        integration_types: [0, 1],
        contexts: [0, 1, 2],
      },
      reply: 'ephemeral',
      run: async (links, context) =>
        links.length === 0 ? notice(context.messages.links.none) : lookUp(links, context),
    },
  ],
  components: {
    link: {
      reply: 'ephemeral',
      async run(_state, chosen, context) {
        const link = linkAt(context, Number(chosen[0] ?? 0))
        return (await findCard(context, link)) ?? linksCard(context.messages, [link])
      },
    },
    suggest: {
      reply: 'modal',
      run: async ({ link }, _chosen, context) => ({
        modal: await suggestForm(context, linkAt(context, link)),
      }),
    },
  },
}
