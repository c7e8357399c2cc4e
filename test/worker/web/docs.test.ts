import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../../worker/app.ts'
import { anAddress } from '../api/requests.ts'
import { requestIn } from './curl.ts'
import { decode, type Element, elementsOf } from './parsed.ts'

const ORIGIN = 'https://registry.example'

const ask = (path: string, init?: RequestInit) => exports.default.fetch(`${ORIGIN}${path}`, init)

interface Described {
  readonly operationId: string
  readonly summary: string
}

let page: readonly Element[] = []

beforeAll(async () => {
  page = await elementsOf(await ask('/docs'))
})

const having = (attribute: string) => page.filter(({ attributes }) => attributes[attribute] !== undefined)
const ids = () => having('id').map(({ attributes }) => attributes.id ?? '')
const links = () => having('href').map(({ attributes }) => attributes.href ?? '')

describe('the reference of the API', () => {
  it('has every operation of the document, each at an anchor of its own', async () => {
    const document = await (await ask('/openapi.json')).json<{
      paths: Record<string, Record<string, Described>>
    }>()
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
    )
    expect(operations.length).toBeGreaterThan(40)
    for (const { path, method, operationId, summary } of operations) {
      const heading = page.find(({ attributes }) => attributes.id === operationId)
      const text = decode(heading?.text ?? '')
      expect(text).toContain(`${method.toUpperCase()} ${path}`)
      expect(text).toContain(summary.replaceAll('`', ''))
      expect(links()).toContain(`#${operationId}`)
    }
  })

  it('has every shape of the document', async () => {
    const { components } = await (await ask('/openapi.json')).json<{
      components: { schemas: Record<string, unknown> }
    }>()
    expect(ids()).toEqual(
      expect.arrayContaining(Object.keys(components.schemas).map((name) => `shape-${name}`)),
    )
  })

  it('has no anchor twice, and no link to one that is not there', () => {
    expect(new Set(ids()).size).toBe(ids().length)
    const anchors = links().filter((href) => href.startsWith('#'))
    expect(anchors.length).toBeGreaterThan(100)
    expect(anchors.filter((href) => !ids().includes(href.slice(1)))).toEqual([])
  })

  // Files with a version are no part of the Worker: test/process/local/boot.test.ts.
  it('links to what answers', async () => {
    const ours = [...new Set(links().filter((href) => href.startsWith('/') && !href.includes('?v=')))]
    expect(ours).toEqual(
      expect.arrayContaining(['/openapi.json', '/v1/resource.schema.json', '/feed.atom', '/v1/export.csv']),
    )
    for (const href of ours) {
      const answer = await ask(href)
      // Signing in is not set up here, which its page says.
      expect(`${href} ${answer.status}`).toBe(`${href} ${href === '/review' ? 503 : 200}`)
      await answer.arrayBuffer()
    }
  })

  it('shows first calls that work as they stand', async () => {
    const lines = page.filter(({ tag }) => tag === 'pre').map(({ text }) => decode(text))
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) {
      const request = requestIn(line)
      expect(new URL(request.url).origin).toBe(ORIGIN)
      request.headers.set('CF-Connecting-IP', anAddress())
      const answer = await exports.default.fetch(request)
      expect(`${line} ${answer.status}`).toBe(`${line} ${request.method === 'POST' ? 201 : 200}`)
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0)
    }
  })

  it('tells the address that the setting says, never the one that was asked', async () => {
    const at = async (url: string, settings: object) =>
      (await app.request(url, {}, { ...env, ...settings })).text()
    const withUrl = await at('https://elsewhere.example/docs', { PUBLIC_URL: 'https://covid.example/' })
    expect(withUrl).toContain('curl https://covid.example/v1/export.csv')
    const withoutUrl = await at('https://elsewhere.example/docs', { PUBLIC_URL: '' })
    expect(withoutUrl).toContain('does not know its own address')
    expect(withUrl + withoutUrl).not.toContain('elsewhere.example')
  })
})

describe('what the page may do in a browser', () => {
  it('is nearly nothing, as its headers say', async () => {
    const { headers } = await ask('/docs')
    expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
    expect(headers.get('Content-Security-Policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('needs no more: no script, no style in the page, nothing loaded but what is ours', () => {
    const loading = 'style img picture source iframe object embed video audio base form'.split(' ')
    expect(page.filter(({ tag }) => loading.includes(tag))).toEqual([])
    expect(having('style').concat(having('srcset'))).toEqual([])
    const handlers = page
      .flatMap(({ attributes }) => Object.keys(attributes))
      .filter((name) => /^on/.test(name))
    expect(handlers).toEqual([])
    const linked = page.filter(({ tag, attributes }) => tag === 'link' && attributes.rel !== 'alternate')
    expect(linked.map(({ attributes }) => attributes)).toEqual([
      { rel: 'stylesheet', href: expect.stringMatching(/^\/style\.css\?v=[0-9a-f]{8}$/) },
      { rel: 'icon', type: 'image/svg+xml', href: expect.stringMatching(/^\/icon\.svg\?v=[0-9a-f]{8}$/) },
    ])
    expect(
      page.filter(({ tag }) => tag === 'script').map(({ attributes, text }) => [attributes, text]),
    ).toEqual([
      [
        {
          defer: '',
          src: expect.stringMatching(/^\/script\.js\?v=[0-9a-f]{8}$/),
        },
        '',
      ],
    ])
  })

  it('is said in English, and fits the width of a phone', () => {
    expect(page.find(({ tag }) => tag === 'html')?.attributes).toEqual({ lang: 'en' })
    expect(page.find(({ tag }) => tag === 'title')?.text).toMatch(/^HTTP API · /)
    const viewport = page.find(({ attributes }) => attributes.name === 'viewport')
    expect(viewport?.attributes.content).toBe('width=device-width, initial-scale=1')
    expect(page.filter(({ tag }) => tag === 'h1')).toHaveLength(1)
  })
})
