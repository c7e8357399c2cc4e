// What a researcher decides by, in one line: use, access, size, annotations, and whether the data is there.

import { statusDate } from '../../schema/record/facts.ts'
import { saysNothing } from '../../schema/record/field-keys.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { Use } from '../../schema/record/values/use.ts'
import type { Counted, Permission } from '../../schema/vocabulary.ts'
import { inShort } from '../../schema/words.ts'
import type { Messages } from './index.ts'

/** "no commercial use, no changed copies"; what is allowed is said of commercial use alone. */
export function useInShort({ decision }: Messages, use: Use): string {
  if (saysNothing({ ...use, note: null })) return decision.useNotStated
  const { commercial, redistribution, modification } = use
  return (
    [
      ...(commercial === 'unknown' ? [] : [decision.commercial[commercial]]),
      ...(redistribution === 'no' ? [decision.noRedistribution] : []),
      ...(modification === 'no' ? [decision.noModification] : []),
    ].join(', ') || decision.someUse
  )
}

const ANNOTATIONS = 3

/** "class labels, lesion masks, lung masks and 2 more"; empty without annotations. */
export function annotationsInShort(messages: Messages, annotations: Resource['annotations']): string {
  const labels = annotations.slice(0, ANNOTATIONS).map((one) => messages.choices.annotations[one])
  const more = annotations.length - labels.length
  return `${labels.join(', ')}${more > 0 ? ` ${messages.more(more)}` : ''}`
}

/** What data consists of, the smallest first. */
const DATA = ['images', 'volumes', 'videos', 'studies'] as const satisfies readonly Counted[]

/** "63,849 images, 377 patients": the first that is counted, and of how many patients it is; empty without numbers. */
export function numbersInShort(messages: Messages, counts: Resource['counts']): string {
  const what = DATA.find((key) => counts?.[key] !== undefined)
  return [...(what ? [what] : []), 'patients' as const]
    .flatMap((key) => {
      const count = counts?.[key]
      return count === undefined ? [] : [messages.counts.amount(key, count)]
    })
    .join(', ')
}

/** Icons beside words, for chat and plain text; pages draw their own. */
const USE_ICONS = { yes: '✅', conditional: '⚖️', no: '🚫', unknown: '❔' } as const satisfies Record<
  Permission,
  string
>

type Deciding = Pick<Resource, 'use' | 'access' | 'counts' | 'annotations' | 'status' | 'claims'>

/** "🚫 no commercial use · 🔓 open · 63,849 images, 377 patients · 🏷️ class labels · active 2021" */
export function decisionText(messages: Messages, record: Deciding): string {
  const { use, access, counts, annotations, status } = record
  const numbers = numbersInShort(messages, counts)
  const labels = annotationsInShort(messages, annotations)
  const year = statusDate(record)?.slice(0, 4)
  return [
    `${USE_ICONS[use.commercial]} ${useInShort(messages, use)}`,
    ...(access === 'unknown' ? [] : [`${access === 'open' ? '🔓' : '🔒'} ${messages.accessShort[access]}`]),
    ...(numbers === '' ? [] : [numbers]),
    ...(labels === '' ? [] : [`🏷️ ${labels}`]),
    [inShort(messages.choices.status[status]), ...(status === 'unknown' || !year ? [] : [year])].join(' '),
  ].join(' · ')
}
