import { MessageResponseSchema } from 'discord-api-spec/zod'
import { describe, expect, it } from 'vitest'
import {
  autocomplete,
  componentClick,
  modalSubmit,
  ping,
  slashCommand,
} from '../../../discord/protocol/interactions.ts'
import { postedMessage, updatedMessage } from '../../../discord/protocol/messages.ts'
import type { Scene } from '../../../discord/protocol/scenes.ts'

const SNOWFLAKE = /^\d{17,20}$/
const answer = (more: object = {}) => ({
  flags: 32768,
  allowed_mentions: { parse: [] },
  components: [
    {
      type: 17 as const,
      components: [
        { type: 10 as const, content: 'Text' },
        {
          type: 1 as const,
          components: [{ type: 2 as const, style: 2 as const, label: 'Next', custom_id: 'next' }],
        },
      ],
    },
  ],
  ...more,
})
const command = () => slashCommand('covid-data ultrasound')
const message = () => postedMessage(answer(), command())

describe('every interaction', () => {
  it.each([
    ['slash command', command(), 2],
    ['click', componentClick({ message: message(), customId: 'next' }), 3],
    ['autocomplete', autocomplete('covid-data show', 'resource', { resource: 'n' }), 4],
    ['form', modalSubmit({ custom_id: 'form', title: 'Form', components: [] }, {}), 5],
  ])('a %s has what Discord sends with it', (_, interaction, type) => {
    expect(interaction).toMatchObject({
      type,
      version: 1,
      id: expect.stringMatching(SNOWFLAKE),
      application_id: expect.stringMatching(SNOWFLAKE),
      guild_id: expect.stringMatching(SNOWFLAKE),
      channel_id: expect.stringMatching(SNOWFLAKE),
      channel: { type: 0 },
      token: expect.stringMatching(/^[\w+/=]{40,}$/),
      app_permissions: expect.stringMatching(/^\d+$/),
      member: { user: { username: 'visitor' }, permissions: expect.stringMatching(/^\d+$/) },
      entitlements: [],
      authorizing_integration_owners: { 0: interaction.guild_id },
      context: 0,
      attachment_size_limit: 10_485_760,
    })
    expect(interaction).not.toHaveProperty('user')
    expect(JSON.parse(JSON.stringify(interaction))).toEqual(interaction)
  })

  it('has an id of its own that tells its time', () => {
    expect(command().id).not.toBe(command().id)
    const before = Date.now()
    const milliseconds = Number(BigInt(command().id) >> 22n) + 1_420_070_400_000
    expect(milliseconds).toBeGreaterThanOrEqual(before)
    expect(milliseconds).toBeLessThanOrEqual(Date.now())
  })

  it('takes place where, and comes from whom, the scene says', () => {
    const scene: Scene = {
      person: { id: '42', username: 'ana', globalName: 'Ana' },
      place: 'direct',
      locale: 'ja',
      applicationId: '7',
    }
    const interaction = slashCommand('covid-data about', {}, scene)
    expect(interaction).toMatchObject({
      application_id: '7',
      locale: 'ja',
      user: { id: '42', username: 'ana', global_name: 'Ana' },
      channel: { type: 1 },
      authorizing_integration_owners: { 0: '0' },
      context: 1,
    })
    for (const key of ['member', 'guild', 'guild_id', 'guild_locale'])
      expect(interaction).not.toHaveProperty(key)
    expect(interaction.data).not.toHaveProperty('guild_id')
    expect(slashCommand('covid-data about', {}, { permissions: '32' }).member?.permissions).toBe('32')
  })
})

it('a ping comes from a person in no channel', () => {
  expect(ping()).toMatchObject({ type: 1, version: 1, user: { username: 'visitor' }, entitlements: [] })
  for (const key of ['data', 'guild_id', 'channel', 'channel_id', 'member', 'locale'])
    expect(ping()).not.toHaveProperty(key)
})

describe('a slash command', () => {
  it('nests its options in the subcommand, each with the type of its value', () => {
    expect(slashCommand('covid-data search', { query: 'lung', page: 2, private: true }).data).toMatchObject({
      name: 'covid-data',
      type: 1,
      options: [
        {
          name: 'search',
          type: 1,
          options: [
            { name: 'query', type: 3, value: 'lung' },
            { name: 'page', type: 4, value: 2 },
            { name: 'private', type: 5, value: true },
          ],
        },
      ],
    })
  })

  it('nests them in a group, or in nothing', () => {
    expect(slashCommand('covid-watch list all').data.options).toEqual([
      { name: 'list', type: 2, options: [{ name: 'all', type: 1, options: [] }] },
    ])
    expect(slashCommand('ping', { loud: true }).data.options).toEqual([
      { name: 'loud', type: 5, value: true },
    ])
  })
})

it('an autocomplete marks what is being typed', () => {
  expect(autocomplete('covid-data compare', 'b', { a: 'uk-nccid', b: 'bi' }).data.options).toEqual([
    {
      name: 'compare',
      type: 1,
      options: [
        { name: 'a', type: 3, value: 'uk-nccid' },
        { name: 'b', type: 3, value: 'bi', focused: true },
      ],
    },
  ])
})

describe('a click', () => {
  it('brings the message it was made on', () => {
    const on = message()
    const click = componentClick({ message: on, customId: 'next' })
    expect(click.message).toEqual(on)
    expect(click.data).toEqual({ custom_id: 'next', component_type: 2 })
  })

  it('on a select brings what was picked', () => {
    expect(componentClick({ message: message(), customId: 'pick', values: ['a'] }).data).toEqual({
      custom_id: 'pick',
      component_type: 3,
      values: ['a'],
    })
  })
})

describe('a message', () => {
  it('fits the schema that Discord publishes of its own messages', () => {
    expect(MessageResponseSchema.safeParse(message()).error?.issues).toBeUndefined()
  })

  it('tells what it answers', () => {
    const interaction = command()
    expect(postedMessage(answer(), interaction)).toMatchObject({
      type: 20,
      flags: 32768,
      content: '',
      author: { bot: true },
      webhook_id: interaction.application_id,
      interaction_metadata: { id: interaction.id, type: 2, user: { username: 'visitor' } },
    })
    const click = componentClick({ message: message(), customId: 'next' })
    expect(postedMessage(answer(), click).interaction_metadata).toMatchObject({
      type: 3,
      interacted_message_id: click.message.id,
    })
  })

  it('numbers its components in reading order', () => {
    expect(message().components).toMatchObject([
      { id: 1, components: [{ id: 2 }, { id: 3, components: [{ id: 4 }] }] },
    ])
  })

  it('keeps its id, its privacy and what an update leaves out', () => {
    const before = postedMessage(answer({ flags: 32768 | 64 }), command())
    const after = updatedMessage(before, { components: [{ type: 10, content: 'New' }], flags: 32768 })
    expect(after).toMatchObject({ id: before.id, flags: 32768 | 64, edited_timestamp: expect.any(String) })
    expect(after.components).toEqual([{ type: 10, content: 'New', id: 1 }])
    expect(updatedMessage(before, {}).components).toEqual(before.components)
  })
})

describe('a form', () => {
  const label = <Component extends object>(component: Component) => ({
    type: 18 as const,
    label: 'Name',
    component,
  })
  const option = (value: string, chosen = false) => ({ label: value, value, default: chosen })
  const form = {
    custom_id: 'suggest',
    title: 'Suggest',
    components: [
      { type: 10 as const, content: 'Please fill in' },
      label({ type: 4 as const, custom_id: 'name', style: 1 as const }),
      label({ type: 4 as const, custom_id: 'url', style: 1 as const, value: 'https://' }),
      label({ type: 3 as const, custom_id: 'types', options: [option('ct', true), option('mrt')] }),
      label({ type: 21 as const, custom_id: 'kind', options: [option('new'), option('old')] }),
      label({ type: 22 as const, custom_id: 'more', options: [option('a'), option('b')] }),
      label({ type: 23 as const, custom_id: 'sure' }),
      {
        type: 1 as const,
        components: [{ type: 4 as const, custom_id: 'old', label: 'Old', style: 2 as const }],
      },
    ],
  }

  it('mirrors what was shown, with the answers', () => {
    const answers = { name: 'BIMCV', types: ['mrt'], kind: 'new', more: ['a', 'b'], sure: true, old: 'x' }
    expect(modalSubmit(form, answers).data).toEqual({
      custom_id: 'suggest',
      components: [
        { type: 10, id: 1 },
        { type: 18, id: 2, component: { type: 4, id: 3, custom_id: 'name', value: 'BIMCV' } },
        { type: 18, id: 4, component: { type: 4, id: 5, custom_id: 'url', value: 'https://' } },
        { type: 18, id: 6, component: { type: 3, id: 7, custom_id: 'types', values: ['mrt'] } },
        { type: 18, id: 8, component: { type: 21, id: 9, custom_id: 'kind', value: 'new' } },
        { type: 18, id: 10, component: { type: 22, id: 11, custom_id: 'more', values: ['a', 'b'] } },
        { type: 18, id: 12, component: { type: 23, id: 13, custom_id: 'sure', value: true } },
        { type: 1, id: 14, components: [{ type: 4, id: 15, custom_id: 'old', value: 'x' }] },
      ],
    })
  })

  it('sends what was shown where nothing was answered', () => {
    const sent = modalSubmit(form, {}).data.components.flatMap((part) =>
      'component' in part ? [part.component] : [],
    )
    expect(sent.map((part) => ('values' in part ? part.values : part.value))).toEqual([
      '',
      'https://',
      ['ct'],
      null,
      [],
      false,
    ])
  })

  it('brings the message that it was opened from', () => {
    const on = message()
    expect(modalSubmit(form, {}, on).message).toEqual(on)
    expect(modalSubmit(form, {})).not.toHaveProperty('message')
    expect(postedMessage(answer(), modalSubmit(form, {}, on)).interaction_metadata).toMatchObject({
      type: 5,
      triggering_interaction_metadata: { type: 3, interacted_message_id: on.id },
    })
  })
})
