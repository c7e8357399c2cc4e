// What the playground's page and its server say to each other, in JSON. Shapes only: both sides use them.

import type {
  APIMessage,
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Answers } from '../../discord/protocol/modal-answers.ts'
import type { ChannelName, Role } from '../../discord/protocol/roles.ts'

/** Who acts, where, and in which languages. */
export interface Acting {
  readonly role: Role
  readonly channel: ChannelName
  readonly locale: string
  readonly serverLocale: string
}

/** What does not change while the page is open. */
export interface Setting {
  readonly registryUrl: string
  readonly bot: Named
  readonly people: readonly (Named & { readonly role: Role; readonly permissions: string })[]
  readonly channels: readonly (Named & { readonly channel: ChannelName; readonly seenBy: readonly Role[] })[]
  /** What the bot speaks, by Discord's name for it and its own. */
  readonly languages: readonly { readonly locale: string; readonly name: string }[]
  /** As Discord is told. */
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[]
}

interface Named {
  readonly id: string
  readonly name: string
}

/** A message as its reader sees it, or what stands where one will be, or should have been. */
export interface ShownMessage {
  readonly id: string
  /** Counts its edits. */
  readonly version: number
  readonly author: Named
  readonly isBot: boolean
  /** ISO 8601. */
  readonly at: string
  readonly isEdited: boolean
  /** Nobody else sees it. */
  readonly isPrivate: boolean
  /** The language of an answer of the bot: the reader's own, or in public the server's. A tag of BCP 47. */
  readonly language?: string
  /** What it answers: "used" and "/covid-data ultrasound". */
  readonly answers?: UserAction & { readonly who: string }
  readonly state: 'said' | 'thinking' | 'failed'
  /** Why it failed, in full. */
  readonly detail?: string
  readonly content: string
  readonly components: NonNullable<APIMessage['components']>
  readonly embeds: APIMessage['embeds']
}

export interface UserAction {
  readonly verb: 'used' | 'clicked' | 'chose' | 'filled in'
  readonly what: string
}

/** What has changed for one person since they were last told. */
export interface News {
  /** All that they see, by channel, oldest first. */
  readonly channels: { readonly [Channel in ChannelName]?: readonly string[] }
  /** Those that are new or were changed. */
  readonly messages: readonly ShownMessage[]
  /** What the Worker sent that Discord would have refused. */
  readonly problems: readonly string[]
}

/** What a person did, and how: each is a POST to `/api/` and its name. */
export interface Requests {
  readonly say: { readonly content: string }
  /** Options by name, as they were typed or picked. */
  readonly slash: { readonly path: string; readonly texts: Texts }
  readonly complete: { readonly path: string; readonly texts: Texts; readonly focused: string }
  readonly menu: { readonly name: string; readonly message: string }
  readonly click: {
    readonly message: string
    readonly customId: string
    readonly values?: readonly string[]
  }
  /** A file that a form takes; its content in base64. */
  readonly upload: { readonly name: string; readonly content: string }
  readonly submit: { readonly form: string; readonly answers: Answers }
  readonly dismiss: { readonly message: string }
}
export type Texts = { readonly [option: string]: string }

/** What came of it; messages arrive as news. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'choices'; readonly choices: readonly { name: string; value: string }[] }
  | { readonly kind: 'uploaded'; readonly id: string }
  | {
      readonly kind: 'form'
      readonly form: string
      readonly modal: APIModalInteractionResponseCallbackData
    }
  /** Discord would not have sent it; a sentence for the person. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It was sent, and what came back was nothing that Discord could show. */
  | { readonly kind: 'failed'; readonly detail: string }
