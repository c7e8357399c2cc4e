// The report as Markdown: a table of all cases, in each cell a figure for each size.

import { HOURLY_REQUESTS } from '../../worker/jobs/hourly.ts'
import { QUERY_LIMIT } from '../../worker/registry/database.ts'
import { JOB_COSTS, JOB_SIZES } from '../scale/job-costs.ts'
import type { Report, Size } from './bench.ts'
import { short, timesFloor } from './figures.ts'
import { BROKEN_OFF } from './load.ts'
import type { Row } from './measure.ts'

const kibibytes = (bytes: number) => `${short(bytes / 1024)} KiB`

export function resultsText({ at, machine, load, bundle, startUpMs, sizes, jobs }: Report): string {
  return `${[
    '# What the bench measured last',
    `${at}, ${machine}, load ${short(load)} before it began. \`npm run bench -- --write\` repeats it and writes this file; [test/README.md](../README.md) says how it measures.`,
    'Times are milliseconds on the machine it ran on, so only ratios can be compared with another run; a load above the number of cores means that others used it too, and then a time may be several times what it is alone. The floor is a Worker that verifies the signature, reads one row of D1 and answers JSON; “× floor” is a multiple of its median, asked in turn with each case, and of its CPU. CPU is processor time of workerd a request, D1 included; on Cloudflare D1 has a machine of its own.',
    `Each cell has a figure for each size: ${sizes.map(({ resources }) => resources.toLocaleString('en')).join(' / ')} resources.`,
    '## Size and start',
    `The bundle has ${kibibytes(bundle.raw)}, ${kibibytes(bundle.gzipped)} gzipped. To load it takes ${short(startUpMs)} ms of processor time more than an empty Worker.`,
    table(
      ['part', 'minified'],
      [...bundle.parts].slice(0, LARGEST).map(([part, bytes]) => [part, kibibytes(bytes)]),
    ),
    '## The same question',
    'What `/covid-data ultrasound` takes here, with its totals, filters, notes and buttons, and what a first version of a bot takes that answers five lines of text.',
    casesTable(sizes, ({ floor, rivals, rows }) => [
      floor,
      ...rivals,
      ...rows.filter(({ name }) => name.startsWith('/covid-data ultrasound')),
    ]),
    '## Every case',
    casesTable(sizes, ({ rows }) => rows),
    '## Downloads',
    'How soon the first of each comes, and how long the whole takes. What takes longer than a second and a half is asked for once.',
    table(['download', 'bytes', 'first byte', 'whole'], downloadsOf(sizes)),
    '## Jobs',
    `What a run of each took, as [scale/jobs.test.ts](../scale/jobs.test.ts) has it, which also holds the most that it may take: ${HOURLY_REQUESTS} requests to other sites, ${QUERY_LIMIT} queries, and the rows in brackets.`,
    table(
      ['job', 'resources', 'requests', 'queries', 'rows read', 'rows written'],
      jobs.map(({ name, size, requests, queries, rowsRead, rowsWritten }) => [
        ...[name, short(size), short(requests), short(queries)],
        `${short(rowsRead)} (${short(JOB_COSTS[name].read[JOB_SIZES.indexOf(size)])})`,
        `${short(rowsWritten)} (${short(JOB_COSTS[name].written)})`,
      ]),
    ),
  ].join('\n\n')}\n`
}
const LARGEST = 25

const downloadsOf = (sizes: readonly Size[]) =>
  (sizes[0]?.rows ?? []).flatMap(({ name }, i) => {
    const rows = sizes.flatMap(({ rows }) => rows[i] ?? [])
    const cell = (figure: (row: Row) => number) => joined(rows.map((row) => short(figure(row))))
    return name.startsWith('GET /v1/export.')
      ? [
          [
            `\`${name}\``,
            cell(({ bytes }) => bytes),
            cell(({ firstByte }) => firstByte),
            cell(({ p50 }) => p50),
          ],
        ]
      : []
  })

const HEAD = [
  ...['case', 'D1 trips', 'rows read', 'rows written', 'bytes'],
  ...['p50', '× floor', 'p99', 'requests/s, 1 at a time', 'requests/s, 16 at a time', 'CPU', '× floor'],
]

function casesTable(sizes: readonly Size[], rowsOf: (size: Size) => readonly Row[]): string {
  const [first] = sizes
  const columns = sizes.map((size) => ({ floor: size.floor, rows: rowsOf(size) }))
  return table(
    HEAD,
    (first ? rowsOf(first) : []).map(({ name }, i) => {
      const all = columns.flatMap(({ floor, rows }) => {
        const row = rows[i]
        return row ? [{ row, floor }] : []
      })
      const cell = (figure: (row: Row, floor: Row) => number | undefined) =>
        joined(all.map(({ row, floor }) => short(figure(row, floor))))
      return [
        `\`${name.replaceAll('|', '\\|')}\`${noteOf(all.map(({ row }) => row))}`,
        ...[cell(({ d1 }) => d1?.trips), cell(({ d1 }) => d1?.read), cell(({ d1 }) => d1?.written)],
        cell(({ bytes }) => bytes),
        ...[cell(({ p50 }) => p50), cell(({ p50, floor }) => timesFloor(p50, floor))],
        ...[cell(({ p99 }) => p99), cell(({ alone }) => alone), cell(({ together }) => together)],
        cell(({ cpu }) => cpu),
        cell(({ cpu }, { cpu: least }) => cpu && least && timesFloor(cpu, least)),
      ]
    }),
  )
}

/** One figure where it is the same at every size. */
const joined = (figures: readonly string[]): string =>
  new Set(figures).size === 1 ? (figures[0] ?? '') : figures.join(' / ')

const statusText = (status: number) => (status === BROKEN_OFF ? 'broken off' : String(status))

function noteOf(rows: readonly Row[]): string {
  const statuses = [...new Set(rows.map(({ status }) => status))]
  const failed = rows.map(({ failed }) => failed)
  const notes = [
    ...(statuses.some((status) => status !== 200) ? [statuses.map(statusText).join(' / ')] : []),
    ...(failed.some((count) => count > 0) ? [`failed ${failed.join(' / ')}`] : []),
    ...(rows.some(({ isDeferred }) => isDeferred) ? ['deferred'] : []),
  ]
  return notes.map((note) => `, ${note}`).join('')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
