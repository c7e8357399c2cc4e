// What a researcher decides by, each fact as an icon and words: in the rows of the table as columns, on top of a
// resource's page as one strip.

import { annotationsInShort, numbersInShort, useInShort } from '../../../bot/languages/decision.ts'
import { english } from '../../../bot/languages/index.ts'
import { statusDateText, useText } from '../../../bot/languages/values.ts'
import { type StatusFields, statusDate } from '../../../schema/record/facts.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Access, Permission, ResourceStatus } from '../../../schema/vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS, statusWord } from '../../../schema/words.ts'
import type { Child } from '../jsx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

/** What the colour says beside icon and words. */
type Tone = 'good' | 'caution' | 'bad' | 'plain' | 'soft'

interface FactProps {
  readonly icon: IconName
  readonly tone: Tone
  /** More than the words say. */
  readonly title?: string | undefined
  readonly children: Child
}

const Fact = ({ icon, tone, title, children }: FactProps) => (
  <span class={`decides ${tone}`} title={title}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)

const USE_TONES = {
  yes: 'good',
  conditional: 'caution',
  no: 'bad',
  unknown: 'soft',
} as const satisfies Record<Permission, Tone>

/** One permission by itself, where a label names it. */
export const PermissionFact = ({ permission }: { readonly permission: Permission }) => (
  <Fact icon={permission} tone={USE_TONES[permission]}>
    {english.permissions[permission]}
  </Fact>
)

interface Place {
  /** Whether a heading or label of the place names the fact. */
  readonly isLabelled?: boolean
}

/** Commercial use is the first question; where a label names it, the rest is in the title. */
export const UseFact = ({ use, isLabelled }: Pick<Resource, 'use'> & Place) => (
  <Fact icon={use.commercial} tone={USE_TONES[use.commercial]} title={useText(english, use)}>
    {isLabelled ? english.permissions[use.commercial] : useInShort(english, use)}
  </Fact>
)

const accessIcon = (access: Access): IconName =>
  access === 'unknown' ? 'unknown' : access === 'open' ? 'open' : 'locked'

export const AccessFact = ({ access, isLabelled }: Pick<Resource, 'access'> & Place) => (
  <Fact icon={accessIcon(access)} tone={access === 'unknown' ? 'soft' : 'plain'} title={ACCESS_WORDS[access]}>
    {access !== 'unknown' ? english.accessShort[access] : isLabelled ? 'not recorded' : 'access not recorded'}
  </Fact>
)

const STATUS_LOOKS = {
  active: ['alive', 'good'],
  frozen: ['alive', 'plain'],
  gated: ['locked', 'plain'],
  moved: ['ended', 'caution'],
  superseded: ['ended', 'caution'],
  retired: ['ended', 'bad'],
  unreachable: ['ended', 'bad'],
  removed: ['ended', 'bad'],
  unknown: ['unsure', 'soft'],
} as const satisfies Record<ResourceStatus, readonly [IconName, Tone]>

const YEAR_MS = 366 * 24 * 60 * 60 * 1000

interface StatusFactProps {
  readonly record: StatusFields
  /** In milliseconds. What was seen over a year before is no good news any more. */
  readonly now: number
}

/** The status, and when a source last said so: "active, seen June 2022", "retired, as of 2025"; where it is labelled the year alone. */
export function StatusFact({ record, now, isLabelled }: StatusFactProps & Place) {
  const { status } = record
  const date = status === 'unknown' || status === 'removed' ? undefined : statusDate(record)
  const [icon, tone] = STATUS_LOOKS[status]
  const isOld = date === undefined || now - Date.parse(date) > YEAR_MS
  return (
    <Fact
      icon={icon}
      tone={tone === 'good' && isOld ? 'plain' : tone}
      title={`${STATUS_WORDS[status]}${statusDateText(english, record)}`}
    >
      {statusWord(status)}
      {date !== undefined && (
        <span class="seen">
          {isLabelled
            ? ` ${date.slice(0, 4)}`
            : `, ${icon === 'ended' ? 'as of' : 'seen'} ${english.day(date)}`}
        </span>
      )}
    </Fact>
  )
}

function SizeFact({ counts }: Pick<Resource, 'counts'>) {
  const size = numbersInShort(english, counts)
  return (
    <Fact icon="size" tone={size === '' ? 'soft' : 'plain'}>
      {size || (counts?.text === undefined ? 'size not recorded' : 'size in words only')}
    </Fact>
  )
}

function AnnotationsFact({ annotations }: Pick<Resource, 'annotations'>) {
  const labels = annotationsInShort(english, annotations)
  return (
    <Fact icon="labels" tone={labels === '' ? 'soft' : 'plain'}>
      {labels || 'annotations not recorded'}
    </Fact>
  )
}

/** Whether it has data of others in it, by its own record. */
const OriginFact = ({ derivedFrom, origins }: Pick<Resource, 'derivedFrom' | 'origins'>) => {
  const sources = derivedFrom.length + origins.length
  return (
    <Fact icon="overlap" tone={sources === 0 ? 'soft' : 'plain'}>
      {sources === 0
        ? 'no overlap recorded'
        : `has data of ${sources} other source${sources === 1 ? '' : 's'}`}
    </Fact>
  )
}

interface DecisionStripProps {
  readonly record: Resource
  readonly now: number
  /** About overlap, in place of what the record alone says. */
  readonly overlap?: Child
}

/** All that decides, in the order of the questions: may I, can I, how much, how labelled, is it there, do I have it. */
export const DecisionStrip = ({ record, now, overlap }: DecisionStripProps) => (
  <ul class="glance" aria-label="At a glance">
    {[
      <UseFact use={record.use} />,
      <AccessFact access={record.access} />,
      <SizeFact counts={record.counts} />,
      <AnnotationsFact annotations={record.annotations} />,
      <StatusFact record={record} now={now} />,
      overlap === undefined ? (
        <OriginFact derivedFrom={record.derivedFrom} origins={record.origins} />
      ) : (
        <Fact icon="overlap" tone="plain">
          {overlap}
        </Fact>
      ),
    ].map((fact) => (
      <li>{fact}</li>
    ))}
  </ul>
)
