// What a submitter can do with their submissions.

import { desc, eq, inArray, sql } from 'drizzle-orm'
import { faultyFields } from '../../../schema/errors.ts'
import { present } from '../../../schema/present.ts'
import { editedContent, proposedAddresses } from '../../../schema/record/proposal.ts'
import { SubmissionEdit } from '../../../schema/record/submission.ts'
import type { Problem } from '../../../schema/refusals.ts'
import { changes, submissionAddresses, submissions, versions } from '../../../schema/tables.ts'
import type { SubmissionKind } from '../../../schema/vocabulary.ts'
import { parse, parseText } from '../../domain/intake/parse.ts'
import { timestamp, type Verb } from '../context.ts'
import { actorCondition, identityOf, selectActor } from '../people/people.ts'
import { recordBefore } from '../resources/listed-changes.ts'
import { selectCurrent } from '../resources/lists/versions.ts'
import { withKnownReferences } from '../resources/writes/reference-writes.ts'
import { selectSubmission, selectSubmissions, toNamedSubmission, toSubmission } from './submission-rows.ts'
import { insertSubmissionAddresses, releaseAddresses, reserveAddresses } from './submission-writes.ts'
import { applyEvent, notFound, requireReader } from './transition.ts'

export const getSubmission: Verb<'getSubmission'> = async (context, actor, key) => {
  const { db } = context
  const submission = () => selectSubmission(db, key).as('submission')
  const [actors, [row], [resource], [applied]] = await db.batch([
    selectActor(context, actor),
    selectSubmission(db, key),
    selectCurrent(db, sql`${versions.resourceId} = (select resource_id from ${submission()})`),
    db
      .select({ before: recordBefore })
      .from(changes)
      .where(sql`${changes.sequence} = (select applied_sequence from ${submission()})`),
  ])
  const identity = await identityOf(actor, actors)
  if (!row) throw notFound(key)
  requireReader({ row, identity }, key)
  return {
    submission: toSubmission(row),
    ...present({ resource: resource?.record, before: applied?.before }),
  }
}

export const findSubmissions: Verb<'findSubmissions'> = async ({ db }, ids) => {
  const rows = await selectSubmissions(db, inArray(submissions.capability, [...ids])).orderBy(
    desc(submissions.id),
  )
  return rows.map((row) => ({ ...toNamedSubmission(row), id: row.capability }))
}

/** Maintainers may edit too: the change log has their name. */
export const editSubmission: Verb<'editSubmission'> = async (context, actor, key, given) => {
  const edit = await withKnownReferences(context.db, parse(SubmissionEdit, given, 'edit'))
  const event = { name: 'edit', by: 'either', version: edit.version } as const
  const row = await applyEvent(context, actor, key, event, (loaded) => {
    const { row, resource } = loaded
    refuseMisdirected(row.kind, edit)
    const content = editedContent(row.content, edit)
    const isSame = JSON.stringify(content) === JSON.stringify(row.content)
    if (isSame && (edit.reason ?? row.reason) === row.reason) {
      // The same edit was made a moment ago.
      if (row.version === edit.version + 1) return undefined
      throw faultyFields([{ field: 'version', name: 'nothingToChange', values: [] }])
    }
    return {
      action: 'edited',
      patch: {
        content,
        ...present({ reason: edit.reason }),
      },
      statements: [
        releaseAddresses(context.db, row.id),
        ...reserveAddresses(context.db, row.id, proposedAddresses(content), resource?.id),
        context.db.delete(submissionAddresses).where(eq(submissionAddresses.submissionId, row.id)),
        insertSubmissionAddresses(context.db, row.id, content),
      ],
    }
  })
  return toSubmission(row)
}

/** Only an addition has `resource`, and only a correction `changes`; a removal has just a reason. */
function refuseMisdirected(kind: SubmissionKind, edit: SubmissionEdit): void {
  const problems: Problem[] = []
  if (edit.resource && kind !== 'addition')
    problems.push({ field: 'resource', name: 'noResourceToEdit', values: [] })
  if (edit.changes && kind !== 'correction')
    problems.push({ field: 'changes', name: 'noChangesToEdit', values: [] })
  if (problems.length > 0) throw faultyFields(problems)
}

export const answerSubmission: Verb<'answerSubmission'> = async (context, actor, key, given) => {
  const text = parseText('text', given, 'lines')
  const event = { name: 'answer', by: 'submitter' } as const
  const row = await applyEvent(context, actor, key, event, ({ row }) => {
    const last = row.thread.at(-1)
    const isRepeat = row.state !== 'asked' && last?.by === 'submitter' && last.text === text
    if (isRepeat) return undefined
    return {
      action: 'answered',
      patch: { thread: [...row.thread, { by: 'submitter', text, at: timestamp(context) }] },
    }
  })
  return toSubmission(row)
}

export const withdrawSubmission: Verb<'withdrawSubmission'> = async (context, actor, key) => {
  const event = { name: 'withdraw', by: 'submitter' } as const
  const row = await applyEvent(context, actor, key, event, ({ row }) =>
    row.state === 'withdrawn'
      ? undefined
      : { action: 'withdrawn', patch: {}, statements: [releaseAddresses(context.db, row.id)] },
  )
  return toSubmission(row)
}

export const listOwnSubmissions: Verb<'listOwnSubmissions'> = async (context, actor, size) => {
  const { db } = context
  const [actors, rows] = await db.batch([
    selectActor(context, actor),
    selectSubmissions(
      db,
      eq(submissions.submitterId, sql`(select id from people where ${actorCondition(context, actor)})`),
    )
      .orderBy(desc(submissions.id))
      .limit(size),
  ])
  await identityOf(actor, actors)
  return rows.map((row) => ({ ...toNamedSubmission(row), isUnreachable: row.isUnreachable === 1 }))
}
