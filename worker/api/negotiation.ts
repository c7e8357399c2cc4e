import type { Context } from 'hono'
import Negotiator from 'negotiator'
import type { AppEnv } from '../env.ts'
import { Refusal } from './problem.ts'

/** The offered media type that the caller prefers, or the first. Throws `not_acceptable` where none fits. */
export function negotiate(c: Context<AppEnv>, offered: readonly string[]): string {
  // An empty header, or one of commas alone, asks for nothing in particular.
  const accept = c.req.header('Accept')?.replace(/^[\s,]*$/, '') || '*/*'
  const best = new Negotiator({ headers: { accept: acceptIn(accept, offered) } }).mediaType([...offered])
  if (best !== undefined) return best
  const types = offered.map((type) => type.split(';')[0])
  throw new Refusal('not_acceptable', `What there is: ${[...new Set(types)].join(', ')}.`)
}

/** A media range with its parameters (RFC 9110, 12.5.1); a quoted value may have commas and semicolons. */
const RANGE = /([^\s,;"]+)((?:\s*;(?:\s*[^\s,;="]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s,;"]*))?)?)*)/g
const PARAMETER = /;\s*([^\s,;="]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,;"]*))?/g
const WEIGHT = /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/

/**
 * The header without the parameters that no offer of that type has, such as `charset` on JSON: Negotiator would refuse
 * them. A weight that is none counts as absent.
 */
function acceptIn(accept: string, offered: readonly string[]): string {
  return accept.replace(RANGE, (_, range: string, parameters: string) => {
    const offers = offered.filter((type) => type.split(';')[0] === range.toLowerCase())
    const kept = [...parameters.matchAll(PARAMETER)].filter(([, name = '', value = '']) =>
      name.toLowerCase() === 'q'
        ? WEIGHT.test(value)
        : offers.some((type) => parametersOf(type).includes(`${name}=${bare(value)}`.toLowerCase())),
    )
    return range + kept.map(([parameter]) => parameter).join('')
  })
}

const parametersOf = (type: string) =>
  [...type.matchAll(PARAMETER)].map(([, name, value = '']) => `${name}=${bare(value)}`.toLowerCase())

const bare = (value: string) => value.replace(/^"|"$/g, '')
