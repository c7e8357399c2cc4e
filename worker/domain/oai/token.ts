// Where a list that a harvester fetches in pieces goes on, as a text for it to hand back (OAI-PMH 2.0, 3.5). All of it
// is in the text: nothing is kept here, so it stays good for as long as there are records, and may be used again.
// The check is no secret: whoever makes a token of their own gets nothing that they may not ask for.

import type { Place } from '../../../schema/verbs/resources.ts'
import { fingerprint } from '../fingerprint.ts'
import type { OaiRange } from './range.ts'

/** What of a list is wanted: the records of a range of time, those after a place. */
export interface OaiPage extends OaiRange {
  /** Which metadata the list tells. */
  readonly prefix: string
  readonly after?: Place
  /** How many records came before. */
  readonly sent: number
}

/** Longer than any of ours, and short enough to be looked at. */
const LONGEST = 500

/** A token for a list that begins after a place; `list` is the verb that asked for it. */
export function writeToken(list: string, page: OaiPage): string {
  const { prefix, changedFrom = null, changedUntil = null, sent, after = [] } = page
  const text = JSON.stringify([prefix, changedFrom, changedUntil, sent, ...after])
  return `${encoded(text)}.${fingerprint(`${list} ${text}`).toString(36)}`
}

/** What a token says; undefined where it is none of that list. Only the one text that `writeToken` makes is taken. */
export function readToken(list: string, token: string): OaiPage | undefined {
  if (token.length > LONGEST) return undefined
  const parts = parsed(decoded(token.split('.')[0] ?? ''))
  if (!Array.isArray(parts)) return undefined
  const [prefix, changedFrom, changedUntil, sent, ...after]: unknown[] = parts
  if (typeof prefix !== 'string' || typeof sent !== 'number' || !isPlace(after)) return undefined
  const page = {
    prefix,
    sent,
    after,
    ...(typeof changedFrom === 'string' && { changedFrom }),
    ...(typeof changedUntil === 'string' && { changedUntil }),
  }
  return writeToken(list, page) === token ? page : undefined
}

const isPlace = (parts: readonly unknown[]): parts is Place =>
  parts.length > 0 && parts.every((part) => typeof part === 'string' || typeof part === 'number')

/** RFC 4648, section 5, of the text in UTF-8. */
const encoded = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function decoded(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
  } catch {
    return ''
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
