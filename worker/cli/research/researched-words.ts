// What the words of researched records are in ours.

import type { Access, Availability, ResourceStatus } from '../../../schema/vocabulary.ts'

export const STATUSES: { readonly [theirs: string]: Exclude<ResourceStatus, 'removed'> } = {
  available: 'active',
  moved: 'moved',
  superseded: 'superseded',
  frozen: 'frozen',
  retired: 'retired',
  gated: 'gated',
  'unreachable-reported': 'unreachable',
  unknown: 'unknown',
}

/** A login or an agreement is what a reader must know first; where the files lie is no matter of access. */
export const ACCESS_WORDS: { readonly [theirs: string]: Access } = {
  open: 'open',
  'open (S3)': 'open',
  'open (figshare)': 'open',
  'open portal (Gen3)': 'open',
  // What may be done with it is the licence's to say.
  'open, no bulk use': 'open',
  'open (Kaggle login)': 'login',
  'open (Kaggle login); B variants must be rebuilt': 'login',
  'open download under agreement': 'agreement',
  'open under terms': 'agreement',
  'Kaggle competition rules': 'agreement',
  registration: 'registration',
  application: 'application',
  'view-only': 'view_only',
  'build it yourself': 'build_it_yourself',
}

/**
 * Of the letters only Y says something: in the survey's rows they are the survey's own, and in the others N is partly
 * inferred from what a source describes, which is no source for *no*.
 */
export const LETTERS: { readonly [theirs: string]: Availability } = {
  Y: 'yes',
  N: 'unknown',
  U: 'unknown',
}
