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

/** A message without its visibility. */
export interface Card {
  readonly components: readonly APIMessageTopLevelComponent[]
}

/** A blue that is readable on both of Discord's themes. */
const ACCENT = 0x2f7fa8

export const card = (parts: readonly APIComponentInContainer[]): Card => ({
  components: [{ type: 17, accent_color: ACCENT, components: [...parts] } satisfies APIContainerComponent],
})

/** The data of a response that posts or updates a message. It never pings anyone. */
export function messageData({ components }: Card, ephemeral = false) {
  return {
    flags: IS_COMPONENTS_V2 | (ephemeral ? EPHEMERAL : 0),
    components: [...components],
    allowed_mentions: { parse: [] },
  }
}

/** Ids of texts that are read again when a component beside them is used: Discord sends the message along. */
export const MARKS = { query: 501, links: 502, reason: 503 } as const

export const text = (content: string): APITextDisplayComponent => ({ type: 10, content })

export const markedText = (mark: keyof typeof MARKS, content: string): APITextDisplayComponent => ({
  ...text(content),
  id: MARKS[mark],
})

export const line = { type: 14, divider: true, spacing: 1 } as const

export const section = (content: string, accessory: APIButtonComponent): APISectionComponent => ({
  type: 9,
  components: [text(content)],
  accessory,
})

export const row = (
  ...components: APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> => ({ type: 1, components })

/** Discord's styles of buttons: secondary, success, danger. */
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

/** 4,000 characters over the whole message; above about 10,170 bytes (with 12 a text display) the API fails. */
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

/** Whether a card is within Discord's limits on text and components. */
export function fits({ components }: Card): boolean {
  const all = (components as readonly AnyComponent[]).flatMap(within)
  const texts = all.flatMap((component) => (component.content === undefined ? [] : [component.content]))
  const characters = texts.reduce((sum, content) => sum + content.length, 0)
  const bytes = texts.reduce((sum, content) => sum + utf8.encode(content).length + 12, 0)
  return all.length <= MOST_COMPONENTS && characters <= MOST_CHARACTERS && bytes <= MOST_BYTES
}

/**
 * The first level, of several from full to bare, whose card is within Discord's limits. Usually that is the first;
 * otherwise it is found by halving, since a barer card is never longer. The barest must always fit: tests draw it with the
 * longest data that a record can have.
 */
export function fullest<Level>(levels: readonly Level[], draw: (level: Level) => Card): Card {
  let found: Card | undefined
  let candidates = levels
  for (let at = 0; candidates.length > 0; at = Math.floor(candidates.length / 2)) {
    const [drawn] = candidates.slice(at, at + 1).map(draw)
    if (drawn && fits(drawn)) {
      found = drawn
      candidates = candidates.slice(0, at)
    } else candidates = candidates.slice(at + 1)
  }
  if (!found) throw new Error('The barest form of a card exceeds a limit of Discord.')
  return found
}
