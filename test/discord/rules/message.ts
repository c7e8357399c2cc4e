// What the documentation says of a message: in answer to an interaction, by REST, as a new one or in place of another.

import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from 'discord-api-types/v10'
import { componentProblems } from './components.ts'
import { everyComponent, type Placed } from './every-component.ts'

/** What every body that is a message may hold, whichever way it goes; what is null is none. */
export interface Body {
  readonly content?: string | null | undefined
  readonly embeds?: readonly Embed[] | null | undefined
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined
  readonly flags?: number | null | undefined
  readonly attachments?: readonly unknown[] | null | undefined
  readonly poll?: unknown
  readonly allowed_mentions?: { readonly parse?: readonly unknown[] | null | undefined } | null | undefined
}

interface Embed {
  readonly title?: string | null | undefined
  readonly description?: string | null | undefined
  readonly footer?: { readonly text?: string | null | undefined } | null | undefined
  readonly author?: { readonly name?: string | null | undefined } | null | undefined
  readonly fields?:
    | readonly { readonly name?: string | null; readonly value?: string | null }[]
    | null
    | undefined
}

/** Where the message stands in what is sent, and what becomes of it. */
export interface Sending {
  /** Before every path: `data.` in an answer, nothing by REST. */
  readonly at: string
  /** The flags that may be set this way; any other bit is refused. */
  readonly settable: number
  readonly isNew: boolean
  /** The message that is edited, where it is known: what the body does not name stays. */
  readonly present?: Body | undefined
}

export function* messageProblems(body: Body, sending: Sending): Generator<string> {
  const { at, settable, present } = sending
  const flags = body.flags ?? 0
  const components = body.components ?? []
  // An edit that says flags is to say those that are set already too, and may not change every one of them.
  const wrong = flags & ~(settable | (present?.flags ?? 0))
  if (wrong) yield `${at}flags: ${flags} sets bits that may not be set here: ${wrong}`
  yield* mentionProblems(at, body)
  const isV2 = present && isShownByComponents(present)
  if (isV2 && typeof body.flags === 'number' && !isShownByComponents(body))
    yield `${at}flags: components V2 (flag 32768) cannot be taken off a message again`
  if (isV2 || isShownByComponents(body)) yield* exclusiveProblems(body, sending)
  else yield* legacyProblems(body, sending)
  yield* embedProblems(at, body)
  // An empty list takes files away.
  if (body.attachments?.length) yield `${at}attachments: ${NO_FILES}`
  const placed = [...everyComponent(`${at}components`, components)]
  if (placed.length > 40)
    yield `${at}components: holds ${placed.length} components, nested ones included; at most 40 are allowed`
  yield* textProblems(at, placed)
  for (const { path, component } of placed) yield* mediaProblems(path, component)
  yield* componentProblems(placed)
}

const isShownByComponents = ({ flags }: Body) => ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0

/** Our own rule: messages echo what people typed, and nobody is to be pinged by it. Discord's default pings people. */
function* mentionProblems(at: string, { allowed_mentions: allowed }: Body): Generator<string> {
  if (!allowed)
    yield `${at}allowed_mentions: is missing; say { "parse": [] }, since answers echo what people typed`
  else if (!allowed.parse || allowed.parse.length > 0) yield `${at}allowed_mentions.parse: must be []`
}

/** What the message has of these afterwards: what an edit does not name stays. */
function after<Key extends keyof Body>(key: Key, body: Body, { present }: Sending): Body[Key] {
  return body[key] === undefined ? present?.[key] : body[key]
}

function* exclusiveProblems(body: Body, sending: Sending): Generator<string> {
  for (const key of ['content', 'embeds', 'poll'] as const) {
    const value = after(key, body, sending)
    if (value && !isEmptyList(value)) yield `${sending.at}${key}: does not go with components V2 (flag 32768)`
  }
  if (!after('components', body, sending)?.length)
    yield `${sending.at}components: is empty, and with components V2 nothing else is shown`
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

function* legacyProblems(body: Body, sending: Sending): Generator<string> {
  const { at, isNew, present } = sending
  const components = body.components ?? []
  for (const [place, { type }] of components.entries())
    if (type !== ComponentType.ActionRow)
      yield `${at}components[${place}].type: ${type} needs components V2 (flag 32768)`
  if (components.length > 5)
    yield `${at}components: holds ${components.length} action rows, at most 5 are allowed`
  if (!isNew && !present) return
  const isEmpty =
    !after('content', body, sending)?.trim() &&
    !after('embeds', body, sending)?.length &&
    !after('components', body, sending)?.length &&
    !after('poll', body, sending)
  if (isEmpty) yield `${at.replace('.', '') || 'the whole'}: is an empty message`
}

const NO_FILES = 'the files would have to come along, and an answer in JSON carries none'

/** A File component can only show a file that comes along; pictures may also be at an address. */
function* mediaProblems(path: string, component: Placed['component']): Generator<string> {
  const urls: [string, string][] = []
  if (component.type === ComponentType.File) yield `${path}.file: ${NO_FILES}`
  if (component.type === ComponentType.Thumbnail) urls.push([`${path}.media.url`, component.media.url])
  if (component.type === ComponentType.MediaGallery)
    for (const [at, { media }] of component.items.entries())
      urls.push([`${path}.items[${at}].media.url`, media.url])
  for (const [place, url] of urls) {
    if (url.startsWith('attachment://')) yield `${place}: ${NO_FILES}`
    else if (!/^https?:\/\//.test(url))
      yield `${place}: ${JSON.stringify(url)} must begin with http:// or https://`
  }
}

/** 4000 characters and (seen) about 10,000 bytes with 12 a display, over all the text of a message. */
function* textProblems(at: string, placed: readonly Placed[]): Generator<string> {
  let characters = 0
  let bytes = 0
  for (const { component } of placed) {
    if (component.type !== ComponentType.TextDisplay) continue
    characters += component.content.length
    bytes += new TextEncoder().encode(component.content).length + 12
  }
  if (characters > 4000)
    yield `${at}components: hold ${characters} characters of text, at most 4000 are allowed`
  if (bytes > 10_000) yield `${at}components: hold ${bytes} bytes of text, above 10000 Discord answers 500`
}

/** 6000 characters over all embeds. */
function* embedProblems(at: string, { embeds }: Body): Generator<string> {
  const texts = (embeds ?? []).flatMap((embed) => [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ])
  const characters = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  if (characters > 6000) yield `${at}embeds: hold ${characters} characters, at most 6000 are allowed`
}
