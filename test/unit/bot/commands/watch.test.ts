import { expect, it } from 'vitest'
import type { RequestContext } from '../../../../bot/commands/flow.ts'
import { watch } from '../../../../bot/commands/watch.ts'
import { LANGUAGES, refusedText } from '../../../../bot/languages/index.ts'
import type { RegistryError } from '../../../../schema/errors.ts'
import { slashCommand } from '../../../discord/protocol/interactions.ts'
import { requestOf } from '../../../support/request-of.ts'

const list = watch.subcommands.find(({ declaration }) => declaration.name === 'list')

it.each(
  Object.entries(LANGUAGES),
)('a refusal is English in a log, and in the language of the actor in chat: %s', async (_, messages) => {
  const request = requestOf(slashCommand('covid-watch list'))
  if (request.kind !== 'command' || !list) throw new Error('There is such a subcommand.')
  const { id, actor, call } = request
  // In a direct message there is no server; the registry is not reached.
  const context = { id, actor, messages, userMessages: messages } as RequestContext
  const refused: RegistryError = await list.run(call, context).then(
    () => expect.unreachable(),
    (error: unknown) => error as RegistryError,
  )
  expect(refused.message).toBe('This works only on servers.')
  expect(refusedText(messages, refused)).toBe(messages.refusals.serversOnly())
})
