// Reads, as tests of them want to look at them.

import { expect } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import printed from '../../../schema/survey/2.0.json' with { type: 'json' }
import { call, type Sent } from './requests.ts'

export interface Page {
  readonly items: readonly Resource[]
  readonly nextCursor: string | null
}

export const list = async (query: string): Promise<Page> => {
  const answer = await call(`GET /resources?${query}`)
  expect(answer.status).toBe(200)
  return answer.json<Page>()
}
export const slugs = async (query: string) => (await list(query)).items.map(({ slug }) => slug)

/** The fields that a request is refused for, with 400. */
export async function refusedFields(path: string, given: Sent = {}) {
  const answer = await call(`GET ${path}`, given)
  const body = await answer.json<{ code: string; detail: string; problems: { field: string }[] }>()
  expect({ status: answer.status, code: body.code }).toEqual({ status: 400, code: 'malformed' })
  for (const { field } of body.problems) expect(body.detail).toContain(field)
  return body.problems.map(({ field }) => field)
}

/** The slugs of the survey's rows with such cells. */
export const printedWith = (filter: (cells: Record<string, string>) => boolean) =>
  printed.items.filter(({ availability }) => filter(availability)).map(({ slug }) => slug)
