// The steps of a command line, done one after the other, and what is seen meanwhile.

import { InteractionResponseType } from 'discord-api-types/v10'
import type { Keys } from '../../../bot/cli/keys.ts'
import { COMMANDS } from '../../../bot/commands/index.ts'
import type { ChannelName } from '../../discord/protocol/roles.ts'
import { PATIENCE } from '../post.ts'
import { send } from '../send.ts'
import { noStandIn, placeOf, type StandIn } from '../stand-in.ts'
import { renderMessages, renderResponse } from '../terminal/terminal.ts'
import { type Conversation, converse, type ShownAnswer } from './conversation.ts'
import { howToFill } from './filling.ts'
import type { ChatFlags, Step } from './flags.ts'

export interface Talking {
  readonly workerUrl: string
  readonly keys: Keys
  readonly standIn?: StandIn | undefined
  /** Whether what is printed may have colours. */
  readonly colour: boolean
  print(text: string): void
  /** Says what is beside the matter. */
  note(text: string): void
}

/** Whether all went as Discord wants it; what did not was noted. */
export async function talk({ person, locale, json, steps }: ChatFlags, talking: Talking): Promise<boolean> {
  const { standIn, print, note, colour } = talking
  const conversation = converse({
    commands: COMMANDS,
    scene: { person, ...(locale !== undefined && { locale, serverLocale: locale }) },
    send: (interaction) => send(talking.workerUrl, talking.keys, standIn, interaction),
    upload(path) {
      if (!standIn) throw noStandIn()
      return standIn.upload(path)
    },
    onCompletion: (option, typed, { name, value }) =>
      note(`${option}: "${typed}" completed to ${name} (${value})`),
  })

  let hasActed = false
  /** What the Worker sends after an answer comes a moment later. */
  async function settle(): Promise<void> {
    if (hasActed) await standIn?.settled()
    hasActed = false
  }

  let isFirst = true
  /** With a line between it and what was printed before. */
  function printPart(text: string) {
    print(isFirst || json ? text : `\n${text}`)
    isFirst = false
  }

  function show({ response, raw, isPrivate, milliseconds }: ShownAnswer, next: Step | undefined) {
    // Whoever fills in a form at once knows what it asks.
    if (json) print(raw)
    else if (response.type !== InteractionResponseType.Modal || next?.kind !== 'fill')
      printPart(renderResponse(response, { isPrivate, colour }))
    if (milliseconds > PATIENCE)
      note(`This took ${Math.round(milliseconds)} ms, and Discord waits ${PATIENCE}.`)
  }

  async function enter(channel: ChannelName) {
    if (!standIn) throw noStandIn()
    await settle()
    const messages = await standIn.messages(channel, person)
    conversation.enter(messages, placeOf(channel))
    printPart(json ? JSON.stringify(messages) : renderMessages(messages, { colour }))
  }

  for (const [at, step] of steps.entries()) {
    if (step.kind === 'enter') await enter(step.channel)
    else {
      hasActed = true
      show(await acted(conversation, step), steps[at + 1])
    }
  }
  const form = conversation.openForm()
  if (form && !json) printPart(`To fill it in, add\n  ${howToFill(form)}`)

  if (!standIn) return true
  await settle()
  const problems = await standIn.problems()
  if (problems.length > 0)
    note(`\nDiscord would refuse what the Worker sends:\n\n${problems.map((each) => `  ${each}`).join('\n')}`)
  return problems.length === 0
}

function acted(conversation: Conversation, step: Exclude<Step, { kind: 'enter' }>): Promise<ShownAnswer> {
  switch (step.kind) {
    case 'say':
      return conversation.say(step.line)
    case 'click':
      return conversation.click(step.label)
    case 'fill':
      return conversation.fill(step.fields)
  }
}
