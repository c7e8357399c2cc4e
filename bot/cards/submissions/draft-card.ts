import type { RegistryError } from '../../../schema/errors.ts'
import { likenessText } from '../../../schema/likeness.ts'
import type { Draft } from '../../../schema/record/submission.ts'
import { hostOf } from '../../../schema/record/values/addresses/hosts.ts'
import { referenceTitle } from '../../../schema/record/works/reference.ts'
import type { Preview } from '../../../schema/verbs/submissions.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { type Messages, refusedText } from '../../languages/index.ts'
import { cellsText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, line, row, select, text } from '../kit/message.ts'
import { proposedFacts } from '../resource/change-text.ts'
import { moment } from './submission-text.ts'

/** The availability of each data type in a draft; unknown where the draft says neither. */
export const cellsOf = ({ has, lacks }: Draft) =>
  Object.fromEntries(
    DATA_TYPES.map(({ key }) => [key, has.includes(key) ? 'yes' : lacks.includes(key) ? 'no' : 'unknown']),
  ) as Record<(typeof DATA_TYPES)[number]['key'], 'yes' | 'no' | 'unknown'>

/** The most UTF-16 units of a text, and the most facts that were found. The last level always fits. */
const LEVELS = [
  { most: 300, facts: 30 },
  { most: 80, facts: 30 },
  { most: 80, facts: 6 },
  { most: 80, facts: 0 },
]
/** A look-up asks four sites. */
const MOST_SITES = 4

/** The draft, resources with names like its own, an earlier rejection, and a menu of the data types that it lacks. */
export function draftCard(
  messages: Messages,
  id: string,
  draft: Draft,
  preview: Preview,
  refusal?: RegistryError,
): Card {
  const { draft: texts, fields, dataTypes } = messages
  const { references = [] } = draft
  // A submission that was refused a moment ago may be accepted later, so the button stays.
  const problem = preview.problem ?? refusal
  const open = DATA_TYPES.filter(({ key }) => !draft.has.includes(key))
  return fullest(LEVELS, ({ most, facts }) =>
    card([
      text(`## ${texts.title(plain(draft.name, 100))}`),
      ...(problem ? [text(texts.notYet(plain(refusedText(messages, problem), 600)))] : []),
      text(
        [
          `**${fields.url}** ${plain(draft.url, most)}`,
          `**${fields.organization}** ${plain(draft.organization, most)}`,
          cellsText(messages, cellsOf(draft)),
          ...(draft.notes ? [`**${fields.notes}** ${plain(draft.notes, most)}`] : []),
          ...(references.length > 0
            ? [`**${fields.references}** ${plain(references.map(referenceTitle).join('; '), most)}`]
            : []),
        ].join('\n'),
      ),
      ...foundParts(messages, draft, most, facts),
      ...(preview.alike.length > 0
        ? [
            line,
            text(
              [
                `### ${texts.oneOfThese}`,
                ...preview.alike.map(
                  ({ name, signs, slug }) =>
                    `${plain(name, most)}: ${plain(likenessText(signs, messages.likeness), 100)}${slug ? '' : ` ${texts.waitsForDecision}`}`,
                ),
              ].join('\n'),
            ),
          ]
        : []),
      ...(preview.rejectedAt === undefined
        ? []
        : [line, text(texts.rejectedBefore(moment(preview.rejectedAt, 'f')))]),
      ...(open.length > 0
        ? [
            row({
              ...select(
                texts.lacks,
                { action: 'lacks', draft: id },
                open.map(({ key }) => ({
                  label: dataTypes[key].label,
                  value: key,
                  description: dataTypes[key].meaning,
                  default: draft.lacks.includes(key),
                })),
              ),
              min_values: 0,
              max_values: open.length,
            }),
          ]
        : []),
      row(
        ...(preview.problem ? [] : [button(texts.send, { action: 'send', draft: id }, 'go')]),
        button(texts.edit, { action: 'redo', draft: id }),
        button(fields.references, { action: 'references', draft: id }),
        ...(saysAnything(draft) ? [button(texts.leaveOut, { action: 'unfound', draft: id })] : []),
        button(texts.discard, { action: 'discard', draft: id }),
      ),
    ]),
  )
}

const saysAnything = ({ found }: Draft): boolean => found !== undefined && found.evidence.length > 0

/** What the address says of itself, and which sites say it. */
function foundParts(messages: Messages, { found, references = [] }: Draft, most: number, room: number) {
  const { draft: texts } = messages
  if (!found) return []
  if (found.isPaper) return [line, text(texts.isPaper)]
  const facts = proposedFacts(
    messages,
    {
      ...found.fields,
      ...(references.length > 0 && { references: undefined }),
    },
    most,
  )
  if (facts.length === 0) return []
  const hosts = [...new Set(found.evidence.map(({ source }) => hostOf(source) ?? source))]
  return [
    line,
    text(
      [
        `### ${texts.found(
          hosts
            .slice(0, MOST_SITES)
            .map((host) => plain(host, 60))
            .join(', '),
        )}`,
        ...facts.slice(0, room).map((fact) => `**${fact.name}** ${fact.text}`),
        ...(facts.length > room ? [messages.more(facts.length - room)] : []),
      ].join('\n'),
    ),
  ]
}
