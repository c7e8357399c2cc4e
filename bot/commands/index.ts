// THE list: what Discord is told and what answers are the same objects.

import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10'
import { about } from './about.ts'
import { cite } from './cite.ts'
import type { Flow, Subcommand } from './flow.ts'
import { lists } from './lists.ts'
import { search } from './search.ts'
import { show } from './show.ts'

export const FLOWS: readonly Flow[] = [lists, search, show, cite, about]

const COMMAND = 'covid-data'

/** What Discord is told. For servers and single people, in servers, direct messages and group chats. */
export const COMMANDS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [
  {
    type: 1,
    name: COMMAND,
    description: 'Public COVID-19 medical imaging data: who has what',
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: FLOWS.flatMap((flow) => flow.subcommands.map((subcommand) => subcommand.declaration)),
  },
]

export function findSubcommand(command: string, name: string): Subcommand | undefined {
  if (command !== COMMAND) return undefined
  return FLOWS.flatMap((flow) => flow.subcommands).find((subcommand) => subcommand.declaration.name === name)
}
