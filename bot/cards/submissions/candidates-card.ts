// Data sets that the registry found by itself, for maintainers.

import { likenessText } from '../../../schema/likeness.ts'
import type { Candidate, CandidatePage } from '../../../schema/verbs/candidates.ts'
import type { Delivery } from '../../../schema/verbs/deliveries.ts'
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import type { Messages } from '../../languages/index.ts'
import { proposedLicence, typeLabels } from '../../languages/values.ts'
import { link, plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'

/** With two buttons each, a card has room for these. */
export const CANDIDATES_SHOWN = 5

/** The most UTF-16 units of a text, and whether there is room for addresses. */
interface Level {
  readonly most: number
  readonly linked: boolean
}
const LEVELS: readonly Level[] = [
  { most: 200, linked: true },
  { most: 100, linked: true },
  { most: 40, linked: true },
  { most: 40, linked: false },
  { most: 20, linked: false },
]

const nameOf = ({ name, url }: Pick<Candidate, 'name' | 'url'>, { most, linked }: Level): string =>
  linked ? link(name, url, most) : plain(name, most)

/** A page of what is offered, the best first. `note` says what came of the last click; `taken` is what to open. */
export function candidatesCard(
  messages: Messages,
  { items, total, next }: CandidatePage,
  skip: number,
  { note, taken }: { readonly note?: string; readonly taken?: string } = {},
): Card {
  const { candidates } = messages
  return fullest(LEVELS, (level) =>
    card([
      ...(note === undefined ? [] : [text(note)]),
      ...(taken === undefined
        ? []
        : [row(button(candidates.open(taken), { action: 'review', key: taken }, 'go'))]),
      text([`## ${candidates.title(total)}`, ...(total === 0 ? [candidates.none] : [])].join('\n')),
      ...items.flatMap((one) => [
        text(linesOf(messages, one, level).join('\n')),
        row(
          ...((one.listedAs ?? one.waitingAs) === undefined
            ? [button(candidates.takeUp, { action: 'takeUp', candidate: one.id }, 'go')]
            : []),
          button(candidates.notForUs, { action: 'decline', candidate: one.id }),
        ),
      ]),
      ...pageButtons(messages, skip, next),
    ]),
  )
}

function pageButtons({ buttons: labels }: Messages, skip: number, next: number | undefined) {
  const buttons = [
    ...(skip > 0
      ? [button(labels.previous, { action: 'candidates', skip: Math.max(0, skip - CANDIDATES_SHOWN) })]
      : []),
    ...(next === undefined ? [] : [button(labels.next, { action: 'candidates', skip: next })]),
  ]
  return buttons.length > 0 ? [row(...buttons)] : []
}

function linesOf(messages: Messages, one: Candidate, level: Level): string[] {
  const { candidates } = messages
  const { most } = level
  const { availability = {} } = one.found.fields
  const types = DATA_TYPE_KEYS.filter((type) => availability[type] === 'yes')
  const licence = proposedLicence(messages, one.found.fields)
  const signs = messages.listed(one.signs.map((sign) => candidates.signs[sign]))
  return [
    [
      `**${nameOf(one, level)}**`,
      plain(one.publisher, 60),
      ...(types.length > 0 ? [messages.listed(typeLabels(messages, types))] : []),
      ...(licence === undefined ? [] : [plain(licence, most)]),
    ].join(' · '),
    `-# ${candidates.why(signs)}`,
    ...one.alike
      .slice(0, 1)
      .map(
        ({ name, signs: likeness }) =>
          `-# ⚠ ${candidates.looksLike(plain(name, most), plain(likenessText(likeness, messages.likeness), most))}`,
      ),
    ...(one.listedAs === undefined ? [] : [`-# ⚠ ${candidates.listed(one.listedAs)}`]),
    ...(one.waitingAs === undefined ? [] : [`-# ⚠ ${candidates.waiting(one.waitingAs)}`]),
  ]
}

/** For the review channel: what was found. */
export function offeredCard(
  messages: Messages,
  { offered, total }: Pick<Extract<Delivery, { kind: 'candidates' }>, 'offered' | 'total'>,
): Card {
  const { candidates } = messages
  const more = total - offered.length
  return fullest(LEVELS, (level) =>
    card([
      text(
        [
          `**${candidates.found(total)}**`,
          ...offered.map((one) => `- ${nameOf(one, level)} · ${plain(one.publisher, 60)}`),
          ...(more > 0 ? [messages.more(more)] : []),
        ].join('\n'),
      ),
      row(button(candidates.look, { action: 'candidates', skip: 0 })),
    ]),
  )
}
