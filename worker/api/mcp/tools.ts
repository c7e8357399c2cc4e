// The tools that assistants may call. Each is an operation of the API, whose parameters it takes.

import type * as z from 'zod/mini'
import { faultyFields } from '../../../schema/errors.ts'
import { pageAddress } from '../../formats/catalogue.ts'
import { FORMS } from '../../formats/index.ts'
import type { ANSWERED } from '../document/named.ts'
import type { Operation } from '../operation.ts'
import { citationOperations } from '../operations/citations.ts'
import { lineageOperations } from '../operations/lineage.ts'
import { resourceOperations } from '../operations/resources.ts'
import type { Read } from './call.ts'
import type { Params } from './message.ts'
import { comparisonText, lineageText, recordText, searchText } from './texts.ts'

/** The answer of a tool: texts for people, and the API's own answer for programs. */
interface Answer {
  readonly texts: readonly string[]
  readonly structured: object
}

export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The operation whose query it takes. */
  readonly operation: Operation
  /** What it takes beside the query, as worker/api/document/tools.ts describes it. */
  readonly takes: 'query' | 'slug' | 'slugAndFormat'
  /** The shape of `structured` in an answer. */
  readonly output: keyof typeof ANSWERED
  /** Throws `invalid` for arguments that no operation takes. */
  readonly readOf: (given: Params) => Read
  /** The answer, made of the text that the operation has answered with. */
  readonly answer: (text: string, base: string, given: Params) => Answer
}

const operations = [...resourceOperations, ...lineageOperations, ...citationOperations]

function operationAt(path: string): Operation {
  const operation = operations.find((one) => one.path === path)
  if (!operation) throw new Error(`No operation has the path ${path}.`)
  return operation
}

/** A tool of one operation that answers JSON. The text is of the shape, because the operation made it so. */
function jsonTool<Name extends 'ResourcePage' | 'Resource' | 'Comparison' | 'Lineage'>(
  tool: Pick<Tool, 'name' | 'title' | 'description'>,
  path: string,
  output: Name,
  text: (base: string, body: z.infer<(typeof ANSWERED)[Name]>) => string,
): Tool {
  const operation = operationAt(path)
  const hasSlug = path.includes('{slug}')
  return {
    ...tool,
    operation,
    takes: hasSlug ? 'slug' : 'query',
    output,
    readOf({ ...given }) {
      if (!hasSlug) return { operation, path, query: given }
      const { slug, ...query } = given
      return { operation, path: path.replace('{slug}', partOf('slug', slug)), query }
    },
    answer(answered, base) {
      const body: z.infer<(typeof ANSWERED)[Name]> = JSON.parse(answered)
      return { texts: [text(base, body)], structured: body }
    },
  }
}

function partOf(field: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return encodeURIComponent(value.toWellFormed())
  throw faultyFields([{ field, problem: 'Give the slug of a resource, as search gives it.' }])
}

/** The formats that both a resource and the registry are cited in. */
export const STYLES = ['bib', 'ris', 'csl'] as const
type Style = (typeof STYLES)[number]
const isStyle = (value: unknown): value is Style => STYLES.some((style) => style === value)

function styleOf({ format }: Params): Style {
  if (format === undefined || format === null) return 'bib'
  if (isStyle(format)) return format
  throw faultyFields([{ field: 'format', problem: `Give one of ${STYLES.join(', ')}.` }])
}

const hasSlug = ({ slug }: Params): boolean => slug !== undefined && slug !== null

const cite: Tool = {
  name: 'cite',
  title: 'Cite a resource or the registry',
  description:
    'The references of a resource, ready to paste; without a slug, how to cite the registry itself. ' +
    '`at` is for a resource alone.',
  operation: operationAt('/v1/resources/{slug}.bib'),
  takes: 'slugAndFormat',
  output: 'Citation',
  readOf(given) {
    const { slug, format: _, ...query } = given
    const style = styleOf(given)
    const path = hasSlug(given) ? `/v1/resources/{slug}.${style}` : `/v1/citation.${style}`
    const filled = hasSlug(given) ? path.replace('{slug}', partOf('slug', slug)) : path
    return { operation: operationAt(path), path: filled, query }
  },
  answer(text, base, given) {
    const page = hasSlug(given) ? pageAddress({ base }, String(given.slug)) : `${base}/about`
    return {
      texts: [text, `From ${page}`],
      structured: { mediaType: FORMS[styleOf(given)].type, text },
    }
  },
}

export const TOOLS: readonly Tool[] = [
  jsonTool(
    {
      name: 'search',
      title: 'Search data sets',
      description:
        'Lists public COVID-19 imaging data sets by text and filters. `unknown` is a value of its own: no source ' +
        'says yes or no.',
    },
    '/v1/resources',
    'ResourcePage',
    searchText,
  ),
  jsonTool(
    {
      name: 'show',
      title: 'Show a data set',
      description: 'Everything recorded about one data set, each fact with its sources.',
    },
    '/v1/resources/{slug}.json',
    'Resource',
    recordText,
  ),
  jsonTool(
    {
      name: 'compare',
      title: 'Compare two data sets',
      description:
        'Two data sets side by side, and whether they overlap: who trains on one should not test on the other.',
    },
    '/v1/compare',
    'Comparison',
    comparisonText,
  ),
  cite,
  jsonTool(
    {
      name: 'lineage',
      title: 'Show the lineage of the data',
      description: 'Which data are in which data set, as a graph of the whole registry.',
    },
    '/v1/lineage',
    'Lineage',
    lineageText,
  ),
]
