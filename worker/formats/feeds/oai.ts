// Responses to harvesters: OAI-PMH 2.0, section 3.2, in the order of http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd.

import type { Resource } from '../../../schema/record/resource.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { oaiIdentifier } from '../../domain/oai/identifier.ts'
import { datestamp } from '../../domain/oai/range.ts'
import { OAI_PREFIX, type OaiFailure } from '../../domain/oai/request.ts'
import { OAI_DC, oaiDc } from './oai-dc.ts'
import { element, schemaLocation, type XmlElement, xmlDocument } from './xml.ts'

export interface OaiRepository {
  readonly base: string
  /** The operator's mail address, which the protocol requires. */
  readonly contact: string
  /** The time of the oldest change, ISO 8601 in UTC. */
  readonly earliest: string
}

export type OaiAnswer =
  | OaiFailure
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats' }
  | { readonly verb: 'GetRecord'; readonly record: Resource }
  | {
      readonly verb: 'ListIdentifiers' | 'ListRecords'
      readonly records: readonly Resource[]
      /** The number of records in earlier parts of the list, and the token of the next part; empty in the last one. */
      readonly sent: number
      readonly token: string
    }

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/'

/** The response to a request, whose arguments it repeats. */
export const oaiResponse = (
  repository: OaiRepository,
  answer: OaiAnswer,
  requestArguments: { readonly [name: string]: string },
  now: Date,
): string =>
  xmlDocument(
    element(
      'OAI-PMH',
      [
        element('responseDate', datestamp(now.toISOString())),
        element('request', addressOf(repository), requestArguments),
        body(repository, answer),
      ],
      {
        xmlns: NAMESPACE,
        ...schemaLocation(NAMESPACE, 'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd'),
      },
    ),
  )

const addressOf = ({ base }: OaiRepository): string => `${base}/oai`

function body(repository: OaiRepository, answer: OaiAnswer): XmlElement {
  if ('error' in answer) return element('error', answer.message, { code: answer.error })
  const { verb } = answer
  switch (verb) {
    case 'Identify':
      return element(verb, identity(repository))
    case 'ListMetadataFormats':
      return element(verb, [
        element('metadataFormat', [
          element('metadataPrefix', OAI_PREFIX),
          element('schema', OAI_DC.schema),
          element('metadataNamespace', OAI_DC.namespace),
        ]),
      ])
    case 'GetRecord':
      return element(verb, [record(repository, answer.record)])
    case 'ListIdentifiers':
      return element(verb, [...answer.records.map((item) => header(repository, item)), ...token(answer)])
    case 'ListRecords':
      return element(verb, [...answer.records.map((item) => record(repository, item)), ...token(answer)])
  }
}

const identity = (repository: OaiRepository): XmlElement[] => [
  element('repositoryName', REGISTRY.title),
  element('baseURL', addressOf(repository)),
  element('protocolVersion', '2.0'),
  element('adminEmail', repository.contact),
  element('earliestDatestamp', datestamp(repository.earliest)),
  // A removed resource keeps its record for ever (section 2.5.1).
  element('deletedRecord', 'persistent'),
  element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
]

/** A removed resource has only its header (section 2.5.1). */
const record = (repository: OaiRepository, resource: Resource): XmlElement =>
  element('record', [
    header(repository, resource),
    ...(resource.status === 'removed' ? [] : [element('metadata', [oaiDc(resource, repository)])]),
  ])

const header = ({ base }: OaiRepository, { slug, status, updatedAt }: Resource): XmlElement =>
  element(
    'header',
    [element('identifier', oaiIdentifier(base, slug)), element('datestamp', datestamp(updatedAt))],
    status === 'removed' ? { status: 'deleted' } : {},
  )

/** None for a list in one part; an empty one in the last of several parts (section 3.5). */
const token = ({ sent, token: text }: { readonly sent: number; readonly token: string }): XmlElement[] =>
  sent === 0 && text === '' ? [] : [element('resumptionToken', text, { cursor: String(sent) })]
