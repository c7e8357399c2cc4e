// Which addresses are the same page of a repository of code.

import type { Rule } from './host-rule.ts'

/** `github.com/o/r`, and a folder or file in it without the branch where that is the usual one. */
export const repository: Rule = ({ host, path: [owner, name = '', kind, ...rest] }) => {
  if (owner === undefined || name === '' || FORGE_PAGES.has(owner)) return undefined
  const home = `${host}/${owner}/${name.replace(/\.git$/, '')}`
  if (kind === 'releases' && (rest[0] === 'tag' || rest[0] === 'download') && rest[1] !== undefined)
    return `${home}/releases/tag/${rest[1]}`
  return kind === 'tree' || kind === 'blob' || kind === 'raw' ? inRepository(home, rest) : home
}

/** Of GitHub's own: no owner is called so. */
export const FORGE_PAGES: ReadonlySet<string> = new Set([
  'orgs',
  'topics',
  'search',
  'marketplace',
  'sponsors',
  'settings',
  'features',
  'about',
])
const USUAL_BRANCHES = new Set(['main', 'master', 'head'])
const START_PAGE = /^(?:readme|index)\b/

function inRepository(home: string, parts: readonly string[]): string {
  const [branch = 'head', ...file] = parts[0] === 'refs' ? parts.slice(2) : parts
  const tree = `${home}/tree/${USUAL_BRANCHES.has(branch) ? 'head' : branch}`
  if (file.length === 0) return home
  return file.length === 1 && START_PAGE.test(file[0] ?? '') ? home : [tree, ...file].join('/')
}

/** `raw.githubusercontent.com/o/r/branch/file`, also with `refs/heads` before the branch, and with `media` before all. */
export const rawFile: Rule = ({ path }) => {
  const [owner, name, ...rest] = path[0] === 'media' ? path.slice(1) : path
  if (owner === undefined || name === undefined) return undefined
  return inRepository(`github.com/${owner}/${name}`, rest)
}

/** Pages that show a repository of GitHub at the path that it has there: of Colab, nbviewer and the like. */
export const viewerOfRepository: Rule = ({ path, ...rest }) =>
  path[0] === 'github' ? repository({ ...rest, host: 'github.com', path: path.slice(1) }) : undefined

/** `api.github.com/repos/o/r`, and a file at `contents`. */
export const apiOfRepository: Rule = ({ path: [kind, owner, name, page, ...file] }) => {
  if (kind !== 'repos' || owner === undefined || name === undefined) return undefined
  return inRepository(`github.com/${owner}/${name}`, page === 'contents' ? ['head', ...file] : [])
}

/** `cdn.jsdelivr.net/gh/o/r@branch/file`. */
export const jsDelivr: Rule = ({ path: [kind, owner, named = '', ...file] }) => {
  const [name = '', branch = 'head'] = named.split('@')
  if (kind !== 'gh' || owner === undefined || name === '') return undefined
  return inRepository(`github.com/${owner}/${name}`, [branch, ...file])
}

export const archiveOfRepository: Rule = ({ path: [owner, name] }) => name && `github.com/${owner}/${name}`

/** A group may have groups in it; what follows the dash is a page of the project. */
export const gitlab: Rule = ({ host, path: given }) => {
  const path = given.join('/').startsWith('api/v4/projects/') ? given.slice(3) : given
  const dash = path.findIndex((part) => part === '-' || (path !== given && part === 'repository'))
  const project = (dash < 0 ? path : path.slice(0, dash)).join('/').replace(/\.git$/, '')
  const [kind, ...rest] = dash < 0 ? [] : path.slice(dash + 1)
  if (project === '') return undefined
  return kind === 'tree' || kind === 'blob' || kind === 'raw'
    ? inRepository(`${host}/${project}`, rest)
    : `${host}/${project}`
}

export const bitbucket: Rule = ({ host, path: [owner, name] }) =>
  name && `${host}/${owner}/${name.replace(/\.git$/, '')}`
