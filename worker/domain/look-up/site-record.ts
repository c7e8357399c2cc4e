// What a site says of a data set, in the fields of a record.

import * as z from 'zod/mini'
import type { ProposableKey } from '../../../schema/record/field-keys.ts'
import type { PrintedWork } from '../../../schema/record/works/printed-work.ts'

/** What one site says. Nothing of it is checked yet: whatever a record can't have is left out by `lookUpOf`. */
export interface SiteRecord {
  /** The address that was asked. */
  readonly source: string
  /** A paper has no fields of a data set, only a reference. */
  readonly isPaper: boolean
  readonly fields: { readonly [Key in ProposableKey]?: unknown }
  readonly references: readonly PrintedWork[]
  /** DOIs that say more: of the data set, and of the paper about it. */
  readonly dataSetDoi?: string | undefined
  readonly paperDoi?: string | undefined
}

/** A part of an answer that may be missing, or of another shape than documented: then it is undefined, and the rest stands. */
export const lenient = <Shape extends z.ZodMiniType>(shape: Shape) =>
  z.catch<z.ZodMiniOptional<Shape>>(z.optional(shape), undefined as never)

/** The entries of a list that have the shape; of one value that is no list, that one. */
export const lenientList = <Shape extends z.ZodMiniType>(shape: Shape) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((given): z.infer<Shape>[] =>
      [given].flat().flatMap((entry) => {
        const read = shape.safeParse(entry)
        return read.success ? [read.data] : []
      }),
    ),
  )

/** JSON in a shape; undefined where it is neither. */
export function readJson<Shape extends z.ZodMiniType>(
  shape: Shape,
  text: string,
): z.infer<Shape> | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The day of a date with or without a time; undefined where it begins otherwise. */
export const dayOf = (date: string | undefined): string | undefined =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])/.exec(date ?? '')?.[0]

export const yearOf = (date: string | undefined): number | undefined => {
  const year = /^\d{4}(?=$|\D)/.exec(date ?? '')?.[0]
  return year === undefined ? undefined : Number(year)
}
