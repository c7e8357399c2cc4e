// Answers to harvesters: OAI-PMH 2.0, section 3.2, in the order of http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd.

import type { Resource } from '../../../schema/record/resource.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { oaiIdentifier } from '../../domain/oai/identifier.ts'
import { datestamp } from '../../domain/oai/range.ts'
import { OAI_PREFIX, type OaiFailure } from '../../domain/oai/request.ts'
import { OAI_DC, oaiDc } from './oai-dc.ts'
import { element, schemaLocation, type XmlElement, xmlDocument } from './xml.ts'

/** The registry as it tells of itself. */
export interface OaiRepository {
  readonly base: string
  /** The mail address of whoever runs it, which the protocol wants. */
  readonly contact: string
  /** When the first change was made, ISO 8601 in UTC: nothing is older. */
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
      /** How many came before these, and the token of those to come: empty where these are the last. */
      readonly sent: number
      readonly token: string
    }

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/'

/** The answer to a request, whose arguments it repeats. */
export const oaiResponse = (
  repository: OaiRepository,
  answer: OaiAnswer,
  given: { readonly [name: string]: string },
  now: Date,
): string =>
  xmlDocument(
    element(
      'OAI-PMH',
      [
        element('responseDate', datestamp(now.toISOString())),
        element('request', addressOf(repository), given),
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

/** One that was removed is told by its header alone (section 2.5.1). */
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

/** A list that came in one piece has none; the last piece of any other an empty one (section 3.5). */
const token = ({ sent, token: text }: { readonly sent: number; readonly token: string }): XmlElement[] =>
  sent === 0 && text === '' ? [] : [element('resumptionToken', text, { cursor: String(sent) })]
