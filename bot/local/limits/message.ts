// What the documentation says of a message in answer to an interaction, as a new one or in place of its own.

import {
  type APIInteractionResponseCallbackData,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10'
import { componentProblems, everyComponent, type Placed } from './components.ts'

type Data = APIInteractionResponseCallbackData

/** What an interaction callback may set; any other bit is refused. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2

export function* messageProblems(data: Data, isNew: boolean): Generator<string> {
  const flags = data.flags ?? 0
  const components = data.components ?? []
  if (flags & ~SETTABLE)
    yield `data.flags: ${flags} sets bits that an answer may not set: ${flags & ~SETTABLE}`
  yield* mentionProblems(data)
  if (flags & MessageFlags.IsComponentsV2) yield* exclusiveProblems(data, components)
  else yield* legacyProblems(data, components, isNew)
  yield* embedProblems(data)
  // An empty list takes files away.
  if (data.attachments?.length) yield `data.attachments: ${NO_FILES}`
  const placed = [...everyComponent('data.components', components)]
  if (placed.length > 40)
    yield `data.components: holds ${placed.length} components, nested ones included; at most 40 are allowed`
  yield* textProblems(placed)
  for (const { path, component } of placed) yield* mediaProblems(path, component)
  yield* componentProblems(placed)
}

/** Our own rule: answers echo what people typed, and nobody is to be pinged by it. Discord's default pings users. */
function* mentionProblems({ allowed_mentions: allowed }: Data): Generator<string> {
  if (!allowed)
    yield 'data.allowed_mentions: is missing; say { "parse": [] }, since answers echo what people typed'
  else if (!allowed.parse || allowed.parse.length > 0) yield 'data.allowed_mentions.parse: must be []'
}

function* exclusiveProblems(
  data: Data,
  components: readonly APIMessageTopLevelComponent[],
): Generator<string> {
  for (const key of ['content', 'embeds', 'poll'] as const)
    if (data[key] && !isEmptyList(data[key])) yield `data.${key}: does not go with components V2 (flag 32768)`
  if (components.length === 0) yield 'data.components: is empty, and with components V2 nothing else is shown'
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

function* legacyProblems(
  data: Data,
  components: readonly APIMessageTopLevelComponent[],
  isNew: boolean,
): Generator<string> {
  for (const [at, { type }] of components.entries())
    if (type !== ComponentType.ActionRow)
      yield `data.components[${at}].type: ${type} needs components V2 (flag 32768)`
  if (components.length > 5)
    yield `data.components: holds ${components.length} action rows, at most 5 are allowed`
  if (isNew && !data.content?.trim() && !data.embeds?.length && !data.poll && components.length === 0)
    yield 'data: is an empty message'
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
function* textProblems(placed: readonly Placed[]): Generator<string> {
  let characters = 0
  let bytes = 0
  for (const { component } of placed) {
    if (component.type !== ComponentType.TextDisplay) continue
    characters += component.content.length
    bytes += new TextEncoder().encode(component.content).length + 12
  }
  if (characters > 4000)
    yield `data.components: hold ${characters} characters of text, at most 4000 are allowed`
  if (bytes > 10_000) yield `data.components: hold ${bytes} bytes of text, above 10000 Discord answers 500`
}

/** 6000 characters over all embeds. */
function* embedProblems({ embeds }: Data): Generator<string> {
  const texts = (embeds ?? []).flatMap((embed) => [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ])
  const characters = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
  if (characters > 6000) yield `data.embeds: hold ${characters} characters, at most 6000 are allowed`
}
