import type { Registry } from '../../schema/verbs/registry.ts'
import type { Context } from './context.ts'
import { type D1Like, openDatabase } from './database.ts'
import { listDead, retryDelivery } from './deliveries/dead-deliveries.ts'
import {
  claimDeliveries,
  countWaiting,
  dropDelivery,
  endDelivery,
  failDelivery,
  findNextDelivery,
} from './deliveries/deliveries.ts'
import { queueReminder } from './deliveries/reminder.ts'
import { addWatch, endWatch, listWatches, removeWatch } from './deliveries/watches.ts'
import { endSession, endSessions, getSession, startSession } from './people/sessions.ts'
import { citeResource } from './resources/citation.ts'
import { cutRelease } from './resources/cut-release.ts'
import { getDossier } from './resources/dossier.ts'
import { getGaps } from './resources/gaps.ts'
import { listChanges } from './resources/history.ts'
import { getLineage } from './resources/lineage.ts'
import { listResources } from './resources/listing.ts'
import { getOverview } from './resources/overview.ts'
import { getAsOf, getRecord, listRecords, listReferences, listReleases } from './resources/records.ts'
import { compareResources, getResource } from './resources/resource.ts'
import { searchResources, suggestResources } from './resources/search.ts'
import { getTable } from './resources/table.ts'
import { decideSubmission } from './submissions/decide.ts'
import { discardDraft, getDraft, saveDraft } from './submissions/drafts.ts'
import {
  addMaintainer,
  listMaintainers,
  listSubmissions,
  removeMaintainer,
  revertChange,
  setBlocked,
} from './submissions/maintainer-verbs.ts'
import { getQueueEntry, listQueue } from './submissions/queue.ts'
import { previewSubmission, reviewSubmission } from './submissions/review.ts'
import { settleClaim } from './submissions/settle-claim.ts'
import { submit } from './submissions/submit.ts'
import {
  answerSubmission,
  editSubmission,
  followSubmission,
  getSubmission,
  listOwnSubmissions,
  withdrawSubmission,
} from './submissions/submitter-verbs.ts'
import { undoDecision } from './submissions/undo.ts'

const SUBMISSIONS_PER_DAY = 20

/** The registry over a D1 database. `around` replaces a Worker's clock, randomness and limits. */
export function createRegistry(
  d1: D1Like,
  { queryLimit, ...around }: Partial<Omit<Context, 'db'>> & { readonly queryLimit?: number } = {},
): Registry {
  const { db, countQueries } = openDatabase(d1, queryLimit)
  const context: Context = {
    db,
    now: () => new Date(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    submissionsPerDay: SUBMISSIONS_PER_DAY,
    admit: async () => true,
    onDelivery: () => {},
    ...around,
  }
  const bound =
    <Given extends unknown[], Answer>(verb: (context: Context, ...given: Given) => Answer) =>
    (...given: Given) =>
      verb(context, ...given)
  return {
    countQueries,
    listResources: (query) => listResources(db, query),
    searchResources: (query) => searchResources(db, query),
    getResource: (resource) => getResource(db, resource),
    compareResources: (a, b) => compareResources(db, a, b),
    citeResource: (resource, style, longest) => citeResource(db, resource, style, longest),
    suggestResources: (text, size) => suggestResources(db, text, size),
    getOverview: () => getOverview(db),
    getGaps: bound(getGaps),
    listRecords: bound(listRecords),
    getTable: bound(getTable),
    getRecord: bound(getRecord),
    getDossier: bound(getDossier),
    listReferences: bound(listReferences),
    listReleases: bound(listReleases),
    getLineage: bound(getLineage),
    getAsOf: bound(getAsOf),
    submit: bound(submit),
    saveDraft: bound(saveDraft),
    getDraft: bound(getDraft),
    discardDraft: bound(discardDraft),
    previewSubmission: bound(previewSubmission),
    getSubmission: bound(getSubmission),
    followSubmission: bound(followSubmission),
    editSubmission: bound(editSubmission),
    answerSubmission: bound(answerSubmission),
    withdrawSubmission: bound(withdrawSubmission),
    listOwnSubmissions: bound(listOwnSubmissions),
    reviewSubmission: bound(reviewSubmission),
    listSubmissions: bound(listSubmissions),
    listQueue: bound(listQueue),
    getQueueEntry: bound(getQueueEntry),
    decideSubmission: bound(decideSubmission),
    undoDecision: bound(undoDecision),
    revertChange: bound(revertChange),
    settleClaim: bound(settleClaim),
    cutRelease: bound(cutRelease),
    setBlocked: bound(setBlocked),
    addMaintainer: bound(addMaintainer),
    removeMaintainer: bound(removeMaintainer),
    listMaintainers: bound(listMaintainers),
    startSession: bound(startSession),
    getSession: bound(getSession),
    endSession: bound(endSession),
    endSessions: bound(endSessions),
    listChanges: bound(listChanges),
    claimDeliveries: bound(claimDeliveries),
    findNextDelivery: bound(findNextDelivery),
    endDelivery: bound(endDelivery),
    failDelivery: bound(failDelivery),
    dropDelivery: bound(dropDelivery),
    countWaiting: bound(countWaiting),
    queueReminder: bound(queueReminder),
    listDead: bound(listDead),
    retryDelivery: bound(retryDelivery),
    addWatch: bound(addWatch),
    removeWatch: bound(removeWatch),
    listWatches: bound(listWatches),
    endWatch: bound(endWatch),
  }
}
