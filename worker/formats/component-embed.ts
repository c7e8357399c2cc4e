// What Discord draws, in components of its own, where a link to a page is posted: JSON in the page's head.
//
// One container (17) with, of what it may hold, text (10) and a row (1) of link buttons (2). A key beyond those that a
// component has here makes Discord drop it all, and so does a byte too many.

import { link, plain } from '../../bot/cards/kit/markdown.ts'
import { english } from '../../bot/languages/index.ts'
import { cellsText } from '../../bot/languages/values.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { Overview } from '../../schema/verbs/catalogue.ts'
import { AVAILABILITY, DATA_TYPES, REGISTRY } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS } from '../../schema/words.ts'
import { licenseWords } from './fact-words.ts'
import { embeddable } from './linked-data/embeddable.ts'
import { jsonLine } from './tables/json-line.ts'

/** Of the whole JSON, escapes as they are written. */
const MOST_BYTES = 3000
/** A longer address would take the room of all else. */
const LONGEST_ADDRESS = 300
/** The blue of the icon. */
export const ACCENT = 0x2b7fa3

interface Button {
  readonly label: string
  readonly url: string
}

/** Units that each text may take, from what all real records take to what even the longest fits in. */
const LEVELS = [200, 80, 40, 20] as const

/** A resource: its name, whose it is, what it has, and what one may do with it. Buttons lead to whole addresses alone. */
export function resourceEmbed(record: Resource, address: string | undefined): string | undefined {
  const license = licenseWords(record)
  return fullest(
    (most) => {
      const name = address === undefined ? plain(record.name, most) : link(record.name, address, most)
      return [
        `### ${name}\n${plain(record.organization, most)}`,
        cellsText(english, record.availability),
        [
          `**Licence** ${license === undefined ? 'unknown' : plain(license, most)}`,
          `**Access** ${ACCESS_WORDS[record.access]}`,
        ].join('\n'),
      ]
    },
    buttonsOf(address, 'All that is known', record),
  )
}

/** The registry: what it is, and how many resources have what. */
export function registryEmbed(
  { resources, totals }: Pick<Overview, 'resources' | 'totals'>,
  address: string | undefined,
): string | undefined {
  const title = address === undefined ? REGISTRY.title : link(REGISTRY.title, address, 200)
  const counts = DATA_TYPES.map(
    ({ key, label }) =>
      `**${label}** ${AVAILABILITY.map((value) => `${totals[key][value]} ${value}`).join(' · ')}`,
  )
  return fullest(
    () => [`### ${title}\n${resources} resources`, counts.join('\n')],
    buttonsOf(address, 'Open the table'),
  )
}

function buttonsOf(address: string | undefined, label: string, record?: Resource): Button[] {
  if (address === undefined) return []
  const data = record && URL.canParse(record.url) ? new URL(record.url).href : ''
  return [
    { label, url: address },
    ...(/^https?:/.test(data) && data.length <= LONGEST_ADDRESS
      ? [{ label: 'Go to the data', url: data }]
      : []),
  ]
}

/** With as much of each text as there is room for. */
function fullest(texts: (most: number) => readonly string[], buttons: readonly Button[]): string | undefined {
  return LEVELS.map((most) => embed(texts(most), buttons)).find(
    (json) => new TextEncoder().encode(json).length <= MOST_BYTES,
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
