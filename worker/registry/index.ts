import type { Registry } from '../../schema/registry.ts'
import { citeResource } from './citation.ts'
import type { Context } from './context.ts'
import { cutRelease } from './cut-release.ts'
import { type D1Like, openDatabase } from './database.ts'
import { listDead, retryDelivery } from './dead-deliveries.ts'
import { decideSubmission } from './decide.ts'
import {
  claimDeliveries,
  countWaiting,
  dropDelivery,
  endDelivery,
  failDelivery,
  findNextDelivery,
} from './deliveries.ts'
import { getDossier } from './dossier.ts'
import { discardDraft, getDraft, saveDraft } from './drafts.ts'
import { followSubmission } from './follow.ts'
import { getGaps } from './gaps.ts'
import { listChanges } from './history.ts'
import { getLineage } from './lineage.ts'
import { listResources } from './listing.ts'
import {
  addMaintainer,
  listMaintainers,
  listSubmissions,
  removeMaintainer,
  revertChange,
  setBlocked,
} from './maintainer-verbs.ts'
import { remindOfOverdue } from './overdue.ts'
import { getOverview } from './overview.ts'
import { getPlace, listQueue } from './queue.ts'
import { getRecord, getState, listRecords, listReferences, listReleases } from './records.ts'
import { compareResources, getResource } from './resource.ts'
import { previewSubmission, reviewSubmission } from './review.ts'
import { searchResources, suggestResources } from './search.ts'
import { endSession, endSessions, getSession, startSession } from './sessions.ts'
import { settleClaim } from './settle.ts'
import { submit } from './submit.ts'
import {
  answerSubmission,
  editSubmission,
  getSubmission,
  listOwnSubmissions,
  withdrawSubmission,
} from './submitter-verbs.ts'
import { getTable } from './table.ts'
import { undoDecision } from './undo.ts'
import { addWatch, endWatch, listWatches, removeWatch } from './watches.ts'

const SUBMISSIONS_PER_DAY = 20

/** The registry over a D1 database. What is around it (clock, chance, limits) is as it is in a Worker unless given. */
export function createRegistry(d1: D1Like, around: Partial<Omit<Context, 'db'>> = {}): Registry {
  const db = openDatabase(d1)
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
    getState: bound(getState),
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
    getPlace: bound(getPlace),
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
    remindOfOverdue: bound(remindOfOverdue),
    listDead: bound(listDead),
    retryDelivery: bound(retryDelivery),
    addWatch: bound(addWatch),
    removeWatch: bound(removeWatch),
    listWatches: bound(listWatches),
    endWatch: bound(endWatch),
  }
}
