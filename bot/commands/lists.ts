import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import { RegistryError } from '../../schema/errors.ts'
import type { CellFilter, PageAnchor, Registry } from '../../schema/registry.ts'
import { ACCESS, DATA_TYPES, type DataType, type DataTypeKey } from '../../schema/vocabulary.ts'
import { dataTypeCard, ROWS_BY_TYPE, ROWS_OF_TABLE, tableCard } from '../cards/list-card.ts'
import type { Card } from '../cards/message.ts'
import { type ListState, SHOWN, type Shown } from '../custom-id.ts'
import { textOption } from '../interaction.ts'
import { type Flow, privateOption, type Subcommand } from './flow.ts'

/** As long as a button's id has room for, and longer than all that data sets are under. */
const LONGEST_LICENSE = 30
const LICENSE = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/

const SHOWN_NAMES: Record<Shown, string> = {
  both: 'Yes, then unknown',
  yes: 'Only yes',
  unknown: 'Only unknown',
}

const having = (dataTypes: readonly DataTypeKey[], values: CellFilter[DataTypeKey]): CellFilter =>
  Object.fromEntries(dataTypes.map((key) => [key, values]))

/** A page of a list: the whole table, or the resources with some data types. */
async function listCard(
  registry: Registry,
  state: ListState,
  page: number,
  from?: PageAnchor,
): Promise<Card> {
  const { dataTypes, shown, access, license } = state
  if (dataTypes.length === 0) {
    return tableCard(state, page, await registry.listResources({ groups: [{}], from, size: ROWS_OF_TABLE }))
  }
  // First the rows with yes throughout; then, of the rest, those with no *no*: they have at least one unknown.
  const groups = [having(dataTypes, ['yes']), having(dataTypes, ['yes', 'unknown'])]
  const only = shown === 'both' ? undefined : shown === 'yes' ? 0 : 1
  const list = await registry.listResources({
    groups,
    only,
    from,
    size: ROWS_BY_TYPE,
    endedLast: true,
    access: access && [access],
    licenses: license === undefined ? undefined : [license],
  })
  return dataTypeCard(state, page, list)
}

const dataTypeChoices: APIApplicationCommandOptionChoice<string>[] = DATA_TYPES.map((type) => ({
  name: type.label,
  value: type.command,
}))

const typed = (command: string | undefined): DataTypeKey[] =>
  DATA_TYPES.filter((type) => type.command === command).map((type) => type.key)

function byDataType(type: DataType, name: string, description: string): Subcommand {
  return {
    declaration: {
      type: 1,
      name,
      description,
      options: [
        {
          type: 3,
          name: 'also',
          description: 'A second kind of data that it must have',
          choices: dataTypeChoices,
        },
        {
          type: 3,
          name: 'unknown',
          description: 'What to do with those of which nobody knows',
          choices: SHOWN.map((shown) => ({ name: SHOWN_NAMES[shown], value: shown })),
        },
        {
          type: 3,
          name: 'access',
          description: 'Only what one gets at like this',
          choices: ACCESS.map((access) => ({ name: access.replaceAll('_', ' '), value: access })),
        },
        {
          type: 3,
          name: 'license',
          description: 'Only under this licence: an SPDX identifier such as CC-BY-4.0, other, or unknown',
          max_length: LONGEST_LICENSE,
        },
        privateOption,
      ],
    },
    seen: 'public',
    run(call, { registry }) {
      const wanted = new Set([type.key, ...typed(textOption(call, 'also'))])
      const dataTypes = DATA_TYPES.map(({ key }) => key).filter((key) => wanted.has(key))
      const shown = SHOWN.find((value) => value === textOption(call, 'unknown')) ?? 'both'
      const access = ACCESS.find((value) => value === textOption(call, 'access'))
      const license = textOption(call, 'license')?.trim() || undefined
      if (license !== undefined && !LICENSE.test(license))
        throw new RegistryError(
          'invalid',
          'A licence is named as SPDX does, such as CC-BY-4.0; or other, or unknown.',
        )
      return listCard(registry, { dataTypes, shown, access, license }, 1)
    },
  }
}

/** MRI is the name that most people type for what the survey calls MRT. */
const named = (type: DataType): Subcommand[] =>
  type.key === 'mrt'
    ? [
        byDataType(type, 'mrt', 'Who has MRT: magnetic resonance tomography, also called MRI'),
        byDataType(type, 'mri', 'Who has MRI: the survey calls it MRT'),
      ]
    : [byDataType(type, type.command, `Who has ${type.label}: ${type.meaning}`)]

const list: Subcommand = {
  declaration: {
    type: 1,
    name: 'list',
    description: 'The whole table, in the order of the survey',
    options: [privateOption],
  },
  seen: 'public',
  run: (_call, { registry }) => listCard(registry, { dataTypes: [], shown: 'both' }, 1),
}

export const lists: Flow = {
  command: 'covid-data',
  subcommands: [...DATA_TYPES.flatMap(named), list],
  components: {
    filtered: {
      seen: 'here',
      run({ dataTypes, shown, access, license, page, from }, _chosen, { registry }) {
        const state = {
          dataTypes,
          shown,
          access: access === '-' ? undefined : access,
          license: license === '-' ? undefined : license,
        }
        return listCard(registry, state, page, from)
      },
    },
    list: {
      seen: 'here',
      run: ({ dataTypes, shown, page, from }, _chosen, { registry }) =>
        listCard(registry, { dataTypes, shown }, page, from),
    },
  },
}
