// "Fill in from this address": what an address says of itself goes into the empty fields of the form, with its sources.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { english } from '../../../bot/languages/index.ts'
import { valueText } from '../../../bot/languages/values.ts'
import { RegistryError } from '../../../schema/errors.ts'
import { type Evidence, Evidence as EvidenceShape } from '../../../schema/record/claims.ts'
import {
  CLAIM_FIELDS,
  dataTypeOf,
  fieldName,
  isList,
  RECORD_FIELDS,
  saysNothing,
} from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { filledUp, proposedValue } from '../../../schema/record/sites/look-up.ts'
import { ProposedChanges, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { REFUSALS, sentenceIn } from '../../../schema/refusals.ts'
import { sameValue } from '../../../schema/same-value.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { listedAt, lookUpFor } from '../../http/look-up.ts'
import { type FormValues, NO_PROBLEMS, type Problems, textIn } from '../parts/form.ts'
import { evidenceIn, filledFields, proposalIn, valuesFrom } from '../parts/proposal/reading.ts'

/** The name of the button, and of the hidden field with what was found. */
export const FILL_IN = 'fillIn'
export const FOUND = 'found'

const TIME_LIMIT_MS = 8000

/** What the form keeps, to know the source of each field that stays as it was found. */
const Kept = z.object({ fields: ProposedChanges, evidence: z.array(EvidenceShape) })

export interface FilledIn {
  readonly values: FormValues
  readonly problems: Problems
  /** What was filled in, and by which sites; undefined where the address could not be looked up. */
  readonly report?: {
    readonly fields: readonly string[]
    readonly sites: readonly string[]
    readonly isPaper: boolean
    readonly listed?: Pick<Resource, 'slug' | 'name'> | undefined
    /** What the sites say otherwise than the form: "Licence: CC BY 4.0". */
    readonly otherwise: readonly string[]
  }
}

/** Looks the address of a form up. Whatever was typed stays as it is. `record` is the one that the form corrects. */
export async function fillIn(c: Context<AppEnv>, values: FormValues, record?: Resource): Promise<FilledIn> {
  const checked = checkWebAddress(textIn(values, 'url'))
  if ('problem' in checked)
    return { values, problems: new Map([['url', sentenceIn(REFUSALS, checked.problem)]]) }
  try {
    const found = await lookUpFor(c, anonymousActor(c), checked.url, TIME_LIMIT_MS)
    const [listed] = (await listedAt(c, found)).filter(({ slug }) => slug !== record?.slug)
    const { fields, evidence, isPaper } = found
    const added = [...valuesFrom(fields)].filter(
      ([name, value]) => value !== '' && isEmpty(values, name) && !isChosen(values, name),
    )
    const kept = JSON.stringify({ fields, evidence } satisfies z.infer<typeof Kept>)
    return {
      values: new Map([...values, ...added, [FOUND, kept]]),
      problems: NO_PROBLEMS,
      report: {
        fields: namesOf(added.map(([name]) => name)),
        sites: [...new Set(evidence.map(({ source }) => hostOf(source) ?? source))],
        isPaper,
        listed,
        otherwise: otherwise(fields, proposalIn(values, record?.references ?? [])),
      },
    }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { values, problems: new Map([['', error.message]]) }
  }
}

/** Lists are longer or shorter rather than other ones. */
const otherwise = (found: ProposedChanges, typed: ProposedChanges): string[] =>
  CLAIM_FIELDS.flatMap((field) => {
    const [value, stated] = [proposedValue(found, field), proposedValue(typed, field)]
    if (isList(field) || saysNothing(value) || saysNothing(stated) || sameValue(value, stated)) return []
    return [`${fieldName(field)}: ${valueText(english, field, value as Evidence['value'] & {})}`]
  })

/** A choice between yes, no and unknown stands at unknown until somebody chooses. */
const isEmpty = (values: FormValues, name: string): boolean => ['', 'unknown'].includes(textIn(values, name))

/** Of several ticks none is added to those that a person set. */
function isChosen(values: FormValues, name: string): boolean {
  const [field, tick] = name.split('.')
  return (
    tick !== undefined &&
    [...values].some(([other, value]) => other.startsWith(`${field}.`) && value !== '' && value !== 'unknown')
  )
}

/** The names of the fields that inputs belong to, in the order of a record. */
function namesOf(inputs: readonly string[]): string[] {
  const keys = inputs.map((name) => name.replace(/\..*$/, ''))
  return RECORD_FIELDS.filter((field) => keys.includes(dataTypeOf(field) ?? field)).map(fieldName)
}

/** The evidence for what was filled in and stayed, and for what the person wrote otherwise. */
function foundEvidence(values: FormValues, resource: ProposedChanges): readonly Evidence[] {
  const kept = keptIn(values)
  if (!kept) return []
  const { evidence } = filledUp(resource, { ...kept, isPaper: false })
  // A field that the person emptied is left out with its source.
  return evidence.filter(({ field }) => proposedValue(resource, field) !== undefined)
}

/**
 * The evidence for a proposal, and the row of the form that each piece is in: what was typed covers each of `fields` for which
 * nothing was found. The fields of `named` need no source.
 */
export function withFoundEvidence(
  values: FormValues,
  fields: ProposedChanges,
  named: ProposedChanges = {},
): { readonly evidence: Evidence[]; readonly rows: readonly number[] } {
  const found = foundEvidence(values, { ...fields, ...named })
  const typed = evidenceIn(
    values,
    filledFields(fields).filter((field) => !found.some((piece) => piece.field === field)),
  )
  const evidence = [...typed.evidence, ...found].slice(0, SUBMISSION_LENGTHS.evidence)
  // What was found is at fault in no row that a person can see.
  return { evidence, rows: evidence.map((_, i) => typed.rows[i] ?? 0) }
}

function keptIn(values: FormValues): z.infer<typeof Kept> | undefined {
  try {
    const read = Kept.safeParse(JSON.parse(textIn(values, FOUND)))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}
