// Every route and command that reads, with a request of it and the most rows that D1 may read for that. Cloudflare's free
// plan has 5 million a day. A route without a row fails costs.test.ts; `npm run bench` takes its requests from here.
// Imports nothing of workerd: the bench runs in Node.

import { autocomplete, slashCommand, type Values } from '../discord/protocol/interactions.ts'

export interface Cost {
  /** The route or command that it stands for, and what is asked of it. */
  readonly name: string
  readonly request: { readonly path: string } | { readonly interaction: () => object }
  /** Rows read at release 4.0, and with a thousand resources. */
  readonly most: readonly [number, number]
}

/** "GET /r/:slug": the route, without the patterns of its parts. */
export const routeName = (method: string, path: string) =>
  `${method} ${path.replace(/\{.*?\}(?=\/|$)/g, '').replace(/(?<=.)\/$/, '')}`

const read = (route: string, path: string, ...most: Cost['most']): Cost => ({
  name: `${routeName('GET', route)} ${path}`,
  request: { path },
  most,
})
const command = (name: string, options: Values, ...most: Cost['most']): Cost => ({
  name: `/${name} ${JSON.stringify(options)}`,
  request: { interaction: () => slashCommand(name, options) },
  most,
})
const keystroke = (value: string, ...most: Cost['most']): Cost => ({
  name: `keystroke ${JSON.stringify(value)}`,
  request: { interaction: () => autocomplete('covid-data show', 'resource', { resource: value }) },
  most,
})

const SLUG = 'covid-ct'
const HARVEST = 'metadataPrefix=oai_dc'
const NOTHING = [0, 0] as const

export const COSTS: readonly Cost[] = [
  read('/', '/', 230, 230),
  read('/', '/?ct=yes', 130, 130),
  read('/', '/?ultrasound=yes,unknown&commercial=yes', 130, 130),
  read('/', '/?q=lung+ultrasound', 60, 140),
  read('/', '/?sort=images', 130, 130),
  read('/r/:slug', `/r/${SLUG}`, 90, 90),
  read('/r/:slug', '/r/covid-net-covidx', 90, 90),
  read('/r/:slug/report', `/r/${SLUG}/report`, 20, 20),
  read('/compare', '/compare', 20, 20),
  read('/compare', '/compare?a=covidx-us&b=covidx-ct', 40, 40),
  read('/compare', '/compare?a=covidx-us&b=covidx-ct&c=covid-ct&d=cord-19', 60, 60),
  read('/compare.csv', '/compare.csv?a=covidx-us&b=covidx-ct', 40, 40),
  read('/compare.md', '/compare.md?a=covidx-us&b=covidx-ct', 40, 40),
  read('/history', '/history', 270, 220),
  read('/history', `/history?slug=${SLUG}`, 30, 30),
  read('/about', '/about', 40, 40),
  ...[
    '/submit',
    '/submissions',
    '/docs',
    '/review/sign-in',
    '/review/callback',
    '/review',
    '/review/actions',
    '/review/health',
  ].map((path) => read(path, path, ...NOTHING)),
  ...[
    '/robots.txt',
    '/.well-known/security.txt',
    '/llms.txt',
    '/openapi.json',
    '/v1/resource.schema.json',
  ].map((path) => read(path, path, ...NOTHING)),
  read('/previews/:file', '/previews/nothing.png', ...NOTHING),
  read('/review/deliveries', '/review/deliveries', ...NOTHING),
  read('/review/candidates', '/review/candidates', ...NOTHING),
  read('/review/redact', `/review/redact?resource=${SLUG}`, ...NOTHING),
  read('/review/:reference', '/review/S-7Q4K2', ...NOTHING),
  read('/review/:reference/edit', '/review/S-7Q4K2/edit', ...NOTHING),
  read('/review/:reference/version', '/review/S-7Q4K2/version', ...NOTHING),
  read('/submissions/:id', `/submissions/${'0'.repeat(26)}`, ...NOTHING),
  read('/submissions/:id/feed.atom', `/submissions/${'0'.repeat(26)}/feed.atom`, ...NOTHING),
  read('/mail/:token', `/mail/${'0'.repeat(26)}`, ...NOTHING),
  read('/v1/submissions/:id', `/v1/submissions/${'0'.repeat(26)}`, ...NOTHING),
  read('/v1/submissions/:id/review', `/v1/submissions/${'0'.repeat(26)}/review`, ...NOTHING),
  read('/v1/submissions', '/v1/submissions', ...NOTHING),
  read('/v1/candidates', '/v1/candidates', ...NOTHING),
  read('/v1/submissions/:id/redactions', `/v1/submissions/${'0'.repeat(26)}/redactions`, ...NOTHING),
  read('/v1/resources/:slug/redactions', `/v1/resources/${SLUG}/redactions`, ...NOTHING),
  read('/v1/maintainer-actions', '/v1/maintainer-actions', ...NOTHING),
  read('/v1/resources', '/v1/resources', 40, 40),
  read('/v1/resources', '/v1/resources?limit=100', 120, 120),
  read('/v1/resources', '/v1/resources?q=lung+ultrasound', 50, 70),
  read('/v1/resources', '/v1/resources?ct=yes&xray=unknown', 60, 60),
  read('/v1/resources', '/v1/resources?sort=changed&ct=yes', 60, 60),
  read('/v1/resources', '/v1/resources?access=open&country=DE', 60, 60),
  ...['', '.json', '.jsonld', '.ttl', '.croissant.json', '.bib', '.ris', '.csl'].map((form) =>
    read(`/v1/resources/:slug${form}`, `/v1/resources/${SLUG}${form}`, 20, 20),
  ),
  ...['json', 'ndjson', 'csv', 'excel.csv', 'bib', 'ris', 'csl', 'jsonld', 'ttl', 'md', 'ndjson.sha256'].map(
    (form) => read(`/v1/export.${form}`, `/v1/export.${form}`, 400, 2200),
  ),
  read('/v1/references', '/v1/references', 260, 260),
  read('/v1/changes', '/v1/changes', 60, 60),
  read('/v1/changes', `/v1/changes?slug=${SLUG}`, 30, 30),
  read('/v1/releases', '/v1/releases', 20, 20),
  read('/v1/stats', '/v1/stats', 60, 60),
  read('/v1/compare', '/v1/compare?a=covid-ct&b=cord-19', 50, 50),
  read('/v1/compare', '/v1/compare?a=ct&b=ct', 50, 50),
  read('/v1/lineage', '/v1/lineage', 20, 20),
  ...['cff', 'bib', 'ris', 'csl'].map((form) => read(`/v1/citation.${form}`, `/v1/citation.${form}`, 10, 10)),
  read('/feed.atom', '/feed.atom', 120, 120),
  read('/feed.atom', '/feed.atom?ct=yes', 300, 300),
  read('/sitemap.xml', '/sitemap.xml', 20, 20),
  read('/oai', '/oai?verb=Identify', ...NOTHING),
  read('/oai', `/oai?verb=ListRecords&${HARVEST}`, 230, 230),
  read('/healthz', '/healthz', 20, 20),
  ...['ct', 'x-ray', 'mrt', 'mri', 'ultrasound', 'metadata', 'case-review'].map((type) =>
    command(`covid-data ${type}`, {}, 50, 50),
  ),
  command('covid-data ct', { also: 'x-ray' }, 50, 50),
  command('covid-data ct', { use: 'commercial' }, 50, 50),
  command('covid-data list', {}, 50, 50),
  command('covid-data search', { query: 'lung ultrasound' }, 50, 60),
  command('covid-data search', { query: '10.7937/VTW4-X588' }, 30, 30),
  command('covid-data show', { resource: SLUG }, 40, 40),
  command('covid-data show', { resource: 'COVID-Net' }, 80, 80),
  command('covid-data compare', { a: 'covidx-us', b: 'covidx-ct' }, 40, 40),
  command('covid-data cite', { resource: SLUG }, 40, 40),
  command('covid-data cite', {}, 10, 10),
  command('covid-data report', { resource: SLUG }, 40, 40),
  command('covid-data changes', { resource: SLUG }, 60, 60),
  command('covid-data changes', {}, 40, 40),
  ...['submit', 'my-submissions'].map((name) => command(`covid-data ${name}`, {}, ...NOTHING)),
  command('covid-data help-wanted', {}, 100, 100),
  ...['about', 'help'].map((name) => command(`covid-data ${name}`, {}, 40, 40)),
  command('covid-data forget-me', {}, ...NOTHING),
  read('/privacy', '/privacy', ...NOTHING),
  command('covid-watch list', {}, ...NOTHING),
  keystroke('', 20, 20),
  keystroke('c', 20, 20),
  keystroke('e', 20, 20),
  keystroke('co', 80, 80),
  keystroke('cov', 30, 30),
  keystroke('covid', 30, 30),
  keystroke('lung', 50, 50),
  keystroke('ultra', 50, 100),
  keystroke('unknown', 60, 60),
  keystroke('atlas cohort', 100, 100),
  keystroke('segmentaton', 120, 120),
  keystroke('egmentat', 120, 120),
  keystroke('covid-ct', 30, 30),
  keystroke('zzz', 50, 50),
]
