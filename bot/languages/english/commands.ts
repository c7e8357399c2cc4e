// Descriptions of commands, options and choices in Discord's command list.

import type { RowChoice } from '../../custom-id.ts'

export const commandMessages = {
  private: 'Show the answer only to you',
  /** The description of every option that names a resource. */
  resource: 'Its name, address or DOI',
  dataType: {
    description: (label: string, meaning: string) => `Resources with ${label}: ${meaning}`,
    mri: 'Resources with MRI, the same as mrt',
    also: 'A second data type that it must have',
    unknown: 'Whether to show data sets where this is not recorded',
    shown: {
      both: 'Yes, then unknown',
      yes: 'Yes, and the number of unknown',
      unknown: 'Only unknown',
    } as Record<RowChoice, string>,
  },
  /** Options that narrow a list or a search. */
  terms: {
    access: 'Only with this access',
    license: 'Only under this licence, such as CC BY 4.0; or other, unknown',
    use: 'Only what allows this, with or without conditions',
    annotations: 'Only with these annotations',
  },
  list: { description: 'The whole table, in the order of the survey' },
  search: {
    description: 'Find resources by words, data type, address or DOI; typing errors are fine',
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
    description: 'References to copy; without a resource, those of the latest release',
    style: 'BibTeX if you choose none',
  },
  changes: {
    description: 'What changed, latest first: before, after, and the submission behind it',
    resource: 'Only changes to this one',
  },
  'help-wanted': { description: 'Facts that are still missing, and how to add them' },
  about: { description: 'What this registry is and holds, its licence, and how to cite it' },
  help: { description: 'The commands that you can type' },
  data: { description: 'Find public COVID-19 medical imaging data' },
  /** Entries in the menu of a message. */
  suggestMenu: 'Suggest to the registry',
  lookUpMenu: 'Look up in the registry',
  submit: {
    description: 'Suggest a data set that is not listed yet',
    link: 'Its address or DOI: the form fills in what that says of itself',
  },
  report: { description: 'Report an error in what is listed' },
  'my-submissions': { description: 'Your submissions and their state' },
  'forget-me': { description: 'Erase what the registry has of you; shows first what goes and what stays' },
  review: {
    description: 'For maintainers: decide on submissions, and keep the registry',
    queue: 'Submissions that wait for a decision, oldest first',
    show: 'Everything you need to decide on a submission',
    approve: 'Approve a submission',
    reject: 'Reject a submission, and say why',
    ask: 'Ask the submitter a question',
    submission: 'The reference of the submission, such as S-7Q4K2',
    reason: 'In your own words',
    revert: 'Undo one change to a resource; this makes a new change',
    change: 'The number of the change in the history',
    block: 'Block a submitter, or lift the block',
    blocked: 'A submission of this submitter',
    lift: 'Lift the block',
    settle: 'Decide between sources that disagree about a resource',
    candidates: 'Data sets that the registry found by itself: take one up, or decline it',
    redact: 'Take texts and links down for good; shows first what would go',
    redactResource: 'A data set that is off the list, or one of which an old version must go',
    redactVersion: 'Only this version; all if you give none',
    redactSubmission: 'A rejected or withdrawn submission, such as S-7Q4K2',
    release: 'Publish the table as it is now as a new release',
    version: 'Two numbers, later than the latest, such as 3.1',
    note: 'A note to publish with it',
    maintainers: 'List, add or remove maintainers',
    action: 'What to do',
    actions: { list: 'list', add: 'add', remove: 'remove' },
    user: 'The person to add or remove',
  },
  watch: {
    description: 'For managers of this server: post changes in the registry to a channel',
    add: 'Post changes in the registry to a channel',
    list: 'What is posted on this server, and where',
    remove: 'Stop posting changes in the registry to a channel',
    about: 'Every change, or resources that newly have one data type',
    everything: 'Everything',
    channel: 'The channel to post in; this one if you choose none',
  },
}
export type CommandMessages = typeof commandMessages
