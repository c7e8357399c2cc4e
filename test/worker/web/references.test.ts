import { expect, it } from 'vitest'
import { docsContent } from '../../../worker/web/docs/content.tsx'

const shown = async (document: object) => docsContent({ ...document }, '').main

const parameter = { name: 'q/~', in: 'query', description: 'A question.', schema: { type: 'string' } }
const body = { required: true, content: { 'application/json': { schema: { const: 'a body' } } } }
const header = { description: 'A tag.' }
const headers = { ETag: header }
const answer = { description: 'An answer.', headers, content: { 'text/plain': { schema: {} } } }
const refusal = { description: 'A refusal.', content: { 'application/problem+json': { schema: {} } } }

const documentWith = (operation: object, components: object) => ({
  info: { title: 'A', description: 'B' },
  tags: [{ name: 'Things' }],
  paths: { '/things': { post: { operationId: 'postThings', tags: ['Things'], summary: 'C', ...operation } } },
  components: { schemas: { Problem: { type: 'object', properties: {} } }, ...components },
})

it('reads the same whether its parts stand in place or are referred to', async () => {
  const inPlace = documentWith(
    { parameters: [parameter], requestBody: body, responses: { 200: answer, 400: refusal } },
    {},
  )
  const apart = documentWith(
    {
      parameters: [{ $ref: '#/components/parameters/q~1~0' }],
      requestBody: { $ref: '#/components/requestBodies/Thing' },
      responses: {
        200: { $ref: '#/components/responses/Again' },
        400: { $ref: '#/components/responses/No' },
      },
    },
    {
      parameters: { 'q/~': parameter },
      requestBodies: { Thing: body },
      responses: {
        Again: { $ref: '#/components/responses/Yes' },
        Yes: { ...answer, headers: { ETag: { $ref: '#/components/headers/Tag' } } },
        No: refusal,
      },
      headers: { Tag: header },
    },
  )
  const text = await shown(inPlace)
  for (const part of ['A question.', 'a body', 'An answer.', 'A tag.', 'A refusal.'])
    expect(text).toContain(part)
  expect(await shown(apart)).toBe(text)
})

it('tells a list with commas by its values, and gives an example', async () => {
  const schema = { type: 'array', items: { enum: ['yes', 'no'] } }
  const cell = { name: 'ct', in: 'query', schema, explode: false, example: ['yes', 'no'] }
  const text = await shown(documentWith({ parameters: [cell], responses: {} }, {}))
  expect(text).toContain('<code>yes</code> | <code>no</code>')
  expect(text).toContain('one or several, with commas')
  expect(text).toContain('As <code>yes,no</code>')
})

it('shows paragraphs, code and stress', async () => {
  const info = { description: 'First.\n\n**Second** of\n`two`.' }
  const text = await shown({ ...documentWith({ responses: {} }, {}), info })
  expect(text).toContain('<p class="lead">First.</p>')
  expect(text).toContain('<p><strong>Second</strong> of <code>two</code>.</p>')
})

it('shows text as text, whatever is in it', async () => {
  const text = await shown(documentWith({ description: '<script>`<b>`</script>', responses: {} }, {}))
  expect(text).toContain('&lt;script&gt;<code>&lt;b&gt;</code>&lt;/script&gt;')
})
