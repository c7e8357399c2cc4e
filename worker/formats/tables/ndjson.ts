import type { ExportFormat } from '../catalogue.ts'
import { jsonLine } from './json-line.ts'

/** A resource a line and nothing else, to be read line by line (https://github.com/ndjson/ndjson-spec). */
export const ndjson: ExportFormat = () => ({
  head: () => '',
  row: (resource) => `${jsonLine(resource)}\n`,
  tail: () => '',
})
