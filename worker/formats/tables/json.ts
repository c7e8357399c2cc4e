import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { ExportFormat } from '../catalogue.ts'
import { jsonLine } from './json-line.ts'

/** One document in the shape of a list page with all items, so that programs that read pages can read it. */
export const jsonExport: ExportFormat = ({ asOf: { sequence, changedAt, release } }) => {
  const state = { sequence, changedAt, release: release?.version }
  let comma = ''
  return {
    head: () => `{"title":${jsonLine(REGISTRY.title)},"state":${jsonLine(state)},"items":[`,
    row(resource) {
      // One resource a line, so that a line diff shows what changed between two downloads.
      const row = `${comma}\n${jsonLine(resource)}`
      comma = ','
      return row
    },
    tail: () => '\n],"nextCursor":null}\n',
  }
}
