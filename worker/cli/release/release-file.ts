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

/** The files of the releases in a folder, from the first to the last. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => join(folder, name))

const readRelease = (file: string): ReleaseFile => JSON.parse(readFileSync(file, 'utf8'))

/** The releases in the folder of a file, from the first to this one. @throws Failure where there is no such file. */
export function releasesUpTo(file: string): readonly ReleaseFile[] {
  const all = filesIn(dirname(file))
  const at = all.indexOf(normalize(file))
  if (at < 0) throw new Failure(`${file} is no release: there is no such file.`)
  return all.slice(0, at + 1).map(readRelease)
}

/** @throws Failure where the folder has no release. */
export function latestRelease(folder: string): ReleaseFile {
  const last = filesIn(folder).at(-1)
  if (last === undefined) throw new Failure(`There is no release in ${folder}.`)
  return readRelease(last)
}
