import { describe, expect, it } from 'vitest'
import { openApi } from '../../worker/api/document/openapi.ts'
import { operations } from '../../worker/api/index.ts'
import { type Exchange, judge } from '../support/openapi-judge.ts'

const document = JSON.stringify(openApi(operations, 'https://registry.example'))
const sound: Exchange = {
  method: 'GET',
  path: '/v1/references',
  status: 200,
  headers: { etag: '"a"', 'content-type': 'application/json' },
  body: '{"items":[],"nextCursor":null}',
}

describe('the judge of answers', () => {
  it('has nothing against one that is as described', async () => {
    expect(await judge({ document, exchange: sound })).toEqual([])
  })

  it.each<[string, Partial<Exchange>, string]>([
    ['an unknown path', { path: '/v1/wishes' }, 'GET /v1/wishes is not described'],
    ['an unknown method', { method: 'POST' }, 'POST /v1/references is not described'],
    ['another status', { status: 404 }, 'the status 404 is not described'],
    ['another media type', { headers: { ...sound.headers, 'content-type': 'text/html' } }, '"text/html"'],
    ['no ETag', { headers: { 'content-type': 'application/json' } }, 'the header ETag is missing'],
    [
      'a header untold',
      { headers: { ...sound.headers, location: '/' } },
      'the header location is not described',
    ],
    ['a missing member', { body: '{"items":[]}' }, 'nextCursor'],
    ['a member of another type', { body: '{"items":[],"nextCursor":1}' }, '/nextCursor: must be'],
    ['a member untold', { body: '{"items":[],"nextCursor":null,"total":0}' }, '"total"'],
    ['a member untold, far inside', { body: withReference({ colour: 'red' }) }, '"colour"'],
    ['a body after 304', { status: 304 }, 'a body is not described'],
  ])('tells of %s', async (_, damage, problem) => {
    const problems = await judge({ document, exchange: { ...sound, ...damage } })
    expect(problems.join('\n')).toContain(problem)
  })

  it('tells of a document that is none', async () => {
    expect(await judge({ document: '{"openapi":"3.1.1"}' })).not.toEqual([])
  })
})

function withReference(more: object): string {
  const reference = { id: 'a', type: 'dataset', title: 'A', citedBy: [], ...more }
  return JSON.stringify({ items: [reference], nextCursor: null })
}
