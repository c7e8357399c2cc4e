import type { Resource } from '../../../schema/record/resource.ts'
import { oneLine } from '../../../schema/text/one-line.ts'
import type { AsOf } from '../../../schema/verbs/as-of.ts'
import { type Availability, DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { ExportFormat } from '../catalogue.ts'
import { ended, sentence } from '../description.ts'
import { describeAnnotations, describeDownload, describeSize, describeUse } from '../fact-text.ts'

/** The survey's legend. */
const LETTERS = { yes: 'Y', no: 'N', unknown: 'U' } satisfies Record<Availability, string>

const COLUMNS = ['Name', ...DATA_TYPES.map(({ label }) => label), 'Organisation']

/**
 * The survey's Table 1 in GitHub Flavored Markdown, with the legend and the as-of date below; then a list of what else
 * decides whether a resource is of use, where that is recorded.
 */
export const markdown: ExportFormat = ({ asOf }) => {
  const others: string[] = []
  return {
    head: () => line(COLUMNS) + line(COLUMNS.map(() => '---')),
    row(resource) {
      const { name, availability, organization } = resource
      const facts = otherFacts(resource)
      if (facts.length > 0) others.push(`- **${plainText(name)}**: ${facts.map(plainText).join(' ')}\n`)
      return line([
        plainText(name),
        ...DATA_TYPES.map(({ key }) => LETTERS[availability[key]]),
        plainText(organization),
      ])
    },
    tail: () =>
      [
        `\nY: yes. N: no. U: unknown, not recorded.\n${asOfText(asOf)}\n`,
        ...(others.length > 0 ? ['\n', ...others] : []),
      ].join(''),
  }
}

const otherFacts = (resource: Resource): string[] => [
  ...(resource.description === null ? [] : [ended(resource.description)]),
  ...sentence('Use', describeUse(resource)),
  ...sentence('Annotations', describeAnnotations(resource)),
  ...sentence('Size', describeSize(resource.counts)),
  ...sentence('Download', describeDownload(resource)),
]

export function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

/**
 * Escapes characters that would begin markup (GFM 0.29, 6.1), and no others, because people read the source too. `&`
 * begins an entity (6.2), `www.` and `://` an autolink (6.9). No escape keeps an e-mail address from being linked.
 */
export function plainText(text: string): string {
  return oneLine(text).replace(/[\\`*_~[\]<>|$]|&(?=[a-z#])|(?<=www)\.|:(?=\/\/)/gi, '\\$&')
}

export function asOfText({ sequence, changedAt, release }: AsOf): string {
  const change = `As of change ${sequence}${changedAt === undefined ? '' : `, ${changedAt}`}`
  return release === undefined
    ? `${change}.`
    : `${change}; the latest release is ${plainText(release.version)}.`
}
