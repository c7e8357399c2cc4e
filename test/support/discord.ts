// Discord's side, for tests in workerd: signs an interaction, sends it to the Worker, and has the answer judged.

import { env, exports } from 'cloudflare:workers'
import type {
  APIAttachment,
  APIInteractionResponse,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10'
import { expect } from 'vitest'
import { LIMITS } from '../../bot/deferral.ts'
import {
  autocomplete,
  componentClick,
  messageMenu,
  modalSubmit,
  slashCommand,
  type Values,
} from '../discord/protocol/interactions.ts'
import { postedMessage, updatedMessage } from '../discord/protocol/messages.ts'
import type { Answers } from '../discord/protocol/modal-answers.ts'
import { type Person, SECOND_VISITOR, VISITOR } from '../discord/protocol/people.ts'
import type { Scene } from '../discord/protocol/scenes.ts'
import { targetOf } from '../playground/chat/clicks.ts'

// On a busy machine any answer may take its time; those that are late on purpose have limits of their own.
const NEVER = 60 * 60_000
Object.assign(LIMITS, { deferral: NEVER, sentence: NEVER })

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

export const FIRST_PERSON = VISITOR
export const SOMEONE_ELSE = SECOND_VISITOR

/** Sends an interaction as it stands; the answer must be one that Discord takes. */
export async function interact(body: {
  readonly type: number
  readonly data?: unknown
}): Promise<APIInteractionResponse> {
  const json = JSON.stringify(body)
  const answer = await post(json, await signed(json))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('application/json')
  const response = await answer.json<APIInteractionResponse>()
  const judged = await env.DISCORD_JUDGE.fetch('https://judge', {
    method: 'POST',
    body: JSON.stringify({ response, interactionType: body.type, onMessage: 'message' in body }),
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
export const slash = async (subcommand: string, options: Values = {}, scene?: Scene) =>
  readAnswer(await interact(slashCommand(`covid-data ${subcommand}`, options, scene)))

/** What is offered while `value` stands in an option. */
export async function completing(subcommand: string, option: string, value: string) {
  const response = await interact(autocomplete(`covid-data ${subcommand}`, option, { [option]: value }))
  if (response.type !== 8) throw new Error(`no completion: ${JSON.stringify(response)}`)
  return response.data.choices ?? []
}

export interface Click {
  readonly person?: Person
  /** Whose answer it stands on, and whether only they see it. */
  readonly askedBy?: Person
  readonly ephemeral?: boolean
  readonly values?: readonly string[]
}

/** A click on the component with that id, on an answer to `askedBy`. */
export async function click(customId = 'no such button', given: Click = {}) {
  const { person = FIRST_PERSON, askedBy = FIRST_PERSON, ephemeral = false, values } = given
  const command = slashCommand('covid-data list', {}, { person: askedBy })
  const message = postedMessage({ flags: 32768 | (ephemeral ? 64 : 0), components: [] }, command)
  return readAnswer(
    await interact(componentClick({ message, customId, ...(values && { values }) }, { person })),
  )
}

/** A person at Discord: what they see last is what they click on or fill in. */
export interface Visit {
  /** `covid-data submit`, and what came of it. */
  say(path: string, options?: Values): Promise<Answer>
  /** Chooses from the menu of a message that reads so. */
  choose(menu: string, content: string): Promise<Answer>
  /** Presses the button, or chooses from the menu, with that on it. */
  press(label: string, values?: readonly string[]): Promise<Answer>
  /** Fills in the form that is open, and sends it. */
  fill(answers: Answers, files?: readonly APIAttachment[]): Promise<Answer>
}

/** What shows where a form opened instead of an answer. */
const formAnswer = (form: APIModalInteractionResponseCallbackData): Answer => ({
  type: 9,
  ephemeral: true,
  text: form.title,
  ids: {},
  links: {},
  choices: [],
})

/** `where` is what is not as everywhere: in German, say. */
export function visit(person: Person, start?: APIMessage, where: Scene = {}): Visit {
  const scene: Scene = { ...where, person }
  let message = start
  let form: APIModalInteractionResponseCallbackData | undefined
  let menus: Answer['ids'] = {}

  async function sent(asked: Parameters<typeof postedMessage>[1]): Promise<Answer> {
    const response = await interact(asked)
    if (response.type === 9) {
      form = response.data as APIModalInteractionResponseCallbackData
      return formAnswer(form)
    }
    form = undefined
    if (response.type === 7 && message && response.data) message = updatedMessage(message, response.data)
    if (response.type === 4) message = postedMessage(response.data, asked)
    const answer = readAnswer(response)
    menus = answer.ids
    return answer
  }

  return {
    say: (path, options = {}) => sent(slashCommand(path, options, scene)),
    choose(menu, content) {
      const posted = postedMessage({ content }, slashCommand('covid-data list'))
      return sent(messageMenu(menu, { ...posted, content }, scene))
    },
    press(label, values) {
      if (!message) throw new Error('There is no message to click on.')
      const target = values ? { customId: menus[label] ?? label, values } : targetOf(message, label)
      return sent(componentClick({ message, ...target }, scene))
    },
    fill(answers, files = []) {
      if (!form) throw new Error('There is no form to fill in.')
      const findFile = (id: string) => files.find((file) => file.id === id)
      return sent(modalSubmit(form, answers, message, scene, findFile))
    },
  }
}
