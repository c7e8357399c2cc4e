// The preview that Discord draws for a link to a page: Discord's components as JSON in the page's head.
//
// One container (17) with texts (10) and a row (1) of link buttons (2). Discord ignores the whole preview where a
// component has another key, or the JSON is too long.

import { link, plain } from '../../bot/cards/kit/markdown.ts'
import { english } from '../../bot/languages/index.ts'
import { cellsText } from '../../bot/languages/values.ts'
import { caveatsOf, isDoubtful } from '../../schema/record/caveats.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { Overview } from '../../schema/verbs/catalogue.ts'
import { AVAILABILITY, DATA_TYPES, REGISTRY } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS } from '../../schema/words.ts'
import {
  describeAnnotations,
  describeDownload,
  describeLicense,
  describeSize,
  describeUse,
} from './fact-text.ts'
import { embeddable } from './linked-data/embeddable.ts'
import { jsonLine } from './tables/json-line.ts'

/** The limit for the whole JSON, including its escapes. */
const MAX_BYTES = 3000
/** A longer address would leave no room for the texts. */
const MAX_ADDRESS_LENGTH = 300
/** The blue of the icon. */
export const ACCENT = 0x2b7fa3

interface Button {
  readonly label: string
  readonly url: string
}

/** The lengths of a text to try, in UTF-16 units: the first fits all real records, the last any record. */
const TEXT_LENGTHS = [200, 80, 40, 20] as const

/** The preview of a resource. A button needs an absolute address. */
export function resourceEmbed(record: Resource, address: string | undefined): string | undefined {
  const facts: readonly (readonly [label: string, text: string | undefined])[] = [
    ['Licence', describeLicense(record) ?? 'not recorded'],
    ['Use', describeUse(record)],
    ['Access', ACCESS_WORDS[record.access]],
    ['Annotations', describeAnnotations(record)],
    ['Size', describeSize(record.counts)],
    ['Download', describeDownload(record)],
  ]
  return longestFitting(
    (maxLength) => {
      const name =
        address === undefined ? plain(record.name, maxLength) : link(record.name, address, maxLength)
      return [
        `### ${name}\n${plain(record.organization, maxLength)}`,
        ...(record.description === null ? [] : [plain(record.description, 2 * maxLength)]),
        cellsText(english, record.availability),
        facts
          .flatMap(([label, text]) => (text === undefined ? [] : [`**${label}** ${plain(text, maxLength)}`]))
          .join('\n'),
      ]
    },
    buttonsOf(address, 'All that is known', record),
  )
}

/** The preview of the registry: its title and its counts. */
export function registryEmbed(
  { resources, totals }: Pick<Overview, 'resources' | 'totals'>,
  address: string | undefined,
): string | undefined {
  const title = address === undefined ? REGISTRY.title : link(REGISTRY.title, address, 200)
  const counts = DATA_TYPES.map(
    ({ key, label }) =>
      `**${label}** ${AVAILABILITY.map((value) => `${totals[key][value]} ${value}`).join(' · ')}`,
  )
  return longestFitting(
    () => [`### ${title}\n${resources} resources`, counts.join('\n')],
    buttonsOf(address, 'Open the table'),
  )
}

function buttonsOf(address: string | undefined, label: string, record?: Resource): Button[] {
  if (address === undefined) return []
  const data = record && URL.canParse(record.url) ? new URL(record.url).href : ''
  return [
    { label, url: address },
    ...(record && record.status !== 'removed' && /^https?:/.test(data) && data.length <= MAX_ADDRESS_LENGTH
      ? [{ label: isDoubtful(caveatsOf(record)) ? 'Open its page' : 'Go to the data', url: data }]
      : []),
  ]
}

/** The embed with the longest texts that fit; undefined where none fits. */
function longestFitting(
  texts: (maxLength: number) => readonly string[],
  buttons: readonly Button[],
): string | undefined {
  return TEXT_LENGTHS.map((maxLength) => embed(texts(maxLength), buttons)).find(
    (json) => new TextEncoder().encode(json).length <= MAX_BYTES,
  )
}

const embed = (texts: readonly string[], buttons: readonly Button[]): string =>
  embeddable(
    jsonLine({
      component: {
        type: 17,
        accent_color: ACCENT,
        components: [
          ...texts.map((content) => ({ type: 10, content })),
          ...(buttons.length > 0
            ? [{ type: 1, components: buttons.map((button) => ({ type: 2, style: 5, ...button })) }]
            : []),
        ],
      },
    }),
  )
