import { type PrintedReference, surveyReference } from '../../../worker/cli/research/survey-references.ts'
import { PRINTED_SURVEY } from './records.ts'

/** The survey's list of references, as printed. */
export const PRINTED = PRINTED_SURVEY.references as readonly PrintedReference[]

export const SURVEY = PRINTED.map(surveyReference)
