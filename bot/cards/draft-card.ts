import type { Draft } from '../../schema/submission.ts'
import type { Preview } from '../../schema/submission-verbs.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { english } from '../languages/index.ts'
import { plain } from './markdown.ts'
import { button, type Card, card, fullest, line, row, select, text } from './message.ts'
import { cellsText } from './resource-text.ts'

/** A draft's cells: what it has, what it certainly lacks, the rest unknown. */
export const cellsOf = ({ has, lacks }: Draft) =>
  Object.fromEntries(
    DATA_TYPES.map(({ key }) => [key, has.includes(key) ? 'yes' : lacks.includes(key) ? 'no' : 'unknown']),
  ) as Record<(typeof DATA_TYPES)[number]['key'], 'yes' | 'no' | 'unknown'>

/** What will be sent, what it looks like, and what can still be said. */
export function draftCard(id: string, draft: Draft, preview: Preview, refusal?: string): Card {
  // What was refused a moment ago may be sent later, so the button stays.
  const problem = preview.problem ?? refusal
  const open = DATA_TYPES.filter(({ key }) => !draft.has.includes(key))
  return fullest([300, 80], (most) =>
    card([
      text(`## Suggest ${plain(draft.name, 100)}`),
      ...(problem ? [text(`**This can’t be sent yet.** ${plain(problem, 600)}`)] : []),
      text(
        [
          `**Address** ${plain(draft.url, most)}`,
          `**Organisation** ${plain(draft.organization, most)}`,
          cellsText(english, cellsOf(draft)),
          ...(draft.notes ? [`**Notes** ${plain(draft.notes, most)}`] : []),
        ].join('\n'),
      ),
      ...(preview.alike.length > 0
        ? [
            line,
            text(
              [
                '### Is it one of these?',
                ...preview.alike.map(
                  ({ name, reason, slug }) =>
                    `${plain(name, most)}: ${plain(reason, 100)}${slug ? '' : ' (waits for a maintainer)'}`,
                ),
              ].join('\n'),
            ),
          ]
        : []),
      ...(open.length > 0
        ? [
            row({
              ...select(
                'What does it certainly lack? The rest stays unknown',
                { action: 'lacks', draft: id },
                open.map(({ key, label, meaning }) => ({
                  label,
                  value: key,
                  description: meaning,
                  default: draft.lacks.includes(key),
                })),
              ),
              min_values: 0,
              max_values: open.length,
            }),
          ]
        : []),
      row(
        ...(preview.problem ? [] : [button('Send', { action: 'send', draft: id }, 'go')]),
        button('Edit', { action: 'redo', draft: id }),
        button('Discard', { action: 'discard', draft: id }),
      ),
    ]),
  )
}
