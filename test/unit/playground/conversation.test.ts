import type {
  APIAttachment,
  APIInteraction,
  APIInteractionResponse,
  APIModalInteractionResponseCallbackComponent,
} from 'discord-api-types/v10'
import { beforeEach, describe, expect, it } from 'vitest'
import { attachment } from '../../discord/cdn.ts'
import { sentMessage } from '../../discord/protocol/messages.ts'
import { CHANNEL_ID, DIRECT_CHANNEL_ID, REVIEW_CHANNEL_ID } from '../../discord/protocol/people.ts'
import { type Conversation, converse } from '../../playground/chat/conversation.ts'
import type { Declaration } from '../../playground/chat/line.ts'

const COMMANDS: readonly Declaration[] = [
  {
    name: 'covid-data',
    description: 'Public data',
    options: [
      { type: 1, name: 'list', description: 'Everything' },
      {
        type: 1,
        name: 'show',
        description: 'One resource',
        options: [
          { type: 3, name: 'resource', description: 'Which', required: true, autocomplete: true },
          { type: 5, name: 'private', description: 'Only you see it' },
        ],
      },
    ],
  },
]

const button = (label: string, more: object = {}) => ({
  type: 2 as const,
  style: 2 as const,
  label,
  custom_id: label.toLowerCase(),
  ...more,
})
const PAGE = {
  flags: 32768,
  components: [
    {
      type: 1 as const,
      components: [
        button('Previous', { disabled: true }),
        button('Next'),
        { type: 2 as const, style: 5 as const, label: 'Site', url: 'https://a.example' },
      ],
    },
    {
      type: 1 as const,
      components: [{ type: 3 as const, custom_id: 'show', options: [{ label: 'BIMCV', value: 'bimcv' }] }],
    },
  ],
}

let sent: APIInteraction[]
let completed: string[]
let answers: APIInteractionResponse[]
let conversation: Conversation
let uploaded: APIAttachment[] = []

beforeEach(() => {
  sent = []
  completed = []
  answers = []
  uploaded = []
  conversation = converse({
    commands: COMMANDS,
    send: async (interaction) => {
      sent.push(interaction)
      const response = answers.shift() ?? { type: 4, data: PAGE }
      return { response, raw: JSON.stringify(response), milliseconds: 1 }
    },
    async upload(path) {
      const file = attachment(path, 10)
      uploaded.push(file)
      return file
    },
    onCompletion: (option, typed, { name, value }) => completed.push(`${option} ${typed} ${name} ${value}`),
  })
})

const suggests = (...choices: { name: string; value: string }[]): APIInteractionResponse => ({
  type: 8,
  data: { choices },
})
const BIMCV = { name: 'BIMCV COVID-19', value: 'bimcv-covid-19' }
const NCCID = { name: 'UK NCCID', value: 'nccid' }
const sentOptions = () =>
  sent.map(({ type, data }) => [type, data && 'options' in data ? data.options?.[0] : undefined])

describe('a typed command', () => {
  it('is sent, and its answer shown', async () => {
    const { response, isPrivate } = await conversation.say('/covid-data list')
    expect(sent).toMatchObject([{ type: 2, data: { name: 'covid-data', options: [{ name: 'list' }] } }])
    expect(response).toEqual({ type: 4, data: PAGE })
    expect(isPrivate).toBe(false)
  })

  it('takes the first suggestion for what it completes, and says so', async () => {
    answers = [suggests(BIMCV, NCCID)]
    await conversation.say('/covid-data show bim private:true')
    expect(sentOptions()).toMatchObject([
      [
        4,
        { name: 'show', options: [{ name: 'resource', value: 'bim', focused: true }, { name: 'private' }] },
      ],
      [2, { name: 'show', options: [{ name: 'resource', value: 'bimcv-covid-19' }, { value: true }] }],
    ])
    expect(completed).toEqual(['resource bim BIMCV COVID-19 bimcv-covid-19'])
  })

  it.each(['NCCID', 'uk nccid'])('takes the suggestion that %s names, by value or by name', async (typed) => {
    answers = [suggests(BIMCV, NCCID)]
    await conversation.say(`/covid-data show ${typed}`)
    expect(sentOptions()[1]).toMatchObject([2, { options: [{ value: 'nccid' }] }])
  })

  it('sends what was typed where nothing is suggested, or it is just that', async () => {
    answers = [suggests(), { type: 4, data: PAGE }, suggests(NCCID)]
    await conversation.say('/covid-data show https://a.example')
    await conversation.say('/covid-data show nccid')
    expect(sentOptions()[1]).toMatchObject([2, { options: [{ value: 'https://a.example' }] }])
    expect(sentOptions()[3]).toMatchObject([2, { options: [{ value: 'nccid' }] }])
    expect(completed).toEqual([])
  })
})

const FORM: APIInteractionResponse = {
  type: 9,
  data: {
    custom_id: 'suggest',
    title: 'Suggest',
    components: [{ type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } }],
  },
}

describe('a form', () => {
  it('that a command opened is filled in, and gone', async () => {
    answers = [FORM]
    await conversation.say('/covid-data list')
    expect(conversation.openForm()).toMatchObject({ title: 'Suggest' })
    await conversation.fill([{ name: 'NAME', text: 'A name' }])
    expect(sent[1]).toMatchObject({
      type: 5,
      data: { custom_id: 'suggest', components: [{ component: { custom_id: 'name', value: 'A name' } }] },
    })
    expect(sent[1]).not.toHaveProperty('message')
    await expect(conversation.fill([])).rejects.toThrow('No form is open that could be filled in.')
  })

  it('takes a file by its path, of a kind that it asks for', async () => {
    const components: APIModalInteractionResponseCallbackComponent[] = [
      {
        type: 18,
        label: 'A file',
        component: { type: 19, custom_id: 'file', file_types: ['.bib', '.ris'], required: false },
      },
    ]
    answers = [
      { type: 9, data: { custom_id: 'f', title: 'A form', components } },
      { type: 4, data: PAGE },
    ]
    await conversation.say('/covid-data list')
    const wrong = conversation.fill([{ name: 'file', text: 'refs.exe' }])
    await expect(wrong).rejects.toThrow('refs.exe is none of .bib, .ris.')
    expect(uploaded).toEqual([])
    await conversation.fill([{ name: 'a file', text: 'Refs.BIB' }])
    const [file] = uploaded
    expect(sent[1]?.data).toEqual({
      custom_id: 'f',
      components: [
        { type: 18, id: 1, component: { type: 19, id: 2, custom_id: 'file', values: [file?.id] } },
      ],
      resolved: { attachments: { [file?.id ?? '']: file } },
    })
  })

  it('that a click opened changes the message it came from', async () => {
    answers = [
      { type: 4, data: PAGE },
      FORM,
      { type: 7, data: { flags: 32768, components: [{ type: 1, components: [button('Back')] }] } },
    ]
    await conversation.say('/covid-data list')
    await conversation.click('Next')
    await conversation.fill([{ name: 'name', text: 'A name' }])
    await conversation.click('Back')
    const ids = sent.map((interaction) => ('message' in interaction ? interaction.message?.id : undefined))
    expect(new Set(ids.slice(1)).size).toBe(1)
    expect(sent[3]).toMatchObject({ data: { custom_id: 'back' } })
  })
})

describe('in a channel', () => {
  const posted = (id: string, ...labels: string[]) =>
    sentMessage(
      { flags: 32768, components: [{ type: 1, components: labels.map((label) => button(label)) }] },
      REVIEW_CHANNEL_ID,
      id,
    )
  const [OLD, NEW, NEWEST] = [posted('1', 'Approve'), posted('2', 'Approve'), posted('3', 'Undo')]

  beforeEach(() => conversation.enter([OLD, NEW, NEWEST], { channelId: REVIEW_CHANNEL_ID }))

  it('the newest message that has the button is clicked, in that channel', async () => {
    await conversation.click('approve')
    expect(sent).toMatchObject([
      { type: 3, channel_id: REVIEW_CHANNEL_ID, message: { id: '2' }, data: { custom_id: 'approve' } },
    ])
  })

  it('what a click makes of a message is what can be clicked next', async () => {
    answers = [{ type: 7, data: { flags: 32768, components: [{ type: 1, components: [button('Back')] }] } }]
    await conversation.click('Approve')
    await conversation.click('Approve')
    expect(sent[1]).toMatchObject({ message: { id: '1' } })
  })

  it('a button that no message has is refused with those there are', async () => {
    await expect(conversation.click('Reject')).rejects.toThrow(
      'There is no "Reject" to click. There is\n\n  Approve\n  Undo',
    )
  })

  it('what is typed is typed there, also in direct messages', async () => {
    await conversation.say('/covid-data list')
    conversation.enter([], { place: 'direct' })
    await conversation.say('/covid-data list')
    expect(sent).toMatchObject([
      { channel_id: REVIEW_CHANNEL_ID, context: 0 },
      { channel_id: DIRECT_CHANNEL_ID, context: 1 },
    ])
  })
})

it('a message is as it was kept, where somebody keeps it', async () => {
  const kept = sentMessage(PAGE, CHANNEL_ID, '9')
  const keeping = converse({
    commands: COMMANDS,
    send: async (interaction) => {
      sent.push(interaction)
      return { response: { type: 4, data: PAGE }, raw: '', milliseconds: 1, message: kept }
    },
  })
  await keeping.say('/covid-data list')
  await keeping.click('Next')
  expect(sent[1]).toMatchObject({ message: { id: '9' } })
})

describe('a click', () => {
  it('brings the message that was shown', async () => {
    await conversation.say('/covid-data list')
    await conversation.click('next')
    expect(sent[1]).toMatchObject({
      type: 3,
      data: { custom_id: 'next', component_type: 2 },
      message: {
        flags: 32768,
        interaction_metadata: { id: sent[0]?.id },
        components: [{ id: 1 }, { id: 5 }],
      },
    })
  })

  it('picks an option of a list', async () => {
    await conversation.say('/covid-data list')
    await conversation.click('BIMCV')
    expect(sent[1]).toMatchObject({ data: { custom_id: 'show', component_type: 3, values: ['bimcv'] } })
  })

  it('goes on from what an update has made of the message', async () => {
    answers = [
      { type: 4, data: { ...PAGE, flags: 32768 | 64 } },
      { type: 7, data: { flags: 32768, components: [{ type: 1, components: [button('Back')] }] } },
    ]
    await conversation.say('/covid-data list')
    const { isPrivate } = await conversation.click('Next')
    await conversation.click('Back')
    expect(isPrivate).toBe(true)
    expect(sent[2]).toMatchObject({ data: { custom_id: 'back' }, message: { flags: 32768 | 64 } })
    const ids = sent.map((interaction) => ('message' in interaction ? interaction.message?.id : undefined))
    expect(ids[1]).toBe(ids[2])
  })

  it.each([
    ['Previous', '"Previous" is disabled.'],
    ['site', '"Site" is a link, which opens https://a.example and asks the bot nothing.'],
    ['Last', 'There is no "Last" to click. There is\n\n  Previous\n  Next\n  Site\n  BIMCV'],
  ])('on %s is refused', async (label, message) => {
    await conversation.say('/covid-data list')
    await expect(conversation.click(label)).rejects.toThrow(message)
  })

  it('needs a message with something to click', async () => {
    await expect(conversation.click('Next')).rejects.toThrow('There is no message to click "Next" on.')
    answers = [{ type: 4, data: { content: 'Hello' } }]
    await conversation.say('/covid-data list')
    await expect(conversation.click('Next')).rejects.toThrow(
      'There is nothing to click on the message, so no "Next".',
    )
  })
})
