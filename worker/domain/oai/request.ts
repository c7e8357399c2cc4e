// What harvesters may ask, and what is wrong with what they ask: OAI-PMH 2.0 of 2002-06-14,
// https://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm, sections 3.1.1, 3.6 and 4.

import { present } from '../../../schema/present.ts'
import { oaiRange } from './range.ts'
import { type OaiPage, readToken } from './token.ts'

/** The verbs, with the arguments that each takes (section 4); a question mark stands after those it can do without. */
const ARGUMENTS = {
  Identify: [],
  ListMetadataFormats: ['identifier?'],
  ListSets: ['resumptionToken?'],
  GetRecord: ['identifier', 'metadataPrefix'],
  ListIdentifiers: ['metadataPrefix', 'from?', 'until?', 'set?', 'resumptionToken?'],
  ListRecords: ['metadataPrefix', 'from?', 'until?', 'set?', 'resumptionToken?'],
} as const
export type OaiVerb = keyof typeof ARGUMENTS
export const OAI_VERBS = Object.keys(ARGUMENTS) as OaiVerb[]

/** The one form in which records are told; every repository must have it. */
export const OAI_PREFIX = 'oai_dc'

export const OAI_ERRORS = [
  'badVerb',
  'badArgument',
  'badResumptionToken',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noRecordsMatch',
  'noMetadataFormats',
  'noSetHierarchy',
] as const

/** An answer of its own kind, with HTTP status 200 (section 3.6). The message is for people. */
export interface OaiFailure {
  readonly error: (typeof OAI_ERRORS)[number]
  readonly message: string
}

/** A request that can be answered. That there are no sets is known before anything is looked up. */
export type OaiRequest =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier?: string }
  | { readonly verb: 'GetRecord'; readonly identifier: string }
  | { readonly verb: 'ListIdentifiers' | 'ListRecords'; readonly page: OaiPage }

const failure = (error: OaiFailure['error'], message: string): OaiFailure => ({ error, message })

/** A request from the parameters of an address or a form, or what is wrong with them. */
export function parseOaiRequest(parameters: URLSearchParams): OaiRequest | OaiFailure {
  const [verb, ...more] = parameters.getAll('verb')
  if (!isVerb(verb) || more.length > 0)
    return failure('badVerb', `Give one verb, one of: ${OAI_VERBS.join(', ')}.`)
  const problem = argumentsProblem(verb, parameters)
  if (problem !== undefined) return failure('badArgument', problem)
  const { identifier, metadataPrefix, ...rest } = Object.fromEntries(parameters)
  if (metadataPrefix !== undefined && metadataPrefix !== OAI_PREFIX)
    return failure('cannotDisseminateFormat', `Records are told as ${OAI_PREFIX} alone.`)
  switch (verb) {
    case 'Identify':
      return { verb }
    case 'ListMetadataFormats':
      return { verb, ...present({ identifier }) }
    case 'ListSets':
      return NO_SETS
    case 'GetRecord':
      return { verb, identifier: identifier ?? '' }
    case 'ListIdentifiers':
    case 'ListRecords':
      return parseList(verb, rest)
  }
}

/**
 * The arguments as the answer repeats them: all of them, or none where the request was not understood (section 3.2).
 */
export function repeatedArguments(
  parameters: URLSearchParams,
  error: OaiFailure['error'] | undefined,
): { readonly [name: string]: string } {
  return error === 'badVerb' || error === 'badArgument' ? {} : Object.fromEntries(parameters)
}

const NO_SETS = failure('noSetHierarchy', 'There are no sets here.')

const isVerb = (name: string | undefined): name is OaiVerb =>
  name !== undefined && Object.hasOwn(ARGUMENTS, name)

/** What a prefix and a set are made of in the protocol's schema, by which a repeated one is judged. */
const NAME = /^[\w.!~*'()-]+$/
const SET = /^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/

function argumentsProblem(verb: OaiVerb, parameters: URLSearchParams): string | undefined {
  const known: readonly string[] = ARGUMENTS[verb]
  const given = [...parameters.keys()].filter((name) => name !== 'verb')
  const unknown = given.find((name) => !known.includes(name) && !known.includes(`${name}?`))
  if (unknown !== undefined) return `${verb} takes no argument ${unknown.slice(0, 100)}.`
  const twice = given.find((name, i) => given.indexOf(name) !== i)
  if (twice !== undefined) return `Give ${twice} once.`
  if (given.includes('resumptionToken'))
    return given.length > 1 ? 'Beside a resumptionToken no other argument is taken.' : undefined
  const missing = known.find((name) => !name.endsWith('?') && !given.includes(name))
  if (missing !== undefined) return `The argument ${missing} is missing.`
  const isNamed = NAME.test(parameters.get('metadataPrefix') ?? 'x') && SET.test(parameters.get('set') ?? 'x')
  return isNamed ? undefined : 'A prefix or a set has a character that none may have.'
}

function parseList(
  verb: 'ListIdentifiers' | 'ListRecords',
  given: { readonly [name: string]: string },
): OaiRequest | OaiFailure {
  const { resumptionToken, from, until, set } = given
  if (resumptionToken !== undefined) {
    const page = readToken(verb, resumptionToken)
    return page ? { verb, page } : failure('badResumptionToken', 'This is no token of this list.')
  }
  const range = oaiRange(from, until)
  if ('problem' in range) return failure('badArgument', range.problem)
  return set === undefined ? { verb, page: { prefix: OAI_PREFIX, sent: 0, ...range } } : NO_SETS
}
