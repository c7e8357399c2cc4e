import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserFilesHash, writeBrowserFiles } from '../../../worker/cli/browser-files/write.ts'

const folder = mkdtempSync(join(tmpdir(), 'registry-browser-files-'))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

beforeAll(() => writeBrowserFiles(folder))
afterAll(() => rmSync(folder, { recursive: true }))

const sources = (ending: string) =>
  readdirSync('worker/web', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join('worker/web', name), 'utf8'))

it('the stylesheet has every sheet of the pages', () => {
  const classes = (css: string) =>
    new Set(css.replace(/\/\*.*?\*\//gs, '').match(/\.[a-z][\w-]*(?=[^{}]*\{)/g))
  const written = classes(read('style.css'))
  const missing = sources('.css').flatMap((css) => [...classes(css)].filter((name) => !written.has(name)))
  expect(missing).toEqual([])
})

it('the script has every part, and is one that browsers can read', () => {
  const script = read('script.js')
  const attributes = sources('.client.js').flatMap((code) => code.match(/data-[a-z-]+/g) ?? [])
  expect(attributes.length).toBeGreaterThan(5)
  expect(attributes.filter((name) => !script.includes(name))).toEqual([])
  expect(() => new Function(script)).not.toThrow()
})

it('what is there is not written again, and nothing else is left there', async () => {
  const before = statSync(join(folder, 'style.css')).mtimeMs
  await writeBrowserFiles(folder)
  expect(statSync(join(folder, 'style.css')).mtimeMs).toBe(before)
  expect(readdirSync(folder).sort()).toEqual(['icon.svg', 'prepared', 'script.js', 'style.css'])
  expect(await browserFilesHash()).toMatch(/^[0-9a-f]{64}$/)
})
