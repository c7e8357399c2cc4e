// Requests that nobody sends in good faith, made of a seed: any method, path, query, header and body.

import {
  autocomplete,
  componentClick,
  messageMenu,
  modalSubmit,
  slashCommand,
} from '../discord/protocol/interactions.ts'
import { postedMessage } from '../discord/protocol/messages.ts'
import { signed } from '../support/discord.ts'

/** A generator of numbers from 0 to below 1, always the same ones of a seed (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const JUNK: readonly string[] = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    "'",
    '"',
    "' or 1=1 --",
    '; drop table people',
    '*',
    '%',
    '%00',
    '%zz',
    '%ff%fe',
    '+',
    '&',
    '#',
  ],
  ...[
    'NEAR(ct xray, 2)',
    'ct AND',
    'OR',
    'NOT ct',
    '"unclosed',
    'name:ct',
    '{ct}:x',
    'ct*',
    '^ct',
    '(((',
    ':accessopen',
    'c',
    'a b c d e f g h',
  ],
  ...[
    '../../etc/passwd',
    '..%2f..%2f',
    '//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '<script>alert(1)</script>',
    '</title>',
  ],
  ...[
    '\u202eevil',
    '\ufeff',
    '𝒞𝒯',
    'ß',
    'Ｃｔ',
    '\ud800',
    'é'.repeat(300),
    'x'.repeat(501),
    'ct '.repeat(200),
    'a,'.repeat(500),
  ],
  ...[
    '-1',
    '0',
    '1',
    '100',
    '101',
    '1e309',
    'NaN',
    '9'.repeat(400),
    '0x10',
    '1.5',
    '-0',
    '٣',
    'true',
    'null',
    'undefined',
    '[object Object]',
  ],
  ...[
    '2026-02-31',
    '2026-99-99T00:00:00Z',
    '2026-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59Z',
    '2.0',
    '4.0',
    '99.9',
  ],
  ...[
    'covid-ct',
    'cord-19',
    'ct',
    'yes',
    'yes,no,unknown',
    'open',
    'CC-BY-4.0',
    'lung ultrasound',
    'S-7Q4K2',
    '__proto__',
    'constructor',
  ],
  ...[
    '10.7937/VTW4-X588',
    'https://github.com/UCSD-AI4H/COVID-CT',
    'oai_dc',
    'Identify',
    'ListRecords',
    'GetRecord',
    'changed',
    'certain',
    'name',
  ],
]

const QUERY: readonly string[] = [
  ...[
    'q',
    'ct',
    'xray',
    'mrt',
    'mri',
    'ultrasound',
    'metadata',
    'caseReview',
    'sort',
    'limit',
    'cursor',
    'at',
    'release',
    'status',
  ],
  ...[
    'license',
    'access',
    'annotations',
    'commercial',
    'redistribution',
    'modification',
    'fileFormat',
    'country',
    'minImages',
  ],
  ...[
    'minPatients',
    'publishedFrom',
    'publishedTo',
    'original',
    'link',
    'slug',
    'a',
    'b',
    'c',
    'd',
    'before',
    'after',
    'back',
    'page',
  ],
  ...[
    'verb',
    'metadataPrefix',
    'resumptionToken',
    'identifier',
    'set',
    'from',
    'until',
    'code',
    'state',
    'error',
    'field',
    'url',
    'name',
  ],
  ...['by', 'since', 'kind', 'text', 'selected', '__proto__', 'callback', 'changedFrom', 'to'],
]

const ACCEPT = [
  '*/*',
  'text/html',
  'application/json',
  'image/png',
  'text/html;q=0',
  '*/*;q=NaN',
  ',',
  'a/b;q=1;q=2',
  'application/ld+json, text/turtle;q=0.9',
]
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  '',
  'nonsense',
]
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'PURGE']

export interface Route {
  readonly method: string
  readonly path: string
}

export interface Hostile {
  readonly request: Request
  /** The route that its path was made for, as the table of costs names it, where it is a read of one. */
  readonly read?: string
  /** All that may help to repeat it. */
  readonly text: string
}

/** `known` are texts that open something: of them no answer and no log may say more than was sent. */
export function hostileRequests(
  seed: number,
  routes: readonly Route[],
  known: { readonly slugs: readonly string[]; readonly tokens: readonly string[] },
): () => Promise<Hostile> {
  const random = numbersOf(seed)
  const below = (most: number) => Math.floor(random() * most)
  const pick = <Value>(values: readonly Value[]): Value => {
    const { [below(values.length)]: value } = values
    if (value === undefined) throw new Error('There is nothing to choose from.')
    return value
  }
  const isOne = (of: number) => below(of) === 0
  const junk = (): string => (isOne(4) ? pick(JUNK) + pick(JUNK) : pick(JUNK))
  const part = () =>
    isOne(2) ? pick(known.slugs) : isOne(8) ? pick(['%zz', '%', '%c0%af', '..', '.', '%2e%2e']) : safe(junk())

  const pathOf = (route: string) => route.replaceAll(/:\w+(?:\{[^}]*\})?/g, part).replace('*', part)

  function query(): string {
    const length = isOne(2) ? 0 : isOne(20) ? below(300) : 1 + below(4)
    return Array.from({ length }, () => {
      const name = isOne(15) ? safe(junk()) : pick(QUERY)
      return isOne(12) ? name : `${name}=${isOne(10) ? pick(['%', '%zz', '%ff', '+++']) : safe(junk())}`
    }).join('&')
  }

  /** Any value that JSON can hold, some of it deep. */
  function anyJson(depth = 0): unknown {
    switch (below(depth > 4 ? 6 : 9)) {
      case 0:
        return junk()
      case 1:
        return below(2 ** 31) - 2 ** 30
      case 2:
        return pick([null, true, false, 0, -0, 1e308, 1.5])
      case 3:
      case 4:
      case 5:
        return junk()
      case 6:
        return Array.from({ length: below(6) }, () => anyJson(depth + 1))
      default:
        return Object.fromEntries(
          Array.from({ length: below(6) }, () => [isOne(3) ? junk() : pick(KEYS), anyJson(depth + 1)]),
        )
    }
  }

  const deep = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`

  /** A value with some of what is in it replaced by anything. */
  function mutated(value: unknown): unknown {
    if (isOne(25)) return anyJson(2)
    if (Array.isArray(value)) return value.map(mutated)
    if (typeof value !== 'object' || value === null) return isOne(12) ? anyJson(3) : value
    const entries = Object.entries(value).map(
      ([key, one]) => [isOne(40) ? junk() : key, mutated(one)] as const,
    )
    return Object.fromEntries(isOne(10) ? [...entries, [junk(), anyJson(2)]] : entries)
  }

  const SUBMITTED = () => ({
    kind: pick(['addition', 'correction', 'removal']),
    slug: pick(known.slugs),
    baseVersion: 1 + below(3),
    resource: {
      name: `Hostile ${below(1e6)}`,
      url: `https://hostile-data.org/${below(1e6)}`,
      organization: 'O',
      availability: { ct: 'yes' },
    },
    changes: {
      license: 'MIT',
      counts: { images: 3 },
      references: [{ id: 'a', type: 'article', title: 'T' }],
    },
    evidence: [{ field: 'license', value: 'MIT', source: 'README' }],
    reason: 'Because.',
    submitter: { name: 'N', contact: 'C at c' },
    version: 1,
    decision: pick(['approve', 'reject', 'ask']),
    text: 'An answer.',
  })
  /** Only the keys of one kind, so that some are taken. */
  const submission = () => {
    const { kind, slug, baseVersion, resource, changes, evidence, reason } = SUBMITTED()
    return kind === 'addition'
      ? { kind, resource, evidence }
      : { kind, slug, baseVersion, ...(kind === 'correction' && { changes }), reason }
  }
  const rpc = () => ({
    jsonrpc: '2.0',
    id: below(9),
    method: pick(['tools/call', 'tools/list', 'initialize', 'ping', 'server/discover', 'nothing']),
    params: {
      name: pick(['search', 'show', 'compare', 'cite', 'lineage']),
      arguments: {
        q: junk(),
        resource: pick(known.slugs),
        slug: pick(known.slugs),
        a: junk(),
        b: junk(),
        limit: 3,
      },
      protocolVersion: junk(),
    },
  })

  function body(): BodyInit {
    switch (below(9)) {
      case 0:
        return new Uint8Array(Array.from({ length: below(400) }, () => below(256)))
      case 1:
        return deep(pick([10, 500, 4000]))
      case 2:
        return 'x'.repeat(pick([0, 10, 70_000, 300_000]))
      case 3:
        return new URLSearchParams(
          Array.from({ length: below(12) }, () => [isOne(3) ? junk() : pick(KEYS), junk()]),
        ).toString()
      case 4:
        return JSON.stringify(mutated(rpc()))
      case 5:
        return JSON.stringify(isOne(3) ? [mutated(rpc()), mutated(rpc())] : mutated(SUBMITTED()))
      case 6:
        return JSON.stringify(submission())
      case 7:
        return `--x\r\nContent-Disposition: form-data; name="${latin(junk())}"\r\n\r\n${junk()}\r\n--x--`
      default:
        return JSON.stringify(anyJson())
    }
  }

  function headers(): Headers {
    const sent = new Headers()
    const set = (odds: number, name: string, value: () => string) => {
      if (isOne(odds)) sent.set(name, latin(value()))
    }
    set(1, 'CF-Connecting-IP', () =>
      isOne(9)
        ? junk()
        : isOne(2)
          ? `2001:db8:${below(65_536).toString(16)}::1`
          : `203.0.${below(256)}.${below(256)}`,
    )
    if (isOne(25)) sent.delete('CF-Connecting-IP')
    set(2, 'Accept', () => pick(ACCEPT))
    set(1, 'Content-Type', () => (isOne(3) ? pick(TYPES) : 'application/json'))
    set(8, 'Content-Encoding', () => pick(['gzip', 'identity', 'br', junk()]))
    set(6, 'Range', () => pick(['bytes=0-10', 'bytes=-1', 'bytes=9-3', 'bytes=0-0,5-', junk()]))
    set(6, 'If-None-Match', () => pick(['*', '"x"', 'W/"x", "y"', '"', junk()]))
    set(8, 'If-Match', () => pick(['*', '"x"', junk()]))
    set(8, 'If-Modified-Since', () => pick(['Sun, 06 Nov 1994 08:49:37 GMT', junk()]))
    set(5, 'Cookie', () =>
      pick([
        'session=x',
        '__Host-session=session%3Ax.y',
        'bookmark=x',
        'begun=%zz',
        `${junk()}=${junk()}`,
        'sent=a.b.c; session=',
      ]),
    )
    set(5, 'Authorization', () =>
      pick(['Bearer', 'Basic YTpi', `Bearer ${junk()}`, ...known.tokens.map((token) => `Bearer ${token}`)]),
    )
    set(9, 'X-D1-Bookmark', () =>
      pick(['x', '00000000-00000000-00000000-00000000000000000000000000000000', junk()]),
    )
    set(5, 'Origin', () => pick(['null', 'https://evil.example', 'https://registry.example', junk()]))
    set(7, 'Sec-Fetch-Site', () => pick(['cross-site', 'same-origin', junk()]))
    set(7, 'X-Forwarded-For', junk)
    set(7, 'Accept-Language', () => pick(['de', 'tlh;q=9', junk()]))
    set(7, 'Idempotency-Key', () => (isOne(3) ? junk() : 'hostile-key'))
    set(9, 'MCP-Protocol-Version', () => pick(['2026-07-28', '2025-06-18', junk()]))
    return sent
  }

  /** One that Discord signs, of something that Discord never sends. */
  async function interaction(): Promise<Hostile> {
    const path = `${pick(['covid-data', 'covid-review', 'covid-watch', 'nothing'])} ${pick(['ct', 'list', 'search', 'show', 'compare', 'cite', 'submit', 'report', 'my-submissions', 'changes', 'help', 'queue', 'approve', 'reject', 'maintainers', 'add', 'remove', 'x'])}`
    const values = Object.fromEntries(
      Array.from({ length: below(4) }, () => [
        pick(['resource', 'query', 'also', 'a', 'b', 'submission', 'reason', 'channel', 'version', 'person']),
        junk(),
      ]),
    )
    const command = slashCommand(path, values)
    const message = postedMessage({ flags: 32768, components: [] }, command)
    const customId = isOne(3)
      ? junk()
      : `${pick(['list', 'search', 'queue', 'send', 'draft', 'decide', 'history', 'show', 'settle', 'revert'])}${pick(['::', ':', '::both::', '::1::'])}${junk()}`.slice(
          0,
          100,
        )
    const sent = pick<() => unknown>([
      () => command,
      () => autocomplete(path, 'resource', { resource: junk() }),
      () => componentClick({ message, customId, ...(isOne(3) && { values: [junk()] }) }),
      () =>
        modalSubmit({ title: 'T', custom_id: customId, components: [] }, {}, message, {}, () => undefined),
      () =>
        messageMenu(pick(['Suggest to the registry', 'Look up in the registry', 'x']), {
          ...message,
          content: junk(),
        }),
    ])()
    const text = isOne(12) ? deep(pick([10, 4000])) : JSON.stringify(isOne(2) ? mutated(sent) : sent)
    const request = new Request('https://registry.example/interactions', {
      method: 'POST',
      headers: {
        ...(await signed(text)),
        ...(isOne(30) && { 'X-Signature-Timestamp': junk().replaceAll(/[^\x20-\x7e]/g, '') }),
      },
      body: text,
    })
    return { request, text: `signed: ${text.slice(0, 2000)}` }
  }

  return async () => {
    if (isOne(6)) return interaction()
    const route = pick(routes)
    const method = isOne(6) ? pick(METHODS) : route.method
    const asked = query()
    const path = pathOf(route.path)
    const address = `https://registry.example${path}${asked === '' ? '' : `?${asked}`}`
    const hasBody = method !== 'GET' && method !== 'HEAD'
    const content = hasBody && !isOne(10) ? body() : undefined
    const sent = headers()
    const text = JSON.stringify([
      method,
      address,
      [...sent],
      content instanceof Uint8Array ? [...content] : String(content).slice(0, 2000),
    ])
    const request = new Request(address, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(content !== undefined && { body: content }),
    })
    return {
      request,
      text,
      // Dots lead to another route.
      ...((method === 'GET' || method === 'HEAD') &&
        new URL(address).pathname === path && { read: route.path }),
    }
  }
}

const KEYS = [
  'kind',
  'resource',
  'name',
  'url',
  'slug',
  'changes',
  'evidence',
  'reason',
  'version',
  'id',
  'method',
  'params',
  'data',
  'options',
  'website',
  'stamp',
  'availability',
  'references',
  'selected',
  'step',
  'has',
  'cells.ct',
]

/** As an address holds it. A lone surrogate has no such form. */
const safe = (text: string) => encodeURIComponent(text.toWellFormed())
/** A header holds bytes: workerd warns of any but ASCII. */
const latin = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?').trim()
