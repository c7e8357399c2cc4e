import { env } from 'cloudflare:workers'
import { expect, it, vi } from 'vitest'
import { addition, sent } from '../registry/submissions.ts'
import { registry } from './outbox.ts'

it('a run without due deliveries reads few rows, however many were ever sent', async () => {
  for (let i = 0; i < 30; i++) await sent(registry, addition(`Sent long ago ${i}`))
  await env.DB.prepare("update deliveries set state = 'done'").run()

  const queries: { readonly query: string; readonly values: readonly unknown[] }[] = []
  const prepare = env.DB.prepare.bind(env.DB)
  const spy = vi.spyOn(env.DB, 'prepare').mockImplementation((query) => {
    const statement = prepare(query)
    const bind = statement.bind.bind(statement)
    statement.bind = (...values) => {
      queries.push({ query, values })
      return bind(...values)
    }
    return statement
  })
  await registry.queueReminder()
  expect(await registry.claimDeliveries(10, ['review', 'submitter', 'announcement', 'digest'])).toEqual([])
  expect(await registry.findNextDelivery(['review', 'submitter', 'announcement', 'digest'])).toBeUndefined()
  spy.mockRestore()

  expect(queries).toHaveLength(4)
  let read = 0
  for (const { query, values } of queries) {
    const { meta } = await env.DB.prepare(query)
      .bind(...values)
      .all()
    read += meta.rows_read
  }
  // One or two for each index that is looked into: 30 submissions left 60 deliveries.
  expect(read).toBeLessThan(15)
})
