// A message in Discord's Components V2, and the limits that every card keeps.

import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APIStringSelectComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10'
import { type ComponentState, encodeCustomId } from '../../custom-id.ts'
import { label } from './markdown.ts'

export const EPHEMERAL = 1 << 6
const IS_COMPONENTS_V2 = 1 << 15

/** What a card says, before it is known who sees it. */
export interface Card {
  readonly components: readonly APIMessageTopLevelComponent[]
}

/** A quiet blue that holds on both of Discord's themes. */
const ACCENT = 0x2f7fa8

export const card = (parts: readonly APIComponentInContainer[]): Card => ({
  components: [{ type: 17, accent_color: ACCENT, components: [...parts] } satisfies APIContainerComponent],
})

/** The data of a response that posts or updates a message. Nothing in it may ever ping anyone. */
export function messageData({ components }: Card, ephemeral = false) {
  return {
    flags: IS_COMPONENTS_V2 | (ephemeral ? EPHEMERAL : 0),
    components: [...components],
    allowed_mentions: { parse: [] },
  }
}

export const text = (content: string): APITextDisplayComponent => ({ type: 10, content })

export const line = { type: 14, divider: true, spacing: 1 } as const

export const section = (content: string, accessory: APIButtonComponent): APISectionComponent => ({
  type: 9,
  components: [text(content)],
  accessory,
})

export const row = (
  ...components: APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: 1, components })

/** How a button looks: plain, to go ahead, or to refuse. */
const STYLES = { plain: 2, go: 3, stop: 4 } as const

export const button = (
  name: string,
  state: ComponentState,
  style: keyof typeof STYLES = 'plain',
): APIButtonComponentWithCustomId => ({
  type: 2,
  style: STYLES[style],
  label: label(name, 80),
  custom_id: encodeCustomId(state),
})

export const linkButton = (name: string, url: string): APIButtonComponent => ({
  type: 2,
  style: 5,
  label: label(name, 80),
  url,
})

export function select(
  placeholder: string,
  state: ComponentState,
  options: readonly { label: string; value: string; description?: string; default?: boolean }[],
): APIStringSelectComponent {
  return {
    type: 3,
    custom_id: encodeCustomId(state),
    placeholder: label(placeholder, 150),
    options: options.map((option) => ({
      label: label(option.label, 100),
      value: option.value,
      ...(option.description && { description: label(option.description, 100) }),
      ...(option.default && { default: true }),
    })),
  }
}

/** 4,000 characters over the whole message; above about 10,170 bytes (12 more a display) the API fails. */
const MOST_CHARACTERS = 4000
const MOST_BYTES = 10_000
const MOST_COMPONENTS = 40

interface AnyComponent {
  readonly content?: string
  readonly components?: readonly AnyComponent[]
  readonly accessory?: AnyComponent
}

const within = (component: AnyComponent): AnyComponent[] => [
  component,
  ...(component.components ?? []).flatMap(within),
  ...(component.accessory ? within(component.accessory) : []),
]

const utf8 = new TextEncoder()

/** Whether Discord takes the card: its limits on text and on components. */
export function fits({ components }: Card): boolean {
  const all = (components as readonly AnyComponent[]).flatMap(within)
  const texts = all.flatMap((component) => (component.content === undefined ? [] : [component.content]))
  const characters = texts.reduce((sum, content) => sum + content.length, 0)
  const bytes = texts.reduce((sum, content) => sum + utf8.encode(content).length + 12, 0)
  return all.length <= MOST_COMPONENTS && characters <= MOST_CHARACTERS && bytes <= MOST_BYTES
}

/**
 * The fullest form of a card that fits, of several from full to bare: the first, as a rule, else found by halving, since
 * a barer one is never longer. The barest must always fit: its lengths are bounds, and the tests hold it at the longest
 * data that the contract admits.
 */
export function fullest<Level>(levels: readonly Level[], draw: (level: Level) => Card): Card {
  let found: Card | undefined
  let tried = levels
  for (let at = 0; tried.length > 0; at = Math.floor(tried.length / 2)) {
    const [drawn] = tried.slice(at, at + 1).map(draw)
    if (drawn && fits(drawn)) {
      found = drawn
      tried = tried.slice(0, at)
    } else tried = tried.slice(at + 1)
  }
  if (!found) throw new Error('Even the barest form of a card is over a limit of Discord.')
  return found
}
