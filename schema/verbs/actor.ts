// Who asks. Below all verbs: it imports nothing of them.

import type { Machine } from '../vocabulary.ts'

/** That someone is a maintainer is looked up at every verb, never taken from a door. */
export type Actor =
  | {
      readonly kind: 'discord'
      readonly discordId: string
      readonly name: string
      /** The language that they use Discord in, by its tag there ("de"): kept, to write to them in it. */
      readonly locale?: string
    }
  | { readonly kind: 'token'; readonly token: string }
  /** Someone signed in on pages; `id` is the SHA-256 of the token that their browser has, hex. */
  | { readonly kind: 'session'; readonly id: string }
  /** An unknown caller, by their address on the internet. Undefined: Cloudflare did not say it, and nothing is taken from them. */
  | { readonly kind: 'anonymous'; readonly address: string | undefined }
  /** A job of the registry. It has no limits, and is never a maintainer. */
  | { readonly kind: 'machine'; readonly machine: Machine }

/** Someone on Discord, as Discord says. */
export type DiscordActor = Extract<Actor, { kind: 'discord' }>

/** Someone signed in on pages. */
export type SessionActor = Extract<Actor, { kind: 'session' }>
