import { readFileSync } from 'node:fs'
import { type PrintedReference, surveyReference } from '../../../worker/domain/survey-references.ts'

const file = `${import.meta.dirname}/../../../schema/survey/2.0.json`

/** The survey's list of references, as printed. */
export const PRINTED: PrintedReference[] = JSON.parse(readFileSync(file, 'utf8')).references

export const SURVEY = PRINTED.map(surveyReference)
