import { DATA_TYPES } from '../../schema/vocabulary.ts'

/** What the parameters mean, by their names: the same wherever they stand. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    DATA_TYPES.map(({ key, label, meaning }) => [
      key,
      `Only where ${label} (${meaning}) has one of these values: yes, no, unknown, with commas between.`,
    ]),
  ),
  mri: '`mrt` under the name that most people type.',
  status: 'Only those of these statuses, with commas between. Without it, all but the removed.',
  q: 'Only what the search finds for this text: words in any order, misspelt or in part, an address, a DOI.',
  sort: 'By table order, name, latest change, or (with q) relevance. Table order, or relevance with q, by itself.',
  limit: 'How many a page, 1 to 100.',
  cursor: 'The nextCursor of the page before, as it came.',
  release: 'As it was in this release.',
  at: 'As it was at this instant (ISO 8601, with Z or an offset).',
  slug: 'Only those of this resource.',
  state: 'Only those in this state.',
  'Idempotency-Key': 'Any text of your own, once for each thing to be done: a repetition does nothing twice.',
}
