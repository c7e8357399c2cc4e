// Submissions for tests: valid unless a test says otherwise.

import { env } from 'cloudflare:workers'
import { RegistryError } from '../../../schema/errors.ts'
import type { Submission, SubmissionInput } from '../../../schema/record/submission.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'

export const SENDER: Actor = { kind: 'discord', discordId: '111111111111111111', name: 'Sender' }
export const STRANGER: Actor = { kind: 'anonymous', address: '203.0.113.5' }
export const ANNA: Actor = { kind: 'discord', discordId: '900000000000000001', name: 'Anna' }
export const BERT: Actor = { kind: 'discord', discordId: '900000000000000002', name: 'Bert' }

type Addition = Extract<SubmissionInput, { kind: 'addition' }>

/** An addition at an address of its own. */
export const addition = (name: string, given: Partial<Addition['resource']> = {}): Addition => ({
  kind: 'addition',
  resource: {
    name,
    url: `https://data.org/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    organization: 'A hospital',
    ...given,
  },
})

export const sent = async (registry: Registry, input: SubmissionInput): Promise<Submission> =>
  (await registry.submit(SENDER, input, { door: 'discord' })).submission

/** What a promise was refused with; a promise that was kept is the test's failure. */
export async function failure(promise: Promise<unknown>): Promise<RegistryError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
  throw new Error('It was not refused.')
}

export const rows = async <Row = Record<string, unknown>>(
  sql: string,
  ...values: unknown[]
): Promise<Row[]> =>
  (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<Row>()
  ).results
