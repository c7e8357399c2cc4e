import { describe, expect, it } from 'vitest'
import { RANGE_FILTER_NAMES } from '../../../../schema/record/filters.ts'
import { USES } from '../../../../schema/vocabulary.ts'
import { addition } from '../../registry/submissions.ts'
import { askDescribed, documented, type Parameter } from '../documented.ts'
import { taken } from '../operation-cases.ts'
import { read } from '../requests.ts'

const CELL = ['maybe', 'yes,', 'yes,maybe', 'Yes']

/** What each parameter of a query is refused with. */
const BAD: Readonly<Record<string, readonly string[]>> = {
  ct: CELL,
  xray: CELL,
  mrt: CELL,
  ultrasound: CELL,
  metadata: CELL,
  caseReview: CELL,
  mri: CELL,
  status: ['gone', 'unknown,gone'],
  q: ['x'.repeat(501)],
  sort: ['colour', 'relevance'],
  limit: ['0', '101', '-1', '1e1', '2.5', 'all'],
  cursor: ['x', 'WyJ4Iiwx'],
  release: ['1.9', 'x'.repeat(41)],
  at: ['2020', '2020-05-12T00:00:00', '2020-13-12T00:00:00Z', '2999-01-01T00:00:00Z'],
  slug: ['No slug', 'x'.repeat(61)],
  state: ['open'],
  decided: ['offered', 'open'],
  version: ['first', '0', '-1', '1.5'],
  by: ['Anna', '1234'],
  since: ['yesterday', '2026-13-01', '2026'],
  access: ['free', 'open,'],
  annotations: ['masks', 'none,', 'Findings'],
  ...Object.fromEntries(USES.map((use) => [use, ['maybe', 'yes,', 'Yes']])),
  fileFormat: ['dicom', 'PNG,'],
  country: ['Germany', 'DE,', 'XX'],
  original: ['maybe', 'unknown'],
  link: ['broken', 'dead,', 'Alive'],
  ...Object.fromEntries(RANGE_FILTER_NAMES.map((name) => [name, ['-1', '1,000', '5.5', 'many', '1e3']])),
  license: ['MIT,', 'CC BY 5.0', 'x'.repeat(301)],
  a: ['x'.repeat(501)],
  b: ['x'.repeat(501)],
}

/** OAI-PMH refuses in its own way, with 200. */
const strict = documented.filter(({ statuses }) => statuses.includes(400))
const inQuery = ({ parameters }: { readonly parameters: readonly Parameter[] }) =>
  parameters.filter((parameter) => parameter.in === 'query')

const examples = documented.flatMap((operation) =>
  inQuery(operation).flatMap(({ name, example }) =>
    example === undefined || (operation.path === '/oai' && operation.method === 'POST')
      ? []
      : [[`${operation.name}?${name}=${example}`, operation, [name, String(example)] as const] as const],
  ),
)
/**
 * Many operations have a parameter in common, and read it by the same code: each is asked with some of its bad values, and
 * together with all of them.
 */
const mistakes = [
  ...Map.groupBy(
    strict.flatMap((operation) => inQuery(operation).map(({ name }) => ({ name, operation }))),
    ({ name }) => name,
  ).values(),
].flatMap((asked) =>
  asked.map(({ name, operation }, k) => {
    const values = BAD[name] ?? []
    const own = values.filter((_, i) => i % asked.length === k)
    const some = own.length > 0 ? own : values.slice(k % values.length, (k % values.length) + 1)
    return [operation.name, name, operation, some] as const
  }),
)

describe('the example of a parameter is taken', () => {
  it.each(examples)('%s', async (_, operation, [name, value]) => {
    const testRequest = await taken(operation)
    const query = new URLSearchParams(testRequest.query)
    query.set(name, value)
    const answer = await askDescribed(operation, { ...testRequest, query: `?${query}` })
    expect(answer.status).toBe(200)
  })
})

describe('a bad value of a parameter is refused, by its name', () => {
  it.each(mistakes)('%s: %s', async (_, name, operation, values) => {
    if (values.length === 0) throw new Error(`${name} has no bad values here.`)
    const testRequest = await taken(operation)
    const queries = [
      ...values.map((value) => `${name}=${encodeURIComponent(value)}`),
      `${name}=1%20&${name}=2`,
    ]
    for (const query of queries) {
      const answer = await askDescribed(operation, { ...testRequest, query: `?${query}` })
      expect(answer.status, query).toBe(400)
      const fields = (await read(answer)).problems as { readonly field: string }[]
      expect(
        fields.map(({ field }) => field),
        query,
      ).toContain(name)
    }
  })
})

const named = (name: string) => {
  const found = documented.find((operation) => operation.name === name)
  if (!found) throw new Error(`There is no ${name}.`)
  return found
}

describe('the pages of a list are as described, to the last', () => {
  const lists = documented.filter((operation) => inQuery(operation).some(({ name }) => name === 'cursor'))

  it.each(lists.map((operation) => [operation.name, operation] as const))('%s', async (_, operation) => {
    const testRequest = await taken(operation)
    for (let cursor: unknown = '', pages = 1; cursor !== null; pages++) {
      const answer = await askDescribed(operation, { ...testRequest, query: `?limit=5&cursor=${cursor}` })
      expect(answer.status).toBe(200)
      cursor = (await read(answer)).nextCursor
      expect(pages).toBeLessThan(50)
    }
  })
})

describe('a resource comes as described in the form that Accept asks for', () => {
  it.each([
    'application/json',
    'application/ld+json',
    'application/ld+json; profile="http://mlcommons.org/croissant/1.1"',
    'text/turtle',
    'application/x-bibtex',
    'application/x-research-info-systems',
    'application/vnd.citationstyles.csl+json',
  ])('%s', async (type) => {
    const headers = { Accept: type }
    const answer = await askDescribed(named('GET /v1/resources/{slug}'), { part: 'covid-ct', headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toContain(type)
  })
})

describe('an Idempotency-Key that is none is refused', () => {
  const keyed = documented.filter(({ parameters }) =>
    parameters.some(({ name }) => name === 'Idempotency-Key'),
  )

  it.each(keyed.map((operation) => [operation.name, operation] as const))('%s', async (_, operation) => {
    for (const key of ['', 'x'.repeat(201), 'tab\there']) {
      const testRequest = await taken(operation)
      const answer = await askDescribed(operation, { ...testRequest, headers: { 'Idempotency-Key': key } })
      expect(answer.status).toBe(400)
    }
  })
})

describe('what is sent in of each kind is as described', () => {
  it.each([
    {
      ...addition('All of it', { availability: { ct: 'yes', mrt: 'no' }, notes: 'CC BY 4.0' }),
      reason: 'New.',
    },
    {
      kind: 'correction',
      slug: 'covid-ct',
      baseVersion: 1,
      changes: { name: 'COVID-CT 2', availability: { ct: 'unknown' } },
      reason: 'It says so.',
      evidence: [{ field: 'name', source: 'https://data.org', asOf: '2026-01-01' }],
      submitter: { name: 'Jo', contact: 'jo@data.org' },
    },
    { kind: 'removal', slug: 'eurorad', baseVersion: 1, reason: 'Gone.' },
  ])('$kind', async (json) => {
    const answer = await askDescribed(named('POST /v1/submissions'), { json })
    expect(answer.status).toBe(201)
    const { id } = await read(answer)
    const seen = await askDescribed(named('GET /v1/submissions/{id}'), { part: String(id) })
    expect(seen.status).toBe(200)
  })
})
