// What the last look at a resource's address says. It is beside the record: looking changes no record, and is in no history.

import * as z from 'zod/mini'
import { LINK_VERDICTS, type LinkFinding, type LinkVerdict } from '../../vocabulary.ts'

export const Link = z.object({
  verdict: z.enum(LINK_VERDICTS),
  /** ISO 8601 in UTC; null before the first look. */
  checkedAt: z.nullable(z.iso.datetime()),
  /** Where the address led then; null where nothing answered. */
  finalUrl: z.nullable(z.string()),
  /** A copy that the Internet Archive has. */
  archivedUrl: z.nullable(z.string()),
})
export type Link = z.infer<typeof Link>

export const UNCHECKED: Link = { verdict: 'unchecked', checkedAt: null, finalUrl: null, archivedUrl: null }

/** A record with what is known of its link. Absent of an earlier moment, when nobody looked or it was another address. */
export type WithLink<Record> = Record & { readonly link?: Link }

/** By what a page is known again. Empty texts where the page says nothing. */
export interface LinkIdentity {
  readonly title: string
  /** The name of its data set, in schema.org's words or others. */
  readonly name: string
  readonly doi: string
}

/** What is kept of an address between looks. */
export interface LinkState {
  readonly verdict: LinkVerdict
  /** When it came to that verdict, ISO 8601; null before the first look. */
  readonly since: string | null
  readonly finalUrl: string | null
  /** On how many days it did not answer, without an answer between. */
  readonly failures: number
  /** The last of them. */
  readonly failedOn: string | null
  /** The day of the first look at which it led for good to where it leads now. */
  readonly movedOn: string | null
  /** Of the first good look. */
  readonly identity: LinkIdentity | null
  /** A correction that the looks give reason for. */
  readonly finding: LinkFinding | null
  /** In words: "answers 404". */
  readonly saying: string | null
}

type LinkValues = readonly [
  verdict: Link['verdict'],
  checkedAt: string | null,
  finalUrl: string | null,
  archivedUrl: string | null,
]
/** The links of a block of resources, by their positions in the table. */
export type LinksByPosition = { readonly [position: string]: LinkValues }

export function linkAt(links: LinksByPosition, position: number): Link {
  const { [position]: values } = links
  if (values === undefined) return UNCHECKED
  const [verdict, checkedAt, finalUrl, archivedUrl] = values
  return { verdict, checkedAt, finalUrl, archivedUrl }
}
