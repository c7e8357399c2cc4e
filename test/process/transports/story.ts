// Goes through a story: says each command, clicks what comes back, and fills in the forms that open. The same is asked in
// several ways at once.

import type { APIInteraction, APIMessage } from 'discord-api-types/v10'
import { DECLARATIONS, FLOWS } from '../../../bot/commands/index.ts'
import { decodeCustomId } from '../../../bot/custom-id.ts'
import { componentClick, modalSubmit, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import { base } from '../../discord/protocol/scenes.ts'
import type { Received } from '../../playground/chat/conversation.ts'
import { filledIn, targetsOf } from './same.ts'
import type { Step } from './steps.ts'

/** The answer of each way. */
export type Answers = readonly Pick<Received, 'response' | 'message'>[]

/** Each way has ids of its own, so each has an interaction of its own made for it. */
export type Ask = (build: (way: number) => APIInteraction) => Promise<Answers>

const LINK = 'https://zenodo.org/records/3999999'

/** Each command in the menu of a message, of one link and of two. */
export const IN_MESSAGES = DECLARATIONS.flatMap((declared) =>
  declared.type === 3
    ? [
        { name: declared.name, content: `See ${LINK}` },
        { name: declared.name, content: `See ${LINK} and https://zenodo.org/records/3999998` },
      ]
    : [],
)

interface Following {
  readonly scene: Scene
  /** What was there before. */
  readonly on?: Answers
  readonly clicks?: readonly string[] | undefined
  readonly typed?: Step['typed']
}

export function openStory(ask: Ask) {
  /** What of each kind was tried: `click:list`, `form:report`. */
  const tried = new Set<string>()
  /** The reference of the latest submission of each way, which cards tell. */
  const references: string[] = []

  /** Clicks what an answer has to click, fills in the form that opens, and goes on with what that brings. */
  async function explore(answers: Answers, scene: Scene, clicks?: readonly string[]): Promise<void> {
    for (const [at, { action, values }] of targetsOf(answers[0]?.message).entries()) {
      if (clicks ? !clicks.includes(action) : tried.has(`click:${action}`)) continue
      tried.add(`click:${action}`)
      const others = clicks?.filter((each) => each !== action)
      const clicked = await ask((way) => clickAt(answers[way]?.message, at, scene))
      // Discord's client sends nothing where the choice is the one before: a form that was closed would never open again.
      if (values && clicked.some(({ response }) => response.type === 9))
        throw new Error(`The menu ${action} opens a form.`)
      await follow(clicked, { scene, on: answers, clicks: others })
    }
  }

  async function follow(answers: Answers, { scene, on, clicks, typed }: Following): Promise<void> {
    noteReferences(answers)
    const forms = answers.map(({ response }) => (response.type === 9 ? response.data : undefined))
    const [form] = forms
    if (!form) return explore(answers, scene, clicks)
    tried.add(`form:${decodeCustomId(form.custom_id)?.action}`)
    const given = filledIn(form, typed)
    const sent = await ask((way) => modalSubmit(forms[way] ?? form, given, on?.[way]?.message, scene))
    noteReferences(sent)
    return explore(sent, scene, clicks)
  }

  function noteReferences(answers: Answers): void {
    for (const [way, answer] of answers.entries()) {
      const [reference] = /S-[0-9A-Z]{5}/.exec(JSON.stringify(answer.message ?? '')) ?? []
      if (reference) references[way] = reference
    }
  }

  return {
    async take({ path, values = {}, clicks, typed, ...scene }: Step): Promise<void> {
      const valuesOf = typeof values === 'function' ? values : () => values
      const answers = await ask((way) => slashCommand(path, valuesOf(references[way] ?? 'none'), scene))
      await follow(answers, { scene, clicks, typed })
    },

    async chooseInMessage({ name, content }: (typeof IN_MESSAGES)[number]): Promise<void> {
      const message = postedMessage({ content }, slashCommand('x'))
      const answers = await ask(() => ({
        ...base(2, {}),
        data: {
          id: '1170000000000000401',
          name,
          type: 3,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
      }))
      await follow(answers, { scene: {} })
    },

    tried: (action: string) => void tried.add(action),

    /** What the bot answers, and no step came to. */
    untried: (): readonly string[] =>
      FLOWS.flatMap(({ components = {}, modals = {} }) => [
        ...Object.keys(components).map((action) => `click:${action}`),
        ...Object.keys(modals).map((action) => `form:${action}`),
      ]).filter((each) => !tried.has(each)),
  }
}

function clickAt(message: APIMessage | undefined, at: number, scene: Scene) {
  const target = targetsOf(message)[at]
  if (!message || !target) throw new Error('What one way shows the other does too.')
  return componentClick({ message, ...target }, { ...scene, channelId: message.channel_id })
}
