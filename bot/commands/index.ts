// The list of all commands: each declaration to Discord and its handler are one object.

import type {
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { described } from '../languages/index.ts'
import { about } from './about.ts'
import { cite } from './cite.ts'
import type { CommandName, Flow, MessageMenu, Subcommand } from './flow.ts'
import { forgetMe } from './forget-me.ts'
import { helpWanted } from './help-wanted.ts'
import { history } from './history.ts'
import { lists } from './lists.ts'
import { mySubmissions } from './my-submissions.ts'
import { report } from './report.ts'
import { candidates } from './review/candidates.ts'
import { maintainers } from './review/maintainers.ts'
import { queue } from './review/queue.ts'
import { redaction } from './review/redact.ts'
import { release } from './review/release.ts'
import { review } from './review/review.ts'
import { settle } from './review/settle.ts'
import { search } from './search.ts'
import { show } from './show.ts'
import { again } from './submit/again.ts'
import { links } from './submit/links.ts'
import { submit } from './submit/submit.ts'
import { watch } from './watch.ts'

export const FLOWS: readonly Flow[] = [
  lists,
  search,
  show,
  cite,
  submit,
  links,
  report,
  mySubmissions,
  again,
  history,
  helpWanted,
  about,
  forgetMe,
  queue,
  review,
  settle,
  candidates,
  redaction,
  release,
  maintainers,
  watch,
]

const subcommandsOf = (command: CommandName) =>
  FLOWS.filter((flow) => flow.command === command).flatMap((flow) => flow.subcommands)

/** The slash commands. */
export const COMMANDS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = [
  {
    type: 1,
    name: 'covid-data',
    ...described(({ commands }) => commands.data.description),
    // Installed to servers or by people; usable in servers, direct messages and group chats.
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: subcommandsOf('covid-data').map((subcommand) => subcommand.declaration),
  },
  {
    type: 1,
    name: 'covid-review',
    ...described(({ commands }) => commands.review.description),
    integration_types: [0],
    contexts: [0],
    // Hidden until a server gives it to a role. The registry checks that the actor is a maintainer all the same.
    default_member_permissions: '0',
    options: subcommandsOf('covid-review').map((subcommand) => subcommand.declaration),
  },
  {
    type: 1,
    name: 'covid-watch',
    ...described(({ commands }) => commands.watch.description),
    integration_types: [0],
    contexts: [0],
    // Manage Server. A server may give it to others, so every request checks the permission all the same.
    default_member_permissions: '32',
    options: subcommandsOf('covid-watch').map((subcommand) => subcommand.declaration),
  },
]

const MENUS: readonly MessageMenu[] = FLOWS.flatMap((flow) => flow.menus ?? [])

/** Everything that Discord is told: the slash commands, and the entries in the menus of messages. */
export const DECLARATIONS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  ...COMMANDS,
  ...MENUS.map((menu) => menu.declaration),
]

export const findMenu = (name: string): MessageMenu | undefined =>
  MENUS.find((menu) => menu.declaration.name === name)

export const findSubcommand = (command: string, name: string): Subcommand | undefined =>
  FLOWS.filter((flow) => flow.command === command)
    .flatMap((flow) => flow.subcommands)
    .find((subcommand) => subcommand.declaration.name === name)
