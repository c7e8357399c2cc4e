// The stylesheet, the script and the icon of all pages, which Cloudflare serves without asking the Worker, and the texts that
// the Worker reads there (worker/http/prepared.ts). Nothing that makes them is in its bundle.

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, transformSync } from 'esbuild'
import { ROOT } from '../local/wrangler.ts'
import { ICON } from './icon.ts'

const PAGES = join(ROOT, 'worker/web')
export const FOLDER = join(ROOT, 'worker/static')

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

/** What the code of the Worker makes: bundled as it is, since Node reads no JSX. */
async function preparedFiles(): Promise<Readonly<Record<string, string>>> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'prepared-texts.ts')],
    ...{ bundle: true, write: false, format: 'esm', platform: 'node', target: 'es2024' },
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const { preparedTexts } = await import(`data:text/javascript;base64,${code}`)
  return preparedTexts()
}

/** Each file by its path, which begins with a slash. */
const makeFiles = async (): Promise<Readonly<Record<string, string>>> => ({
  '/style.css': smaller(SHEETS.map((name) => read(`${name}.css`)).join(''), 'css'),
  '/script.js': smaller(SCRIPTS.map(inOwnBlock).join('\n'), 'js'),
  '/icon.svg': ICON,
  ...(await preparedFiles()),
})

/** The same for the same files: with another one there is something to deploy. */
export async function browserFilesHash(): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await makeFiles()))
    .digest('hex')
}

/** Writes what is not there yet. Several commands may do so at once, and none must read half a file. */
export async function writeBrowserFiles(folder = FOLDER): Promise<void> {
  for (const [path, content] of Object.entries(await makeFiles())) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
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
