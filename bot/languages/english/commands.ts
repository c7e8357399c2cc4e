// Descriptions of commands, options and choices in Discord's command list.

import type { RowChoice } from '../../custom-id.ts'

export const commandMessages = {
  private: 'Show the answer only to you',
  /** The description of every option that names a resource. */
  resource: 'Its name, address or DOI',
  dataType: {
    description: (label: string, meaning: string) => `Resources with ${label}: ${meaning}`,
    mri: 'Resources with MRI, the same as mrt',
    also: 'A second kind of data that it must have',
    unknown: 'Whether to show those for which that is not recorded',
    shown: {
      both: 'Yes, then unknown',
      yes: 'Yes, and how many are unknown',
      unknown: 'Only unknown',
    } as Record<RowChoice, string>,
  },
  /** Options that narrow a list or a search. */
  terms: {
    access: 'Only with this access',
    license: 'Only under this licence, as in CC BY 4.0; or other, unknown',
    use: 'Only what allows this, perhaps on conditions',
    annotations: 'Only with these annotations',
  },
  list: { description: 'The whole table, in the order of the survey' },
  search: {
    description: 'Find resources by words, kind of data, address or DOI; typing errors are fine',
    query: 'For example: lung ultrasound, kaggle, 2003.11597',
  },
  show: { description: 'Everything known about one resource' },
  compare: {
    description: 'Two to four data sets side by side, and whether they overlap',
    a: 'The first: its name, address or DOI',
    b: 'The second: its name, address or DOI',
    c: 'A third: its name, address or DOI',
    d: 'A fourth: its name, address or DOI',
  },
  cite: {
    description: 'References to copy; without a resource, the latest release',
    style: 'BibTeX unless another is chosen',
  },
  changes: {
    description: 'What changed, latest first: before and after, and the submission behind it',
    resource: 'Only changes to this one',
  },
  'help-wanted': { description: 'What is not recorded yet, and a way to answer' },
  about: { description: 'What this is, what it holds, its licence and how to cite it' },
  help: { description: 'What you can type here' },
  data: { description: 'Public COVID-19 medical imaging data: who has what' },
  /** Entries in the menu of a message. */
  suggestMenu: 'Suggest to the registry',
  lookUpMenu: 'Look up in the registry',
  submit: { description: 'Suggest a data set that is not listed yet' },
  report: { description: 'Report an error in what is listed' },
  'my-submissions': { description: 'What you have sent in, and where it stands' },
  review: {
    description: 'For maintainers: what people have sent in',
    queue: 'What waits for a decision, oldest first',
    show: 'Everything you need to decide on a submission',
    approve: 'Approve a submission',
    reject: 'Reject a submission, and say why',
    ask: 'Ask its submitter a question',
    submission: 'Its reference, such as S-7Q4K2',
    reason: 'In your own words',
    revert: 'Undo one change to a resource by making a new one',
    change: 'Its number in the history',
    block: 'Stop someone from sending anything in, or lift that again',
    blocked: 'One of their submissions',
    lift: 'Let them send again',
    settle: 'Decide between sources that disagree about a resource',
    release: 'Keep the table as it is now, for good, as a new release',
    version: 'Two numbers, later than the latest, such as 3.1',
    note: 'What to say about it beside what changed',
    maintainers: 'Who decides: list, add, remove',
    action: 'What to do',
    actions: { list: 'list', add: 'add', remove: 'remove' },
    user: 'Whom to add or remove',
  },
  watch: {
    description: 'For those who manage this server: post changes in the registry to a channel',
    add: 'Post changes in the registry to a channel',
    list: 'What is posted in this server, and where',
    remove: 'Stop posting changes in the registry to a channel',
    about: 'Every change, or resources that newly have one kind of data',
    everything: 'Everything',
    channel: 'Where to post; if left out, here',
  },
}
export type CommandMessages = typeof commandMessages
