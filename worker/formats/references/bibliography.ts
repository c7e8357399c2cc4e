// What to cite for one resource or for all: each data set, then the works about it, each once.

import type { Resource } from '../../../schema/record/resource.ts'
import { citedWorks, type Work } from '../../../schema/record/works/cited-works.ts'
import type { ExportFormat, RecordFormat, Writer } from '../catalogue.ts'
import { bibtexEntry } from './bibtex.ts'
import { citeKey } from './cite-key.ts'
import { csl } from './csl.ts'
import { ris } from './ris.ts'
import { unusedNames } from './unused-names.ts'

/** The layout of a list in a format. `unused` returns the wanted name or, where it is taken, a similar one. */
interface Layout {
  readonly head: string
  readonly item: (work: Work, unused: (wanted: string) => string) => string
  readonly between: string
  readonly tail: string
}

const BIBTEX: Layout = {
  head: '',
  item: (work, unused) => `${bibtexEntry(work, unused(citeKey(work)))}\n`,
  between: '\n',
  tail: '',
}

const RIS: Layout = { head: '', item: ris, between: '', tail: '' }

/** An array of items (csl-data.json 1.0.2). */
const CSL: Layout = {
  head: '[',
  item: (work, unused) => `\n${csl({ ...work, id: unused(work.id) })}`,
  between: ',',
  tail: '\n]\n',
}

export const bibtexExport: ExportFormat = () => list(BIBTEX)
export const risExport: ExportFormat = () => list(RIS)
export const cslExport: ExportFormat = () => list(CSL)

export const bibtexRecord: RecordFormat = (resource) => listOfOne(BIBTEX, resource)
export const risRecord: RecordFormat = (resource) => listOfOne(RIS, resource)
export const cslRecord: RecordFormat = (resource) => listOfOne(CSL, resource)

/** Works as one document in a format. */
const document = (layout: Layout, works: readonly Work[]): string => {
  const unused = unusedNames()
  return layout.head + works.map((work) => layout.item(work, unused)).join(layout.between) + layout.tail
}

export const bibtexList = (works: readonly Work[]): string => document(BIBTEX, works)
export const risList = (works: readonly Work[]): string => document(RIS, works)
export const cslList = (works: readonly Work[]): string => document(CSL, works)

function list({ head, item, between, tail }: Layout): Writer {
  const written = new Set<string>()
  const unused = unusedNames()
  return {
    head: () => head,
    row(resource) {
      return citedWorks(resource)
        .map((work, i) => {
          // A data set must not collide with a reference whose id equals its slug.
          const identity = `${i === 0 ? 'data set' : 'reference'} ${work.id}`
          if (written.has(identity)) return ''
          const separator = written.size === 0 ? '' : between
          written.add(identity)
          return separator + item(work, unused)
        })
        .join('')
    },
    tail: () => tail,
  }
}

function listOfOne(layout: Layout, resource: Resource): string {
  const { head, row, tail } = list(layout)
  return head() + row(resource) + tail()
}
