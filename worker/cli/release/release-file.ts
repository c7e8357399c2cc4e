import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Failure } from '../../../bot/cli/failure.ts'
import type { StoredRecord } from '../../../schema/record/stored-record.ts'
import type { Reference } from '../../../schema/record/works/reference.ts'
import type { Release } from '../../../schema/verbs/as-of.ts'

/** A release as a file of schema/survey: the registry's own records as of it, with their claims. */
export interface ReleaseFile {
  readonly release: Omit<Release, 'resources'>
  /** The reason of each of its changes. */
  readonly reason: string
  /** References in a printed list of its own, whether a record cites them or not. */
  readonly references?: readonly Reference[]
  /** Records at another version than in the release before are its changes, in the order of `updatedAt`. */
  readonly items: readonly StoredRecord[]
}

/** The releases in the folder of a file, from the first to this one. @throws Failure where there is no such file. */
export function releasesUpTo(file: string): readonly ReleaseFile[] {
  const folder = dirname(file)
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name))
  const at = all.indexOf(normalize(file))
  if (at < 0) throw new Failure(`${file} is no release: there is no such file.`)
  return all.slice(0, at + 1).map((name) => JSON.parse(readFileSync(name, 'utf8')))
}
