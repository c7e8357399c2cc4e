import type { DeliveryVerbs } from '../../../schema/verbs/deliveries.ts'
import type { WatchVerbs } from '../../../schema/verbs/watches.ts'
import type { Verbs } from '../context.ts'
import { listDead, retryDelivery } from './dead-deliveries.ts'
import { claimDeliveries, findNextDelivery, recordAttempts } from './deliveries.ts'
import { queueReminder } from './digest.ts'
import { addWatch, endWatch, listWatches } from './watches.ts'

export const deliveryVerbs: Verbs<DeliveryVerbs & WatchVerbs> = {
  claimDeliveries,
  findNextDelivery,
  recordAttempts,
  queueReminder,
  listDead,
  retryDelivery,
  addWatch,
  listWatches,
  endWatch,
}
