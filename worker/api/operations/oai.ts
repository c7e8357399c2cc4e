// OAI-PMH 2.0. A resource has one record, as of its latest change. Lists are in the order of changes, so a record that
// changes during a harvest appears again, later in the list.

import { RegistryError } from '../../../schema/errors.ts'
import type { ResourceVerbs } from '../../../schema/verbs/resources.ts'
import { RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { slugInIdentifier } from '../../domain/oai/identifier.ts'
import {
  type OaiFailure,
  type OaiRequest,
  parseOaiRequest,
  repeatedArguments,
} from '../../domain/oai/request.ts'
import { type OaiPage, writeToken } from '../../domain/oai/token.ts'
import { type OaiAnswer, oaiResponse } from '../../formats/feeds/oai.ts'

type Records = Pick<ResourceVerbs, 'listResources' | 'getResource'>

const PAGE_SIZE = 100

/** The date of the survey, whose rows are the first changes (schema/migrations/0002_survey_2_0.sql). */
const EARLIEST = '2020-05-12T00:00:00.000Z'

/**
 * The response document of a request. `parameters` are from the query or, with POST, from the form (OAI-PMH 2.0, 3.1.1).
 * `base` must not be empty. `contact` is the operator's mail address, which the protocol requires.
 */
export async function answerOai(
  registry: Records,
  base: string,
  parameters: URLSearchParams,
  now: Date,
  contact: string,
): Promise<string> {
  const request = parseOaiRequest(parameters)
  const answer = 'error' in request ? request : await answerTo(request, registry, base)
  const requestArguments = repeatedArguments(parameters, 'error' in answer ? answer.error : undefined)
  return oaiResponse({ base, contact, earliest: EARLIEST }, answer, requestArguments, now)
}

async function answerTo(request: OaiRequest, registry: Records, base: string): Promise<OaiAnswer> {
  switch (request.verb) {
    case 'Identify':
      return request
    case 'ListMetadataFormats': {
      if (request.identifier === undefined) return { verb: request.verb }
      const found = await findRecord(request.identifier, registry, base)
      if ('error' in found) return found
      if (found.status !== 'removed') return { verb: request.verb }
      return { error: 'noMetadataFormats', message: 'This was removed: nothing is told of it any more.' }
    }
    case 'GetRecord': {
      const found = await findRecord(request.identifier, registry, base)
      return 'error' in found ? found : { verb: request.verb, record: found }
    }
    case 'ListIdentifiers':
    case 'ListRecords':
      return listPage(request.verb, request.page, registry)
  }
}

const UNKNOWN: OaiFailure = { error: 'idDoesNotExist', message: 'There is no record of this identifier.' }

async function findRecord(identifier: string, registry: Records, base: string) {
  const slug = slugInIdentifier(base, identifier)
  if (slug === undefined) return UNKNOWN
  try {
    return (await registry.getResource(slug)).record
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return UNKNOWN
    throw error
  }
}

async function listPage(
  verb: 'ListIdentifiers' | 'ListRecords',
  page: OaiPage,
  registry: Records,
): Promise<OaiAnswer> {
  const { changedFrom, changedUntil, after, sent } = page
  const { items, next } = await registry.listResources({
    order: 'earliest',
    filter: { statuses: RESOURCE_STATUSES, changedFrom, changedUntil },
    from: after && { place: after, back: false },
    size: PAGE_SIZE,
  })
  // A later page is empty where its records have changed since, and so have left the range.
  if (items.length === 0) return { error: 'noRecordsMatch', message: 'No record changed in that time.' }
  const token = next ? writeToken(verb, { ...page, after: next.place, sent: sent + items.length }) : ''
  return { verb, records: items, sent, token }
}
