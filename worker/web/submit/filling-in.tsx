// "Fill in from this address": what an address says of itself goes into the empty fields of the form, with its sources.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { RegistryError } from '../../../schema/errors.ts'
import { type Evidence, Evidence as EvidenceShape } from '../../../schema/record/claims.ts'
import { dataTypeOf, fieldName, RECORD_FIELDS } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { filledUp, proposedValue } from '../../../schema/record/sites/look-up.ts'
import { ProposedChanges, type ProposedResource } from '../../../schema/record/submission.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { REFUSALS, sentenceIn } from '../../../schema/refusals.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { listedAt, lookUpFor } from '../../http/look-up.ts'
import { type FormValues, NO_PROBLEMS, type Problems, textIn } from '../parts/form.ts'
import { valuesFrom } from '../parts/proposal/reading.ts'

/** The name of the button, and of the hidden field with what was found. */
export const FILL_IN = 'fillIn'
const FOUND = 'found'

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
  }
}

/** Looks the address of a form up. Whatever was typed stays as it is. */
export async function fillIn(c: Context<AppEnv>, values: FormValues): Promise<FilledIn> {
  const checked = checkWebAddress(textIn(values, 'url'))
  if ('problem' in checked)
    return { values, problems: new Map([['url', sentenceIn(REFUSALS, checked.problem)]]) }
  try {
    const found = await lookUpFor(c, anonymousActor(c), checked.url, TIME_LIMIT_MS)
    const [listed] = await listedAt(c, found)
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
      },
    }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { values, problems: new Map([['', error.message]]) }
  }
}

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
export function foundEvidence(values: FormValues, resource: ProposedResource): readonly Evidence[] {
  const kept = keptIn(values)
  if (!kept) return []
  const { evidence } = filledUp(resource, { ...kept, isPaper: false })
  // A field that the person emptied is left out with its source.
  return evidence.filter(({ field }) => proposedValue(resource, field) !== undefined)
}

function keptIn(values: FormValues): z.infer<typeof Kept> | undefined {
  try {
    const read = Kept.safeParse(JSON.parse(textIn(values, FOUND)))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

interface FillInProps {
  readonly values: FormValues
}

/** The button beside the address. Whoever presses Enter in another field sends the form, by the button before it. */
export const FillInButton = ({ values }: FillInProps) => (
  <div class="fill-in">
    <button type="submit" name={FILL_IN} value="yes">
      Fill in from this address
    </button>
    <p class="hint">
      Asks DataCite, Crossref, PubMed, GitHub, Hugging Face or the page itself. What you typed stays.
    </p>
    {textIn(values, FOUND) !== '' && <input type="hidden" name={FOUND} value={textIn(values, FOUND)} />}
  </div>
)

interface ReportProps {
  readonly report: NonNullable<FilledIn['report']>
}

export const FilledInReport = ({ report: { fields, sites, isPaper, listed } }: ReportProps) => (
  <section class="notice" id="filled-in" tabindex={-1} autofocus role="status">
    {listed && (
      <p>
        It is listed already: <a href={`/r/${listed.slug}`}>{listed.name}</a>.
      </p>
    )}
    {isPaper && <p>This address leads to a paper. If the data has an address of its own, give that one.</p>}
    {fields.length > 0 ? (
      <p>
        Filled in from {sites.length > 0 ? sites.join(', ') : 'the address'}: {fields.join(', ')}. Check it
        before you send it.
      </p>
    ) : (
      <p>Nothing more was found at this address. You can fill the form in yourself.</p>
    )}
  </section>
)
