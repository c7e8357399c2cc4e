// The list of fields with three fields more, in place of the real one: vitest.config.ts.

import * as z from 'zod/mini'
import { type Field, FIELDS as REAL } from '../../schema/record/fields.ts'
import { listOf, text } from '../../schema/record/values/text.ts'

export * from '../../schema/record/fields.ts'

const ANNOTATORS = ['physicians', 'model', 'unknown'] as const

const ADDED = {
  scanners: {
    kind: 'list',
    writing: 'line',
    shape: listOf(text(40), 5),
    empty: [],
    isProposable: true,
    isClaimable: true,
    isSought: true,
    label: 'Scanners',
    entry: 'Scanner',
    meaning: 'What the images are annotated with.',
    hint: 'As in Siemens Force, Canon; one a line.',
  },
  funding: {
    kind: 'text',
    writing: 'line',
    shape: z.nullable(text(100)),
    empty: null,
    isProposable: true,
    isClaimable: true,
    label: 'Funding',
    meaning: 'The funder of the data set.',
    hint: 'As its makers say.',
  },
  annotator: {
    kind: 'choice',
    values: ANNOTATORS,
    words: { physicians: 'physicians', model: 'a model: not checked', unknown: 'unknown' },
    shape: z.enum(ANNOTATORS),
    empty: 'unknown',
    isProposable: true,
    isClaimable: true,
    label: 'Annotated by',
    meaning: 'The author of the scanners.',
    hint: 'The author of the scanners.',
  },
} as const satisfies { readonly [key: string]: Field }

export const FIELDS = { ...REAL, ...ADDED }
