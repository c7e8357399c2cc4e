import { likenessText } from '../../schema/likeness.ts'
import type { LeftOut } from '../../schema/verbs/selection.ts'
import type { ReviewFlag } from '../../schema/verbs/submissions.ts'
import { fieldName } from './field-name.ts'
import type { Messages } from './index.ts'

/** "looks like COVID-CT: nearly the same name" */
export function flagText(messages: Messages, flag: ReviewFlag): string {
  const { flags } = messages
  switch (flag.kind) {
    case 'lookAlike': {
      const { name, signs, reference } = flag.alike
      return flags.lookAlike(name, likenessText(signs, messages.likeness), reference)
    }
    case 'newHost':
      return flags.newHost(flag.host)
    case 'sourcesDiffer':
      return flags.sourcesDiffer(messages.listed(flag.fields.map((field) => fieldName(messages, field))))
    case 'declinedBefore':
      return flags.declinedBefore(flag.times)
    case 'manyOfSender':
      return flags.manyOfSender(flag.waiting)
    case 'notCompared':
    case 'behind':
    case 'blocked':
    case 'own':
      return flags[flag.kind]
  }
}

/** Why a chosen submission is not approved together with the others. */
export function leftOutText(messages: Messages, left: LeftOut): string {
  const { leftOut } = messages.bulk
  if (left.why !== 'flagged') return leftOut[left.why]
  return left.row.flags.map((flag) => flagText(messages, flag)).join('; ')
}
