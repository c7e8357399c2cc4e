import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { ExportFormat } from '../catalogue.ts'
import { jsonLine } from './json-line.ts'

/** One document, shaped like a page of the list that has all items, so that whoever reads pages reads this too. */
export const jsonExport: ExportFormat = ({ asOf: { sequence, changedAt, release } }) => {
  const state = { sequence, changedAt, release: release?.version }
  let due = ''
  return {
    head: () => `{"title":${jsonLine(REGISTRY.title)},"state":${jsonLine(state)},"items":[`,
    row(resource) {
      // One resource a line: what changed between two downloads is what differs between their lines.
      const row = `${due}\n${jsonLine(resource)}`
      due = ','
      return row
    },
    tail: () => '\n],"nextCursor":null}\n',
  }
}
