import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DECLARATIONS } from '../../../../bot/commands/index.ts'
import type { Command } from '../../../../bot/register/command.ts'
import { FIELDS, GLOBAL_FIELDS } from '../../../../bot/register/differences.ts'
import { payloadOf, plan } from '../../../../bot/register/plan.ts'
import { planLines } from '../../../../bot/register/report.ts'
import { keptCommand, type SentCommand } from '../../../discord/rest/kept-command.ts'

const EVERYWHERE = { guild: undefined, prune: false }
const PRUNING = { guild: undefined, prune: true }
const IN_SERVER = { guild: '1170000000000000200', prune: false }

/** As Discord has it after it was sent: with ids, and every default filled in. */
function kept(sent: object, { guild }: { readonly guild: string | undefined } = EVERYWHERE): Command {
  const identity = { id: '1180000000000000001', version: '1180000000000000002', applicationId: '1', guild }
  return keptCommand(sent as SentCommand, { ...identity, installable: [0, 1] })
}

/** As Discord might have it too: nothing said of what is null, false or empty. */
function terse<Whole>(whole: Whole): Whole {
  if (Array.isArray(whole)) return whole.map(terse) as Whole
  if (typeof whole !== 'object' || whole === null) return whole
  const sent = Object.entries(whole).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(sent.map(([key, value]) => [key, terse(value)])) as Whole
}

const option = (more: object = {}) => ({ type: 3, name: 'also', description: 'A second kind', ...more })
const subcommand = (name: string, ...options: object[]) => ({
  type: 1,
  name,
  description: 'Who has it',
  options,
})
const look = (more: object = {}) =>
  ({
    type: 1,
    name: 'look',
    description: 'Looks it up',
    contexts: [0],
    integration_types: [0],
    ...more,
  }) as Command
const withOption = (more: object) => look({ options: [subcommand('ct', option(more))] })

const linesOf = (wanted: readonly Command[], present: readonly Command[], scope = EVERYWHERE) =>
  planLines(plan(wanted, present, scope))

/** The lines of a change from one version of a command to another. */
const changeLines = (before: Command, after: Command) => linesOf([after], [kept(before)])

describe('nothing differs', () => {
  it.each([
    ['everywhere', EVERYWHERE],
    ['in a server', IN_SERVER],
  ])('right after our commands were published %s', (_, scope) => {
    const present = plan(DECLARATIONS, [], scope).payload.map((command) => kept(command, scope))
    expect(plan(DECLARATIONS, present, scope)).toMatchObject({ changes: [], kept: [] })
    expect(plan(DECLARATIONS, present.map(terse).reverse(), scope).changes).toEqual([])
  })

  // biome-ignore format: a row a rule
  it.each<[string, Command, object]>([
    ['of a default that is filled in', withOption({}), {}],
    ['of a default that we say', withOption({ required: false, autocomplete: false, name_localizations: null }), {}],
    ['of translations in another order', look({ description_localizations: { de: 'a', fr: 'b' } }), { description_localizations: { fr: 'b', de: 'a' } }],
    ['of translations that are none', look({ description_localizations: {} }), { description_localizations: null }],
    ['of contexts in another order', look({ contexts: [0, 1, 2] }), { contexts: [2, 1, 0] }],
    ['of contexts that mean all', look({ contexts: [0, 1, 2] }), { contexts: null }],
    ['of contexts that we leave unsaid', look({ contexts: undefined }), { contexts: [0, 1, 2] }],
    ['of integration types in another order', look({ integration_types: [0, 1] }), { integration_types: [1, 0] }],
    ['of permissions that are none', look({ default_member_permissions: null }), {}],
    ['of an empty list of options', look({ options: [] }), {}],
    ['of what Discord tells beside it', look(), { guild_id: '1', name_localized: 'x', default_permission: true, dm_permission: true, popularity: 3 }],
  ])('%s', (_, wanted, discord) => {
    expect(linesOf([wanted], [{ ...kept(wanted), ...discord }])).toEqual([])
    expect(linesOf([wanted], [terse({ ...kept(wanted), ...discord })])).toEqual([])
  })

  it('of contexts said the older way', () => {
    expect(linesOf([look()], [{ ...kept(look()), contexts: null, dm_permission: false }])).toEqual([])
  })

  it('of types of channels in another order', () => {
    const channel = (...channel_types: number[]) =>
      look({ options: [{ type: 7, name: 'channel', description: 'Where', channel_types }] })
    expect(changeLines(channel(5, 0, 10), channel(0, 10, 5))).toEqual([])
    expect(changeLines(channel(0), channel(0, 10, 5))).toEqual([
      '~ look, option channel, channel_types: [0] -> [0, 5, 10]',
    ])
  })

  it('of any command, once it was published', () => {
    fc.assert(
      fc.property(COMMAND, (command) => {
        const [sent] = plan([command], [], EVERYWHERE).payload
        if (!sent) throw new Error('One command makes a list of one.')
        expect(linesOf([command], [kept(sent)])).toEqual([])
        expect(linesOf([command], [terse(kept(sent))])).toEqual([])
      }),
    )
  })
})

describe('a change shows, and where', () => {
  // biome-ignore format: a row a rule
  it.each<[string, Command, Command, string]>([
    ['of a description', look(), look({ description: 'Another' }), 'look, description: "Looks it up" -> "Another"'],
    ['of an option’s description', withOption({}), withOption({ description: 'new' }), 'look ct, option also, description: "A second kind" -> "new"'],
    ['of a translation', look({ description_localizations: { de: 'alt', fr: 'x' } }), look({ description_localizations: { de: 'neu', fr: 'x' } }), 'look, description (de): "alt" -> "neu"'],
    ['that adds a translation', withOption({}), withOption({ description_localizations: { de: 'Zweites' } }), 'look ct, option also, description (de): none -> "Zweites"'],
    ['that takes a translation away', look({ name_localizations: { de: 'schau' } }), look(), 'look, name (de): "schau" -> none'],
    ['of permissions', look(), look({ default_member_permissions: '0' }), 'look, default_member_permissions: none -> "0"'],
    ['of contexts', look({ contexts: [0] }), look({ contexts: [0, 1] }), 'look, contexts: [0] -> [0, 1]'],
    ['of integration types', look(), look({ integration_types: [0, 1] }), 'look, integration_types: [0] -> [0, 1]'],
    ['to age-restricted', look(), look({ nsfw: true }), 'look, nsfw: false -> true'],
    ['to required', withOption({}), withOption({ required: true }), 'look ct, option also, required: false -> true'],
    ['to optional', withOption({ required: true }), withOption({}), 'look ct, option also, required: true -> false'],
    ['to completed', withOption({}), withOption({ autocomplete: true }), 'look ct, option also, autocomplete: false -> true'],
    ['of a type', withOption({}), withOption({ type: 6 }), 'look ct, option also, type: 3 -> 6'],
    ['of a length', withOption({ max_length: 100 }), withOption({ max_length: 200 }), 'look ct, option also, max_length: 100 -> 200'],
    ['of a bound to 0', withOption({ type: 4 }), withOption({ type: 4, min_value: 0 }), 'look ct, option also, min_value: none -> 0'],
    ['of a choice’s value', withOption({ choices: [{ name: 'CT', value: 'ct' }] }), withOption({ choices: [{ name: 'CT', value: 'c' }] }), 'look ct, option also, choice "CT", value: "ct" -> "c"'],
    ['of a choice’s translation', withOption({ choices: [{ name: 'X', value: 'x' }] }), withOption({ choices: [{ name: 'X', value: 'x', name_localizations: { de: 'Y' } }] }), 'look ct, option also, choice "X", name (de): none -> "Y"'],
    ['of the order of subcommands', look({ options: [subcommand('ct'), subcommand('mrt')] }), look({ options: [subcommand('mrt'), subcommand('ct')] }), 'look, order: [ct, mrt] -> [mrt, ct]'],
    ['of the order of choices', withOption({ choices: [{ name: 'a', value: 'a' }, { name: 'b', value: 'b' }] }), withOption({ choices: [{ name: 'b', value: 'b' }, { name: 'a', value: 'a' }] }), 'look ct, option also, order: [a, b] -> [b, a]'],
  ])('%s', (_, before, after, line) => {
    expect(changeLines(before, after)).toEqual([`~ ${line}`])
  })

  it('where something is added or removed, and no other order for it', () => {
    const [ct, mrt, list] = [subcommand('ct', option()), subcommand('mrt', option()), subcommand('list')]
    expect(changeLines(look({ options: [ct, list] }), look({ options: [mrt, ct, list] }))).toEqual([
      '+ look mrt',
    ])
    expect(changeLines(look({ options: [mrt, ct, list] }), look({ options: [ct, list] }))).toEqual([
      '- look mrt',
    ])
    expect(changeLines(look({ options: [ct] }), look({ options: [subcommand('ct')] }))).toEqual([
      '- look ct, option also',
    ])
  })

  it.each([
    ['abcdef', 'bcdefa', '[a, b, c, d, e, f] -> [b, c, d, e, f, a]'],
    ['abcdef', 'adbcef', '[b, c, d] -> [d, b, c]'],
    ['abcdef', 'bacdef', '[a, b] -> [b, a]'],
  ])('in one line where something moved, without what stays around it, from %s to %s', (before, after, moves) => {
    const inOrder = (names: string) => look({ options: Array.from(names, (name) => subcommand(name)) })
    expect(changeLines(inOrder(before), inOrder(after))).toEqual([`~ look, order: ${moves}`])
  })

  it('in a group as one types it', () => {
    const grouped = (description: string) =>
      look({
        options: [
          { type: 2, name: 'watch', description: 'x', options: [{ ...subcommand('add'), description }] },
        ],
      })
    expect(changeLines(grouped('old'), grouped('new'))).toEqual([
      '~ look watch add, description: "old" -> "new"',
    ])
  })

  it('in a line each: changed, new, removed', () => {
    const menu = { type: 3, name: 'Look it up', contexts: [0], integration_types: [0] }
    const wanted = [look({ description: 'x' }), menu]
    const present = [kept(look()), kept({ ...look(), name: 'former' })]
    expect(linesOf(wanted, present, PRUNING)).toEqual([
      '~ look, description: "Looks it up" -> "x"',
      '+ message menu "Look it up"',
      '- former',
    ])
  })
})

describe('a command that is not ours', () => {
  const other = kept({
    ...look({ options: [subcommand('ct', option({ choices: [{ name: 'CT', value: 'ct' }] }))] }),
    name: 'other',
  })
  const launch = kept({ type: 4, name: 'launch', handler: 2 })

  it('is kept, and sent along as it is', () => {
    const present = { ...other, name_localized: 'other' }
    const { payload, changes, kept: staying } = plan([look()], [kept(look()), present], EVERYWHERE)
    expect(changes).toEqual([])
    expect(staying).toEqual([present])
    const { application_id, version, dm_permission, ...sent } = Object(other)
    expect(payload).toEqual([look(), sent])
    expect(linesOf([look()], [kept(look()), other])).toEqual(['= other (not ours, kept)'])
  })

  it('says nothing in a server of where it is offered, even if Discord does', () => {
    const { payload } = plan([], [{ ...other, contexts: null, dm_permission: true }], IN_SERVER)
    for (const field of [...GLOBAL_FIELDS, 'dm_permission']) expect(payload[0]).not.toHaveProperty(field)
  })

  it('says the older way where it is offered, if it says it in no other', () => {
    const older = { ...other, contexts: null, dm_permission: false }
    expect(plan([], [older], EVERYWHERE).payload).toMatchObject([{ contexts: null, dm_permission: false }])
  })

  it('goes with --prune', () => {
    const { payload, changes } = plan([look()], [kept(look()), other], PRUNING)
    expect(payload).toEqual([look()])
    expect(changes).toMatchObject([{ change: 'removed', command: 'other' }])
  })

  it('stays even so where it is the entry point of an Activity: Discord takes no list without', () => {
    const { payload, changes } = plan([look()], [kept(look()), launch], PRUNING)
    expect(payload).toMatchObject([look(), { type: 4, name: 'launch', handler: 2, id: Object(launch).id }])
    expect(changes).toEqual([])
  })

  it('is one of another type too', () => {
    expect(plan([look()], [kept({ type: 3, name: 'look' })], EVERYWHERE)).toMatchObject({
      changes: [{ change: 'added', command: 'look' }],
      kept: [{ type: 3, name: 'look' }],
    })
  })
})

describe('what is sent', () => {
  it('says where each command is offered, so that no setting elsewhere decides it', () => {
    expect(payloadOf([{ type: 1, name: 'look' }], undefined)).toEqual([
      { type: 1, name: 'look', contexts: [0, 1, 2], integration_types: [0] },
    ])
  })

  it('says none of that in a server, where there is no such thing', () => {
    for (const command of payloadOf(DECLARATIONS, IN_SERVER.guild))
      for (const field of GLOBAL_FIELDS) expect(command).not.toHaveProperty(field)
  })

  it('has no field that would not be compared', () => {
    const translated = ['name', 'name_localizations', 'description_localizations']
    const known: readonly string[] = [...translated, ...['options', 'choices'], ...FIELDS]
    const fields = new Set<string>()
    JSON.stringify(DECLARATIONS, (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) fields.add(key)
      // Their keys are languages.
      return key.endsWith('_localizations') ? undefined : value
    })
    expect([...fields].filter((field) => !known.includes(field))).toEqual([])
  })
})

/** Commands of every shape that Discord takes, with and without what can be left unsaid. */
const text = fc.string({ minLength: 1, maxLength: 10 })
const translations = fc.oneof(fc.constant(null), fc.dictionary(fc.constantFrom('de', 'fr', 'pt-BR'), text))
const translated = { name_localizations: translations, description_localizations: translations }
const flag = fc.boolean()
const names = { selector: ({ name }: { name: string }) => name, maxLength: 3 }
const BASIC = fc.record(
  {
    type: fc.constantFrom(3, 4, 5, 7),
    name: text,
    description: text,
    ...translated,
    required: flag,
    autocomplete: flag,
    min_value: fc.integer(),
    max_length: fc.nat(),
    channel_types: fc.uniqueArray(fc.constantFrom(0, 5, 10, 11, 12)),
    choices: fc.uniqueArray(fc.record({ name: text, value: text }), names),
  },
  { requiredKeys: ['type', 'name', 'description'] },
)
const COMMAND = fc.record(
  {
    type: fc.constant(1),
    name: text,
    description: text,
    ...translated,
    nsfw: flag,
    default_member_permissions: fc.constantFrom(null, '0', '32'),
    contexts: fc.oneof(fc.constant(null), fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 })),
    integration_types: fc.uniqueArray(fc.constantFrom(0, 1), { minLength: 1 }),
    options: fc.uniqueArray(
      fc.oneof(
        BASIC,
        fc.record({
          type: fc.constant(1),
          name: text,
          description: text,
          options: fc.uniqueArray(BASIC, names),
        }),
      ),
      names,
    ),
  },
  { requiredKeys: ['type', 'name', 'description'] },
)
