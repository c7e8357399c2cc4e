// A client of others, openapi-fetch: it writes the addresses, queries and bodies as the OpenAPI document has them.

import { exports } from 'cloudflare:workers'
import createClient from 'openapi-fetch'
import { expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { Submission, SubmissionInput } from '../../../../schema/record/submission.ts'
import { addition } from '../../registry/submissions.ts'
import { anAddress } from '../requests.ts'

interface Problem {
  readonly code: string
  readonly status: number
}

type Json<Body> = { content: { 'application/json': Body } }
type Refused = { content: { 'application/problem+json': Problem } }

/** The part of the document that is called here, as a generator of types writes it. */
interface Paths {
  '/v1/resources': {
    get: {
      parameters: { query: { ct?: string[]; limit?: number; cursor?: string } }
      responses: { 200: Json<{ items: Resource[]; nextCursor: string | null }>; 404: Refused }
    }
  }
  '/v1/resources/{slug}': {
    get: { parameters: { path: { slug: string } }; responses: { 200: Json<Resource>; 404: Refused } }
  }
  '/v1/submissions': {
    post: {
      requestBody: { content: { 'application/json': SubmissionInput } }
      responses: { 201: Json<Submission>; 400: Refused }
    }
  }
  '/v1/submissions/{id}': {
    get: { parameters: { path: { id: string } }; responses: { 200: Json<Submission>; 404: Refused } }
  }
}

const client = createClient<Paths>({
  baseUrl: 'https://registry.example',
  headers: { 'CF-Connecting-IP': anAddress() },
  fetch: (request) => exports.default.fetch(request),
})

it('finds its paths in the document', async () => {
  const answer = await exports.default.fetch('https://registry.example/openapi.json')
  const { paths } = await answer.json<{ paths: Record<string, object> }>()
  const own: { readonly [Path in keyof Paths]: string } = {
    '/v1/resources': 'get',
    '/v1/resources/{slug}': 'get',
    '/v1/submissions': 'post',
    '/v1/submissions/{id}': 'get',
  }
  for (const [path, method] of Object.entries(own)) expect(paths[path]).toHaveProperty(method)
})

it('lists with a filter of two values, page by page', async () => {
  const page = async (cursor?: string) => {
    const query = { ct: ['yes', 'unknown'], limit: 3, ...(cursor !== undefined && { cursor }) }
    const { data } = await client.GET('/v1/resources', { params: { query } })
    return data
  }
  const first = await page()
  expect(first?.items).toHaveLength(3)
  const second = await page(first?.nextCursor ?? '')
  const slugs = [first, second].flatMap((list) => list?.items.map(({ slug }) => slug) ?? [])
  expect(new Set(slugs).size).toBe(6)
  for (const { availability } of first?.items ?? []) expect(availability.ct).not.toBe('no')
})

it('shows a resource, and has the problem of one that there is none of', async () => {
  const show = (slug: string) => client.GET('/v1/resources/{slug}', { params: { path: { slug } } })
  expect((await show('covid-ct')).data).toMatchObject({ slug: 'covid-ct', name: expect.any(String) })
  const { data, error, response } = await show('nothing & none/of')
  expect(data).toBeUndefined()
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(error).toMatchObject({ code: 'not_found', status: 404 })
})

it('submits, and asks for the state of it', async () => {
  const { data, response } = await client.POST('/v1/submissions', { body: addition('By a client') })
  expect(response.status).toBe(201)
  const { data: read } = await client.GET('/v1/submissions/{id}', {
    params: { path: { id: data?.id ?? '' } },
  })
  expect(read).toMatchObject({ reference: data?.reference, state: 'pending' })
})
