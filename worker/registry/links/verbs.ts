import type { LinkVerbs } from '../../../schema/verbs/links.ts'
import type { Verbs } from '../context.ts'
import { listLinkFindings } from './findings.ts'
import { noteProposed, recordLooks } from './record.ts'
import { listLinkWork } from './work.ts'

export const linkVerbs: Verbs<LinkVerbs> = { listLinkWork, recordLooks, listLinkFindings, noteProposed }
