// What the documentation says of components in messages and modals alike and the schemas do not.

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { AnyComponent, Placed } from './every-component.ts'
import { choiceRangeProblems } from './ranges.ts'

export function* componentProblems(placed: readonly Placed[]): Generator<string> {
  yield* repeated(placed, 'custom_id')
  yield* repeated(placed, 'id')
  for (const { path, component } of placed) {
    if (component.type === ComponentType.ActionRow) yield* rowProblems(path, component)
    else if (component.type === ComponentType.Button) yield* buttonProblems(path, component)
    else yield* choiceRangeProblems(path, component)
  }
}

/** Both kinds of id must be unique in a message or modal; an `id` of 0 asks Discord for one. */
function* repeated(placed: readonly Placed[], key: 'custom_id' | 'id'): Generator<string> {
  const first = new Map<string | number, string>()
  for (const { path, component } of placed) {
    const id = idOf(component, key)
    if (!id) continue
    const other = first.get(id)
    if (other) yield `${path}.${key}: ${JSON.stringify(id)} is that of ${other} already`
    else first.set(id, path)
  }
}

function idOf(component: AnyComponent, key: 'custom_id' | 'id'): string | number | undefined {
  if (key === 'id') return component.id
  return 'custom_id' in component ? component.custom_id : undefined
}

function* rowProblems(
  path: string,
  { components }: APIActionRowComponent<APIComponentInActionRow>,
): Generator<string> {
  if (components.length > 1 && components.some(({ type }) => type !== ComponentType.Button))
    yield `${path}.components: an action row holds one to five buttons, or one other component alone`
}

function* buttonProblems(path: string, button: APIButtonComponent): Generator<string> {
  const { custom_id, url, sku_id, label, emoji } = asLoose(button)
  if (button.style === ButtonStyle.Premium) {
    if (!sku_id) yield `${path}.sku_id: is missing, which a premium button needs`
    for (const [key, value] of Object.entries({ custom_id, url, label, emoji }))
      if (value) yield `${path}.${key}: a premium button has none`
    return
  }
  if (sku_id) yield `${path}.sku_id: only a premium button has one`
  if (!label && !emoji) yield `${path}.label: is missing, and so is an emoji; a button needs one of them`
  if (emoji) yield* emojiProblems(`${path}.emoji`, emoji)
  if (button.style === ButtonStyle.Link) {
    if (custom_id) yield `${path}.custom_id: a link button has none`
    if (!url) yield `${path}.url: is missing, which a link button needs`
    else if (!/^(https?|discord):\/\//.test(url))
      yield `${path}.url: ${JSON.stringify(url)} must begin with http://, https:// or discord://`
  } else {
    if (!custom_id) yield `${path}.custom_id: is missing, which a button of style ${button.style} needs`
    if (url) yield `${path}.url: only a link button (style 5) has one`
  }
}

interface Emoji {
  readonly id?: string | null
  readonly name?: string | null
}

/** Every key that a button of some style may have, so that the ones of a wrong style can be told. */
const asLoose = (
  button: APIButtonComponent,
): { custom_id?: string; url?: string; sku_id?: string; label?: string; emoji?: Emoji } => button

/** By id one of Discord's own; by name alone a Unicode emoji, and the word for it is none. */
function* emojiProblems(path: string, { id, name }: Emoji): Generator<string> {
  if (id) return
  if (!name) yield `${path}: has neither id nor name`
  else if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(name))
    yield `${path}.name: ${JSON.stringify(name)} is no emoji`
}
