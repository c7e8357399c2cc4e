// The documents hold what they say: links lead somewhere, commands exist, and the README stays short.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const DOCUMENTS = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(file) && !file.includes('golden/'))

const read = (file: string) => readFileSync(file, 'utf8')

/** Headings as the anchors that GitHub makes of them: lower case, no punctuation, hyphens for spaces. */
const anchorsOf = (file: string) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The links of a document that lead into this repository. */
const linksIn = (file: string) =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))

const brokenLinks = (file: string) =>
  linksIn(file).filter((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? file : join(dirname(file), path)
    if (!existsSync(target)) return true
    if (anchor === undefined) return false
    return !anchorsOf(target.endsWith('.md') ? target : join(target, 'README.md')).includes(anchor)
  })

describe.each(DOCUMENTS)('%s', (file) => {
  it('links to what is there', () => {
    expect(brokenLinks(file)).toEqual([])
  })

  it('names npm scripts that exist', () => {
    const named = [...read(file).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, script]) => script,
    )
    expect(named.filter((script) => !Object.hasOwn(manifest.scripts, script ?? ''))).toEqual([])
  })

  it('names files of ours that exist', () => {
    const named = [...read(file).matchAll(/`((?:schema|bot|worker|test)\/[\w./-]*\w)`/g)].map(
      ([, path]) => path,
    )
    expect(named.filter((path) => !existsSync(path ?? ''))).toEqual([])
  })
})

describe('the README', () => {
  it('has at most 200 lines', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200)
  })

  it('links to every room', () => {
    const linked = linksIn('README.md').map((link) => link.split('#')[0])
    const others = DOCUMENTS.filter((file) => file !== 'README.md')
    expect(others.filter((file) => !linked.includes(file))).toEqual([])
  })
})
