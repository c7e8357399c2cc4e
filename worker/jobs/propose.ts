import { RegistryError } from '../../schema/errors.ts'
import type { SubmissionInput } from '../../schema/record/submission.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import type { Machine } from '../../schema/vocabulary.ts'

/**
 * Sends a job's submission, which a maintainer decides. One that the registry refuses, such as a correction to an address
 * that is listed already, is not sent again: nobody could mend it.
 */
export async function propose(registry: Registry, machine: Machine, input: SubmissionInput): Promise<void> {
  try {
    await registry.submit({ kind: 'machine', machine }, input, { door: 'job' })
  } catch (error) {
    if (!(error instanceof RegistryError) || (error.code !== 'conflict' && error.code !== 'invalid'))
      throw error
  }
}
