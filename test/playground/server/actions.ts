// What a person does in the playground: each act becomes a whole interaction, which the Worker answers, and the answer
// goes to the stand-in Discord. What a person could not do in Discord is refused before anything is sent.

import {
  type APIApplicationCommandBasicOption,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType as OptionType,
  InteractionResponseType as Type,
} from 'discord-api-types/v10'
import { Failure } from '../../../bot/cli/failure.ts'
import { COMMANDS } from '../../../bot/commands/index.ts'
import {
  autocomplete,
  componentClick,
  messageMenu,
  modalSubmit,
  slashCommand,
  type Values,
} from '../../discord/protocol/interactions.ts'
import type { AnswerableInteraction } from '../../discord/protocol/messages.ts'
import { CHANNEL_NAMES, PEOPLE } from '../../discord/protocol/people.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import type { WatchedDiscord } from '../../discord/rest/changes.ts'
import { everyComponent } from '../../discord/rules/every-component.ts'
import { holdTo } from '../chat/filling.ts'
import { reach } from '../chat/line.ts'
import { fitted } from '../chat/values.ts'
import { type Answer, PATIENCE } from '../post.ts'
import type { History } from './history.ts'
import type { Acting, Outcome, Requests, Texts, UserAction } from './protocol.ts'
import { sceneOf } from './settings.ts'

export interface Stage {
  readonly discord: WatchedDiscord
  readonly history: History
  readonly send: (interaction: AnswerableInteraction | ReturnType<typeof autocomplete>) => Promise<Answer>
}

type Act<Name extends keyof Requests> = (act: Requests[Name], acting: Acting) => Promise<Outcome>

/** A form that somebody has before them. */
interface OpenForm {
  readonly modal: APIModalInteractionResponseCallbackData
  readonly message: APIMessage | undefined
  readonly scene: Scene
}

export function handlersFor({ discord, history, send }: Stage): {
  readonly [Name in keyof Requests]: Act<Name>
} {
  const forms = new Map<string, OpenForm>()

  /** What the person sees there by that id. */
  function messageBefore(acting: Acting, id: string): APIMessage {
    const kept = history.seenBy(acting.role, acting.channel).find(({ message }) => message.id === id)
    if (!kept) throw new Failure('This message is not there any more.')
    return kept.message
  }

  async function sent(
    interaction: AnswerableInteraction,
    scene: Scene,
    action?: UserAction,
  ): Promise<Outcome> {
    const entry = history.begin(interaction, action)
    // Noted before it is sent, so that whatever the Worker says to it meanwhile finds who it was.
    discord.interaction(interaction)
    try {
      const { response, milliseconds } = await send(interaction)
      if (response.type === Type.DeferredChannelMessageWithSource) entry.defer(response.data?.flags)
      discord.interaction(interaction, response)
      // It is shown all the same: one machine plays all the parts here, and may be busy.
      if (milliseconds > PATIENCE)
        history.complain(`An answer took ${Math.round(milliseconds)} ms, and Discord waits ${PATIENCE}.`)
      if (response.type === Type.Modal) {
        forms.set(interaction.id, {
          modal: response.data,
          message: 'message' in interaction ? interaction.message : undefined,
          scene,
        })
        return { kind: 'form', form: interaction.id, modal: response.data }
      }
      return { kind: 'done' }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return { kind: 'failed', detail: error.message }
    }
  }

  /** What Discord shows in the channel: that a command came to nothing. */
  async function sentCommand(interaction: AnswerableInteraction, scene: Scene): Promise<Outcome> {
    const outcome = await sent(interaction, scene)
    if (outcome.kind !== 'failed') return outcome
    history.fail(interaction, outcome.detail)
    return { kind: 'done' }
  }

  return {
    async say({ content }, acting) {
      if (!content.trim()) throw new Failure('A message says something.')
      if (content.length > 2000) throw new Failure('A message has at most 2000 characters.')
      history.write(acting, content.trim())
      return { kind: 'done' }
    },
    async slash({ path, texts }, acting) {
      const options = optionsOf(path)
      const missing = options.find(({ name, required }) => required && !texts[name])
      if (missing) throw new Failure(`${missing.name}: is required.`)
      const scene = sceneOf(acting)
      return sentCommand(slashCommand(path, valuesOf(path, options, texts), scene), scene)
    },
    async complete({ path, texts, focused }, acting) {
      // What is half typed may be anything.
      const values = { ...texts, [focused]: texts[focused] ?? '' }
      const { response } = await send(autocomplete(path, focused, values, sceneOf(acting)))
      if (response.type !== Type.ApplicationCommandAutocompleteResult)
        throw new Failure('The Worker did not complete anything.')
      const choices = response.data.choices ?? []
      return { kind: 'choices', choices: choices.map(({ name, value }) => ({ name, value: String(value) })) }
    },
    async menu({ name, message }, acting) {
      const scene = sceneOf(acting)
      return sentCommand(messageMenu(name, messageBefore(acting, message), scene), scene)
    },
    async click({ message: id, customId, values }, acting) {
      const message = messageBefore(acting, id)
      const scene = { ...sceneOf(acting), channelId: message.channel_id }
      const found = [...everyComponent('', message.components ?? [])].some(
        ({ component }) =>
          'custom_id' in component &&
          component.custom_id === customId &&
          !('disabled' in component && component.disabled),
      )
      if (!found) throw new Failure('This cannot be clicked any more.')
      const interaction = componentClick({ message, customId, ...(values && { values }) }, scene)
      return sent(interaction, scene)
    },
    async upload({ name, content }) {
      const bytes = Uint8Array.from(Buffer.from(content, 'base64'))
      return { kind: 'uploaded', id: discord.cdn.upload({ name, bytes }).id }
    },
    async submit({ form, answers }) {
      const open = forms.get(form)
      if (!open) throw new Failure('This form was sent already.')
      const { find } = discord.cdn
      holdTo(open.modal, answers, (id) => find(id)?.filename ?? id)
      const interaction = modalSubmit(open.modal, answers, open.message, open.scene, find)
      const outcome = await sent(interaction, open.scene, { verb: 'filled in', what: open.modal.title })
      // Whatever came back that nobody could be shown, the form stays, and can be sent again.
      if (outcome.kind !== 'failed') forms.delete(form)
      return outcome
    },
    async dismiss({ message }) {
      history.dismiss(message)
      return { kind: 'done' }
    },
  }
}

function optionsOf(path: string): readonly APIApplicationCommandBasicOption[] {
  const [, first = '', rest = ''] = /^(\S*) ?(.*)$/.exec(path) ?? []
  return reach(first, rest, COMMANDS).options
}

function valuesOf(path: string, options: readonly APIApplicationCommandBasicOption[], texts: Texts): Values {
  const values: Record<string, Values[string]> = {}
  for (const [name, text] of Object.entries(texts)) {
    const option = options.find((each) => each.name === name)
    if (!option) throw new Failure(`/${path} has no option ${name}.`)
    values[name] = valueFor(text, option, path)
  }
  return values
}

/** Who and which channel are picked, by id; everything else is typed. */
function valueFor(text: string, option: APIApplicationCommandBasicOption, path: string): Values[string] {
  if (option.type === OptionType.User) {
    const person = PEOPLE.find(({ id }) => id === text)
    if (!person) throw new Failure(`${option.name}: choose someone from the list.`)
    return { person }
  }
  if (option.type === OptionType.Channel) {
    if (!CHANNEL_NAMES[text]) throw new Failure(`${option.name}: choose a channel from the list.`)
    return { channel: text }
  }
  return fitted(text, option, path)
}
