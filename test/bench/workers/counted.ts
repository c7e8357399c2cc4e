// The registry's Worker, whose answers say in a header what they have asked of D1. Only figures that no clock measures are
// taken of it: times are those of the Worker as it is deployed.

import { app } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { COUNTS_HEADER } from '../counts-header.ts'

export default {
  async fetch(request, env, execution) {
    const { counts, DB } = watchedDatabase(env.DB)
    const answer = await app.fetch(request, { ...env, DB }, execution)
    const { trips, rowsRead, rowsWritten } = counts
    const counted = new Response(answer.body, answer)
    counted.headers.set(COUNTS_HEADER, [trips, rowsRead, rowsWritten].join(' '))
    return counted
  },
} satisfies ExportedHandler<Env>
