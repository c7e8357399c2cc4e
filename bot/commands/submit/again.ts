// A rejected submission, to send once more and changed: its form opens with what was sent.

import type { Draft, SubmissionContent } from '../../../schema/record/submission.ts'
import { type Availability, DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import type { Flow } from '../flow.ts'
import { reportModal, sendReport } from '../report.ts'
import { reportAbout } from '../report-form.ts'
import { saveNew } from './submit.ts'
import { draftFrom, submitModal } from './submit-form.ts'

const typesWith = ({ resource }: SubmissionContent, wanted: Availability) =>
  DATA_TYPE_KEYS.filter((key) => resource?.availability[key] === wanted)

const draftOf = (content: SubmissionContent): Draft => ({
  url: content.resource?.url ?? '',
  name: content.resource?.name ?? '',
  organization: content.resource?.organization ?? '',
  has: typesWith(content, 'yes'),
  lacks: typesWith(content, 'no'),
  notes: content.resource?.notes ?? '',
  references: content.resource?.references ?? [],
})

export const again: Flow = {
  command: 'covid-data',
  subcommands: [],
  components: {
    again: {
      reply: 'modal',
      async run({ key }, _chosen, { registry, actor, messages }) {
        const { submission, resource } = await registry.getSubmission(actor, key)
        const { kind, changes = {}, reason = '' } = submission
        if (kind === 'addition')
          return { modal: submitModal(messages, { action: 'again', key }, draftOf(submission)) }
        if (!resource) throw new Error(`The report ${key} is about no resource.`)
        const about = reportAbout(submission)
        const state = { action: 'reword', about, version: resource.version, key } as const
        return { modal: reportModal(messages, state, resource, { changes, reason }) }
      },
    },
  },
  modals: {
    again: {
      reply: 'ephemeral',
      async run({ key }, input, context) {
        const { submission } = await context.registry.getSubmission(context.actor, key)
        return saveNew(context, draftFrom(input, draftOf(submission)))
      },
    },
    reword: {
      reply: 'ephemeral',
      async run({ about, version, key }, input, context) {
        const { submission, resource } = await context.registry.getSubmission(context.actor, key)
        if (!resource) throw new Error(`The report ${key} is about no resource.`)
        const known = [...resource.references, ...(submission.changes?.references ?? [])]
        return sendReport(context, { about, resource, baseVersion: version, known }, input)
      },
    },
  },
}
