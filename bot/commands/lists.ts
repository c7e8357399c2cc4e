import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import { DATA_TYPES, type DataType, type DataTypeKey } from '../../schema/vocabulary.ts'
import type { Card } from '../cards/kit/message.ts'
import { dataTypeCard, ROWS_BY_TYPE, ROWS_OF_TABLE, tableCard } from '../cards/lists/list-card.ts'
import { type ListState, type PageAnchor, ROW_CHOICES } from '../custom-id.ts'
import { described, type Messages, named } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext, type Subcommand } from './flow.ts'
import { filterOf, termOptions, termsIn } from './terms.ts'

/** A page of a list: the whole table, or the resources with some data types. */
async function listCard(
  { registry, messages }: RequestContext,
  state: ListState,
  page: number,
  from?: PageAnchor,
): Promise<Card> {
  const { dataTypes, shown, terms } = state
  if (dataTypes.length === 0) {
    const list = await registry.listResources({
      filter: {},
      order: 'table',
      from: from && { place: [from.position], back: from.back },
      size: ROWS_OF_TABLE,
      count: 'groups',
    })
    return tableCard(messages, state, page, list)
  }
  // The first group of the order has yes throughout; the second has at least one unknown, and no *no*.
  const list = await registry.listResources({
    filter: {
      cells: Object.fromEntries(dataTypes.map((key) => [key, ['yes', 'unknown']])),
      ...filterOf(terms),
    },
    order: 'certain',
    group: shown === 'both' ? undefined : shown === 'yes' ? 0 : 1,
    from: from && { place: [from.group, from.position], back: from.back },
    size: ROWS_BY_TYPE,
    count: 'groups',
  })
  return dataTypeCard(messages, state, page, list)
}

const dataTypeChoices: APIApplicationCommandOptionChoice<string>[] = DATA_TYPES.map((type) => ({
  ...named(({ dataTypes }) => dataTypes[type.key].label),
  value: type.command,
}))

const typed = (command: string | undefined): DataTypeKey[] =>
  DATA_TYPES.filter((type) => type.command === command).map((type) => type.key)

function byDataType(type: DataType, name: string, say: (messages: Messages) => string): Subcommand {
  return {
    declaration: {
      type: 1,
      name,
      ...described(say),
      options: [
        {
          type: 3,
          name: 'also',
          ...described(({ commands }) => commands.dataType.also),
          choices: dataTypeChoices,
        },
        {
          type: 3,
          name: 'unknown',
          ...described(({ commands }) => commands.dataType.unknown),
          choices: ROW_CHOICES.map((shown) => ({
            ...named(({ commands }) => commands.dataType.shown[shown]),
            value: shown,
          })),
        },
        ...termOptions,
        privateOption,
      ],
    },
    reply: 'public',
    run(call, context) {
      const wanted = new Set([type.key, ...typed(textOption(call, 'also'))])
      const dataTypes = DATA_TYPES.map(({ key }) => key).filter((key) => wanted.has(key))
      const shown = ROW_CHOICES.find((value) => value === textOption(call, 'unknown')) ?? 'yes'
      return listCard(context, { dataTypes, shown, terms: termsIn(call) }, 1)
    },
  }
}

/** MRI is the name that most people type for what the survey calls MRT. */
function subcommandsFor(type: DataType): Subcommand[] {
  const own = byDataType(type, type.command, ({ commands, dataTypes }) => {
    const { label, meaning } = dataTypes[type.key]
    return commands.dataType.description(label, meaning)
  })
  return type.key === 'mrt' ? [own, byDataType(type, 'mri', ({ commands }) => commands.dataType.mri)] : [own]
}

const list: Subcommand = {
  declaration: {
    type: 1,
    name: 'list',
    ...described(({ commands }) => commands.list.description),
    options: [privateOption],
  },
  reply: 'public',
  run: (_call, context) => listCard(context, { dataTypes: [], shown: 'both', terms: {} }, 1),
}

export const lists: Flow = {
  command: 'covid-data',
  isReading: true,
  subcommands: [...DATA_TYPES.flatMap(subcommandsFor), list],
  components: {
    narrowed: {
      reply: 'update',
      run: ({ dataTypes, shown, terms, page, from }, _chosen, context) =>
        listCard(context, { dataTypes, shown, terms }, page, from),
    },
    /** Of messages from before there were other terms. */
    filtered: {
      reply: 'update',
      run({ dataTypes, shown, access, license, page, from }, _chosen, context) {
        const terms = {
          access: access === '-' ? undefined : access,
          license: license === '-' ? undefined : license,
        }
        return listCard(context, { dataTypes, shown, terms }, page, from)
      },
    },
    list: {
      reply: 'update',
      run: ({ dataTypes, shown, page, from }, _chosen, context) =>
        listCard(context, { dataTypes, shown, terms: {} }, page, from),
    },
  },
}
