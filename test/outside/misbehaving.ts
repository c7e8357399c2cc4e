// Sites that misbehave, each in a way of its own: `https://{way}.misbehaving.org/`.

import { constants, deflateRawSync } from 'node:zlib'
import type { Site } from './site.ts'

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }
const head = (title: string) => `<!doctype html><title>${title}</title>`

const redirect =
  (location: string | undefined, status = 302): Site =>
  (_, response) =>
    void response.writeHead(status, location === undefined ? {} : { Location: location }).end()

const says =
  (body: string | Buffer, headers: Record<string, string | string[]> = HTML, status = 200): Site =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)

/** Answers with bytes that are no HTTP, or not enough of it, and hangs up. */
const bytes =
  (text: string, end = true): Site =>
  (request) => {
    request.socket.write(text)
    if (end) request.socket.end()
  }

/** Writes the same again and again until the other side hangs up. */
const endless =
  (chunk: string, everyMs: number): Site =>
  (request, response) => {
    response.writeHead(200, HTML)
    const timer = setInterval(() => response.write(chunk), everyMs)
    request.socket.once('close', () => clearInterval(timer))
  }

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const jsonLd = (text: string) => `${head('Page')}<script type="application/ld+json">${text}</script>`

/** 200 MiB of one letter, a block a mebibyte: to pack them whole would take seconds. It ends where nobody reads to. */
const bomb = Buffer.concat([
  Buffer.from('1f8b08000000000000ff', 'hex'),
  ...(Array.from({ length: 200 }).fill(
    deflateRawSync(Buffer.alloc(1024 * 1024, 'x'), { finishFlush: constants.Z_FULL_FLUSH }),
  ) as Buffer[]),
])

const WAYS = {
  'no-answer': () => {},
  'hangs-up': (request) => void request.socket.destroy(),
  'hangs-up-halfway': bytes('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf'),
  'hangs-up-in-headers': bytes('HTTP/1.1 200 OK\r\nContent-Ty'),
  'no-http': bytes('220 mail.example ESMTP\r\n'),
  'bad-chunks': bytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nnot a length'),
  'two-lengths': bytes('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello'),
  'status-without-end': bytes('HTTP/1.1 200 OK\r\n', false),
  'endless-body': endless('<p>more</p>'.repeat(2000), 1),
  'slow-drip': endless('.', 100),
  'giant-header': says('ok', { ...HTML, 'X-Giant': 'x'.repeat(300_000) }),
  'many-headers': says('ok', {
    ...HTML,
    ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`X-${i}`, 'x'])),
  }),
  'gzip-bomb': says(bomb, { ...HTML, 'Content-Encoding': 'gzip' }),
  'broken-gzip': says('this is no gzip', { ...HTML, 'Content-Encoding': 'gzip' }),
  'unknown-encoding': says(head('Encoded'), { ...HTML, 'Content-Encoding': 'x-own' }),
  'to-itself': (_, response, url) => void response.writeHead(302, { Location: url.href }).end(),
  'to-and-fro': (_, response, url) =>
    void response.writeHead(302, { Location: url.pathname === '/' ? '/other' : '/' }).end(),
  'ever-further': (_, response, url) =>
    void response.writeHead(302, { Location: `/${Number(url.pathname.slice(1)) + 1}` }).end(),
  'to-loopback': redirect('http://127.0.0.1:8787/'),
  'to-localhost': redirect('http://localhost/'),
  'to-hexadecimal': redirect('http://0x7f.1/'),
  'to-decimal': redirect('http://2130706433/'),
  'to-private': redirect('http://10.0.0.1/admin'),
  'to-metadata-service': redirect('http://169.254.169.254/latest/meta-data/'),
  'to-ipv6-loopback': redirect('http://[::1]/'),
  'to-mapped-ipv6': redirect('http://[::ffff:10.0.0.1]/'),
  'to-internal-name': redirect('http://router.local/'),
  'to-single-label': redirect('http://intranet/'),
  'to-file': redirect('file:///etc/passwd'),
  'to-script': redirect('javascript:alert(1)'),
  'to-data': redirect('data:text/html,hello'),
  'to-password': redirect('https://user:secret@pages.misbehaving.org/'),
  'to-nowhere': redirect('http://'),
  'to-disguised': redirect('https://github.com%2epages.misbehaving.org/'),
  'without-location': redirect(undefined),
  'empty-location': redirect(''),
  'relative-location': (_, response, url) =>
    url.pathname === '/here'
      ? void response.writeHead(200, HTML).end(head('Arrived'))
      : void response.writeHead(307, { Location: 'here' }).end(),
  'down-to-http': redirect('http://relative-location.misbehaving.org/here', 301),
  'many-choices': redirect('https://relative-location.misbehaving.org/here', 300),
  'wrong-encoding': says(Buffer.from([0x3c, 0x74, 0x69, 0x74, 0x6c, 0x65, 0x3e, 0xff, 0xfe, 0xc3]), {
    'Content-Type': 'text/html; charset=klingon',
  }),
  'no-type': says(head('Untyped'), {}),
  'binary-as-html': says(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))),
  'zip-as-zip': says(Buffer.alloc(100_000), { 'Content-Type': 'application/zip' }),
  'unclosed-html': says('<title>Never closed<meta name=description content="'.repeat(500)),
  'deep-html': says(`${head('Deep')}${'<div>'.repeat(50_000)}`),
  'broken-json-ld': says(jsonLd('{"@type":"Dataset","name":')),
  'deep-json-ld': says(jsonLd(nested(20_000))),
  'proto-json-ld': says(
    jsonLd('{"@type":"Dataset","__proto__":{"name":"x"},"name":{"constructor":1},"license":[[[]]]}'),
  ),
  'many-json-ld': says(jsonLd('{"@type":"Dataset","name":"One of many"}').repeat(3000)),
  'long-texts': says(
    jsonLd(
      JSON.stringify({ '@type': 'Dataset', name: 'n'.repeat(100_000), description: 'd '.repeat(90_000) }),
    ),
  ),
  'invisible-texts': says(
    jsonLd(JSON.stringify({ '@type': 'Dataset', name: 'Da\u202Eta', description: 'a\u200Bb' })),
  ),
  'markup-in-texts': says(
    jsonLd(
      JSON.stringify({
        '@type': 'Dataset',
        name: '<img src=x onerror=alert(1)>Lungs',
        description: '[x](javascript:alert(1)) @everyone',
      }),
    ),
  ),
  'dates-of-no-calendar': says(
    jsonLd(
      '{"@type":"Dataset","name":"Dated","datePublished":"yesterday","dateModified":"2020-99-99","version":-0}',
    ),
  ),
  'no-content': (_, response) => void response.writeHead(204).end(),
  'not-modified': (_, response) => void response.writeHead(304).end(),
  'unheard-of-status': (_, response) => void response.writeHead(599, HTML).end('?'),
  forbidden: says('Are you human?', HTML, 403),
  'too-many-requests': says('Later', { ...HTML, 'Retry-After': '3600' }, 429),
  broken: says('Oops', HTML, 500),
  'not-found': says(head('Not found'), HTML, 404),
  gone: says('Gone', HTML, 410),
  'refuses-head': (request, response) =>
    void response.writeHead(request.method === 'HEAD' ? 405 : 200, HTML).end(head('There')),
  'ignores-range': says(head('Whole').padEnd(2_000_000, ' ')),
} satisfies Record<string, Site>

export type Way = keyof typeof WAYS

export const MISBEHAVING = Object.fromEntries(
  Object.entries(WAYS).map(([way, site]) => [`${way}.misbehaving.org`, site]),
)
