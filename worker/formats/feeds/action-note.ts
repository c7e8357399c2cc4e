import type { ChangeAction } from '../../../schema/vocabulary.ts'

/** The meaning of an action for readers of a resource; undefined where the changed fields show it. */
export function actionNote(action: ChangeAction): string | undefined {
  switch (action) {
    case 'removed':
      return 'No longer listed; its record and history stay.'
    case 'restored':
      return 'Listed again.'
    case 'reverted':
      return 'An earlier change was taken back.'
    case 'settled':
      return 'Sources disagreed; a maintainer decided.'
    case 'confirmed':
      return 'Confirmed: the record is still right.'
    case 'added':
    case 'corrected':
      return undefined
    // These are actions on submissions, which are not public.
    case 'submitted':
    case 'edited':
    case 'asked':
    case 'answered':
    case 'approved':
    case 'rejected':
    case 'withdrawn':
    case 'undone':
      return undefined
  }
}
