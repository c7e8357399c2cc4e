import type { OperationVerbs } from '../../../schema/verbs/operations.ts'
import type { Verbs } from '../context.ts'
import { getHealth, getUsage } from './health.ts'
import { noteRun } from './jobs.ts'
import { addRowsUsed } from './rows-used.ts'

export const operationVerbs: Verbs<OperationVerbs> = { getHealth, getUsage, noteRun, addRowsUsed }
