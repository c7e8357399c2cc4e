// Discord's side, for tests in workerd: signs an interaction, sends it to the Worker, and has the answer judged.

import { env, exports } from 'cloudflare:workers'
import type { APIInteractionResponse, APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { expect } from 'vitest'

const encoder = new TextEncoder()
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
const toHex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

const privateKey = await crypto.subtle.importKey(
  'pkcs8',
  fromHex(env.DISCORD_PRIVATE_KEY),
  'Ed25519',
  false,
  ['sign'],
)

export const nowInSeconds = () => String(Math.floor(Date.now() / 1000))

/** The headers with which Discord signs a body. */
export async function signed(body: string, timestamp = nowInSeconds()): Promise<Record<string, string>> {
  const signature = await crypto.subtle.sign('Ed25519', privateKey, encoder.encode(timestamp + body))
  return { 'X-Signature-Ed25519': toHex(signature), 'X-Signature-Timestamp': timestamp }
}

export const post = (body: BodyInit, headers: Record<string, string>) =>
  exports.default.fetch('https://registry.example/interactions', { method: 'POST', body, headers })

export const ASKER = '300000000000000001'
export const SOMEONE_ELSE = '300000000000000002'
export const TOKEN = 'aW50ZXJhY3Rpb24tdG9rZW4tdGhhdC1tdXN0LW5vdC1sZWFr'

const interaction = (type: number, rest: object, user = ASKER) => ({
  id: '100000000000000001',
  application_id: '200000000000000001',
  type,
  token: TOKEN,
  version: 1,
  locale: 'en-GB',
  guild_id: '400000000000000001',
  channel_id: '500000000000000001',
  member: { user: { id: user, username: 'someone' }, permissions: '0', roles: [] },
  ...rest,
})

type Value = string | boolean
const slashData = (subcommand: string, options: Record<string, Value>, focused?: string) => ({
  id: '600000000000000001',
  name: 'covid-data',
  type: 1,
  options: [
    {
      type: 1,
      name: subcommand,
      options: Object.entries(options).map(([name, value]) => ({
        type: typeof value === 'boolean' ? 5 : 3,
        name,
        value,
        ...(name === focused && { focused: true }),
      })),
    },
  ],
})

/** Sends an interaction as it stands; the answer must be one that Discord takes. */
export async function interact(body: { type: number }): Promise<APIInteractionResponse> {
  const json = JSON.stringify(body)
  const answer = await post(json, await signed(json))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('application/json')
  const response = await answer.json<APIInteractionResponse>()
  const judged = await env.DISCORD_JUDGE.fetch('https://judge', {
    method: 'POST',
    body: JSON.stringify({ response, interactionType: body.type }),
  })
  expect(await judged.json()).toEqual([])
  return response
}

/** An answer that is a message, taken apart for tests. */
export interface Answer {
  readonly type: number
  readonly ephemeral: boolean
  /** All that one reads, a line a line. */
  readonly text: string
  readonly components: readonly APIMessageTopLevelComponent[]
  /** Component ids by what stands on the button, or the placeholder of a menu. */
  readonly ids: Record<string, string>
  /** Addresses by what stands on the link button. */
  readonly links: Record<string, string>
  /** The values that menus offer. */
  readonly choices: readonly string[]
}

interface AnyComponent {
  readonly content?: string
  readonly custom_id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly url?: string
  readonly options?: readonly { readonly value: string }[]
  readonly components?: readonly AnyComponent[]
  readonly accessory?: AnyComponent
}

const flat = (component: AnyComponent): AnyComponent[] => [
  component,
  ...(component.components ?? []).flatMap(flat),
  ...(component.accessory ? flat(component.accessory) : []),
]

export function readAnswer(response: APIInteractionResponse): Answer {
  if (response.type !== 4 && response.type !== 7)
    throw new Error(`not a message: ${JSON.stringify(response)}`)
  const components = response.data?.components ?? []
  const all = (components as readonly AnyComponent[]).flatMap(flat)
  return {
    type: response.type,
    ephemeral: ((response.data?.flags ?? 0) & 64) !== 0,
    text: all.flatMap((component) => component.content ?? []).join('\n'),
    components: components as readonly APIMessageTopLevelComponent[],
    ids: Object.fromEntries(
      all.flatMap(({ custom_id, label, placeholder }) =>
        custom_id ? [[label ?? placeholder ?? '', custom_id]] : [],
      ),
    ),
    links: Object.fromEntries(all.flatMap(({ url, label }) => (url ? [[label ?? '', url]] : []))),
    choices: all.flatMap(({ options }) => options?.map((option) => option.value) ?? []),
  }
}

/** `/covid-data <subcommand>`, and its answer. */
export const slash = async (subcommand: string, options: Record<string, Value> = {}) =>
  readAnswer(await interact(interaction(2, { data: slashData(subcommand, options) })))

/** What is offered while `value` stands in an option. */
export async function completing(subcommand: string, option: string, value: string) {
  const response = await interact(
    interaction(4, { data: slashData(subcommand, { [option]: value }, option) }),
  )
  if (response.type !== 8) throw new Error(`no completion: ${JSON.stringify(response)}`)
  return response.data.choices ?? []
}

export interface Click {
  readonly user?: string
  /** Whose message it stands on, and whether only they see it. */
  readonly asker?: string
  readonly ephemeral?: boolean
  readonly values?: readonly string[]
}

export const click = async (
  customId: string | undefined,
  { user, asker = ASKER, ephemeral = false, values }: Click = {},
) =>
  readAnswer(
    await interact(
      interaction(
        3,
        {
          data: {
            custom_id: customId ?? 'no such button',
            component_type: values ? 3 : 2,
            ...(values && { values }),
          },
          message: {
            id: '700000000000000001',
            flags: 32768 | (ephemeral ? 64 : 0),
            interaction_metadata: { id: '1', type: 2, user: { id: asker } },
          },
        },
        user,
      ),
    ),
  )

export const rawInteraction = interaction
