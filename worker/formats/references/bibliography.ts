// The references of one resource or of all, each once, even if several resources cite it.

import { citedReferences, type Reference } from '../../../schema/record/reference.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { ExportFormat, RecordFormat, Writer } from '../catalogue.ts'
import { bibtexEntry } from './bibtex.ts'
import { citeKey } from './cite-key.ts'
import { csl } from './csl.ts'
import { ris } from './ris.ts'
import { unusedNames } from './unused-names.ts'

/** The layout of a list in a format. `unused` returns the wanted name or, where it is taken, a similar one. */
interface Layout {
  readonly head: string
  readonly item: (reference: Reference, unused: (wanted: string) => string) => string
  readonly between: string
  readonly tail: string
}

const BIBTEX: Layout = {
  head: '',
  item: (reference, unused) => `${bibtexEntry(reference, unused(citeKey(reference)))}\n`,
  between: '\n',
  tail: '',
}

const RIS: Layout = { head: '', item: ris, between: '', tail: '' }

/** An array of items (csl-data.json 1.0.2). */
const CSL: Layout = {
  head: '[',
  item: (reference, unused) => `\n${csl({ ...reference, id: unused(reference.id) })}`,
  between: ',',
  tail: '\n]\n',
}

export const bibtexExport: ExportFormat = () => list(BIBTEX)
export const risExport: ExportFormat = () => list(RIS)
export const cslExport: ExportFormat = () => list(CSL)

export const bibtexRecord: RecordFormat = (resource) => listOfOne(BIBTEX, resource)
export const risRecord: RecordFormat = (resource) => listOfOne(RIS, resource)
export const cslRecord: RecordFormat = (resource) => listOfOne(CSL, resource)

function list({ head, item, between, tail }: Layout): Writer {
  const written = new Set<string>()
  const unused = unusedNames()
  return {
    head: () => head,
    row(resource) {
      // A resource that is cited itself must not collide with a reference whose id equals its slug.
      const kind = resource.references.length > 0 ? 'reference' : 'resource'
      return citedReferences(resource)
        .map((reference) => {
          const identity = `${kind} ${reference.id}`
          if (written.has(identity)) return ''
          const separator = written.size === 0 ? '' : between
          written.add(identity)
          return separator + item(reference, unused)
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
