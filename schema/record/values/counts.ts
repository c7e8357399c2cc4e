import * as z from 'zod/mini'
import { COUNTED } from '../../vocabulary.ts'
import { PartialDate } from './dates.ts'
import { LENGTHS, text } from './text.ts'

const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000))

/** The size of a data set: numbers where the source has them, its words, and when they were true. */
export const Counts = z.strictObject({
  ...(Object.fromEntries(COUNTED.map((key) => [key, z.optional(count)])) as {
    [Key in (typeof COUNTED)[number]]: z.ZodMiniOptional<typeof count>
  }),
  text: z.optional(text(LENGTHS.countsText)),
  asOf: z.optional(PartialDate),
})
export type Counts = z.infer<typeof Counts>
