import type { CandidateVerbs } from '../../../schema/verbs/candidates.ts'
import type { Verbs } from '../context.ts'
import { getCandidate, listCandidates } from './candidate-rows.ts'
import { declineCandidate, takeUpCandidate } from './decide.ts'
import { findLastDiscovery, listKnownAddresses, offerCandidates } from './offer.ts'

export const candidateVerbs: Verbs<CandidateVerbs> = {
  listKnownAddresses,
  findLastDiscovery,
  offerCandidates,
  listCandidates,
  getCandidate,
  takeUpCandidate,
  declineCandidate,
}
