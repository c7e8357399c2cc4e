// Texts that people send in are checked and normalised where their shape is parsed, so that one pass over an input names
// every field at fault.

import * as z from 'zod/mini'
import { REFUSALS, type Refused, sentenceIn } from '../../refusals.ts'
import { type CleanText, cleanLines, cleanText } from '../../text/clean-text.ts'
import { identifiersIn } from './addresses/address.ts'
import { checkWebAddress } from './addresses/web-address.ts'
import { LENGTHS } from './text.ts'

function cleanAddress(text: string): CleanText {
  const result = checkWebAddress(text)
  return 'url' in result ? { text: result.url } : result
}

function cleanDoi(text: string): CleanText {
  const { doi } = identifiersIn(text)
  return doi === undefined ? { problem: { name: 'noDoi', values: [] } } : { text: doi }
}

const ADDRESS_IN_TEXT = /https?:\/\/[^\s<>"]+/gi
/** Of the sentence around an address. */
const SIGNS_BEHIND = /[.,;:!?)\]}'”’»」』》）。，、；]+$/u

/** A line whose addresses are each as `checkWebAddress` has them; all else is as it was given. */
const cleanLinked =
  (most: number) =>
  (text: string): CleanText => {
    const cleaned = cleanText(text)
    if ('problem' in cleaned) return cleaned
    let problem: Refused | undefined
    const linked = cleaned.text.replace(ADDRESS_IN_TEXT, (found) => {
      const behind = found.match(SIGNS_BEHIND)?.[0] ?? ''
      const result = checkWebAddress(found.slice(0, found.length - behind.length))
      if ('url' in result) return result.url + behind
      problem ??= result.problem
      return found
    })
    if (problem) return { problem }
    return linked.length > most ? { problem: { name: 'addressTooLong', values: [most] } } : { text: linked }
  }

/** How each way of writing is normalised: on one line, on several, as a web address, as a DOI, as the texts that pages link. */
export const CLEAN = {
  line: cleanText,
  lines: cleanLines,
  address: cleanAddress,
  doi: cleanDoi,
  source: cleanLinked(LENGTHS.source),
  successor: cleanLinked(LENGTHS.successor),
} as const satisfies { readonly [writing: string]: (text: string) => CleanText }
export type CheckedWriting = keyof typeof CLEAN
/** Any other writing has a shape that leaves nothing to normalise. */
export const isChecked = (writing: string): writing is CheckedWriting => Object.hasOwn(CLEAN, writing)

type Payload = Parameters<z.core.CheckFn<unknown>>[0]

/** Runs also where the shape has found a fault: whoever mends that should not be told of the next one only then. */
const ALWAYS = { when: () => true }

/** Notes that a value is refused, and why. */
export function refuse(
  { issues }: Pick<Payload, 'issues'>,
  input: unknown,
  refused: Refused,
  path: (string | number)[] = [],
): void {
  issues.push({ code: 'custom', input, path, params: { refused }, message: sentenceIn(REFUSALS, refused) })
}

/** Notes what is wrong with a text, and gives its normalised form, or the text as it is. */
function cleanOne(
  payload: Payload,
  text: string,
  writing: CheckedWriting,
  path?: (string | number)[],
): string {
  const result = CLEAN[writing](text)
  if ('text' in result) return result.text
  refuse(payload, text, result.problem, path)
  return text
}

/**
 * A check that puts a text into its normalised form. Of a list it does so to each entry, drops repetitions, and blames
 * the list as a whole. A text whose length is at fault already is left alone, and so is a value of any other type.
 */
export const writtenAs = <Value>(writing: CheckedWriting) =>
  z.check<Value>((payload) => {
    const { value, issues } = payload as Payload
    if (typeof value === 'string' && issues.length === 0)
      (payload as Payload).value = cleanOne(payload as Payload, value, writing)
    if (!Array.isArray(value)) return
    const faulty = new Set(issues.map(({ path }) => path?.[0]))
    const cleaned = value.map((entry, i) =>
      typeof entry === 'string' && !faulty.has(i) ? cleanOne(payload as Payload, entry, writing) : entry,
    )
    ;(payload as Payload).value = [...new Set(cleaned)]
  }, ALWAYS)

/** A check that drops what a list repeats. */
export const eachOnce = <Value>() =>
  z.check<Value>((payload) => {
    const { value } = payload as Payload
    if (Array.isArray(value)) (payload as Payload).value = [...new Set(value)]
  }, ALWAYS)

/** A check that refuses a value in which nothing is said: an empty text, list or object. */
export const notEmpty = <Value>() =>
  z.check<Value>((payload) => {
    const { value } = payload as Payload
    if (value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0))
      refuse(payload as Payload, value, { name: 'valueMissing', values: [] })
  })

/** A check that puts one text inside an object, such as the words of a size, into its normalised form. */
export const partWrittenAs = <Value>(part: string, writing: CheckedWriting) =>
  z.check<Value>((payload) => {
    const { value, issues } = payload as Payload
    if (typeof value !== 'object' || value === null || issues.length > 0) return
    const text = (value as Readonly<Record<string, unknown>>)[part]
    if (typeof text === 'string')
      (payload as Payload).value = { ...value, [part]: cleanOne(payload as Payload, text, writing, [part]) }
  }, ALWAYS)

/** The same for every text inside an object, however deep: on one line, unless `writings` says otherwise of its name. */
export const textsWrittenAs = <Value>(writings: { readonly [part: string]: CheckedWriting }) =>
  z.check<Value>((checked) => {
    const payload = checked as Payload
    if (payload.issues.length > 0) return
    const cleaned = (value: unknown, path: (string | number)[]): unknown => {
      if (typeof value === 'string')
        return cleanOne(payload, value, writings[String(path.at(-1))] ?? 'line', path)
      if (Array.isArray(value)) return value.map((entry, i) => cleaned(entry, [...path, i]))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, cleaned(entry, [...path, name])]),
      )
    }
    payload.value = cleaned(payload.value, [])
  }, ALWAYS)

/** A check that refuses an object for one of its fields, unless the shape found that field at fault already. */
export const refusedFor = <Value>(
  field: keyof Value & string,
  refused: (value: Value) => Refused | undefined,
) =>
  z.check<Value>((payload) => {
    if (payload.issues.some(({ path }) => path === undefined || path.length === 0 || path[0] === field))
      return
    const found = refused(payload.value)
    if (found) refuse(payload as Payload, payload.value, found, [field])
  }, ALWAYS)

/** What a check of this file refused a text for, if an issue is one of theirs. */
export const refusedIn = (issue: z.core.$ZodIssue): Refused | undefined =>
  issue.code === 'custom' ? (issue.params?.refused as Refused | undefined) : undefined
