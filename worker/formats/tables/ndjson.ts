import type { ExportFormat } from '../catalogue.ts'
import { jsonLine } from './json-line.ts'

/** One resource a line (https://github.com/ndjson/ndjson-spec). */
export const ndjson: ExportFormat = () => ({
  head: () => '',
  row: (resource) => `${jsonLine(resource)}\n`,
  tail: () => '',
})
