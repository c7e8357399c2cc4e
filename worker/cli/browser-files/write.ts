// The stylesheet, the script and the icon of all pages. Cloudflare serves them without asking the Worker, which has them
// neither in its bundle nor among its requests.

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { ROOT } from '../local/wrangler.ts'
import { ICON } from './icon.ts'

const PAGES = join(ROOT, 'worker/web')
const FOLDER = join(ROOT, 'worker/static')

/** Later rules win, so the sheets of single pages come after the shared ones. */
const SHEETS = [
  ...['base', 'frame', 'parts'].map((name) => `assets/style/${name}`),
  'parts/decision',
  'assets/style/forms',
  ...['table', 'rows', 'facets', 'print'].map((name) => `table/${name}`),
  ...['resource/resource', 'resource/get', 'resource/facts/facts', 'resource/lineage/lineage'],
  ...['compare/compare', 'history/history', 'about/about', 'submit/submit'],
  ...['review/sign-in/sign-in', 'review/review', 'review/queue/queue', 'review/submission/submission'],
  ...['docs/docs', 'docs/contents'],
]

/** Each part does nothing on a page without its elements. */
const SCRIPTS = ['live', 'copy', 'form', 'review']

const read = (path: string) => readFileSync(join(PAGES, path), 'utf8')

/** A block keeps the names of each part from the others. */
const inOwnBlock = (name: string) => `{\n${read(`assets/script/${name}.client.js`)}}`

const smaller = (text: string, loader: 'css' | 'js') =>
  transformSync(text, { loader, minify: true, charset: 'utf8' }).code

const FILES: Readonly<Record<string, () => string>> = {
  'style.css': () => smaller(SHEETS.map((name) => read(`${name}.css`)).join(''), 'css'),
  'script.js': () => smaller(SCRIPTS.map(inOwnBlock).join('\n'), 'js'),
  'icon.svg': () => ICON,
}

/** The same for the same files: with another one there is something to deploy. */
export function browserFilesHash(): string {
  const hash = createHash('sha256')
  for (const make of Object.values(FILES)) hash.update(make())
  return hash.digest('hex')
}

/** Writes what is not there yet. Several commands may do so at once, and none must read half a file. */
export function writeBrowserFiles(folder = FOLDER): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, make] of Object.entries(FILES)) {
    const file = join(folder, name)
    const content = make()
    if (textOf(file) === content) continue
    const beside = `${file}.${process.pid}`
    writeFileSync(beside, content)
    renameSync(beside, file)
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
