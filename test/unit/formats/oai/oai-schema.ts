// What may stand where in an answer, after http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd and oai_dc.xsd.

import { expect } from 'vitest'
import { OAI_ERRORS } from '../../../../worker/domain/oai/request.ts'
import type { Tree } from '../feeds/xml-tree.ts'

interface Model {
  /** The names of the children, each with a space after it. */
  readonly children?: RegExp
  readonly text?: RegExp
  readonly attributes?: { readonly [name: string]: RegExp }
  readonly required?: readonly string[]
}

const SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const STAMP = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/
const ADDRESS = /^https?:\/\/[^\s<>"]+$/
const PREFIX = /^[A-Za-z0-9_.!~*'()-]+$/
const ANY = /^[\s\S]*$/
const VERBS = 'Identify|ListMetadataFormats|ListSets|GetRecord|ListIdentifiers|ListRecords'
const DC =
  'title|creator|subject|description|publisher|contributor|date|type|format|identifier|source|language|relation|coverage|rights'

const MODELS: { readonly [element: string]: Model } = {
  'OAI-PMH': {
    children: new RegExp(`^responseDate request ((error )+|(${VERBS}) )$`),
    attributes: { xmlns: ADDRESS, 'xmlns:xsi': ADDRESS, 'xsi:schemaLocation': /^\S+ \S+$/ },
    required: ['xmlns', 'xmlns:xsi', 'xsi:schemaLocation'],
  },
  responseDate: { text: SECOND },
  request: {
    text: ADDRESS,
    attributes: {
      verb: new RegExp(`^(${VERBS})$`),
      identifier: ANY,
      metadataPrefix: PREFIX,
      from: STAMP,
      until: STAMP,
      set: /^[A-Za-z0-9_.!~*'()-]+(:[A-Za-z0-9_.!~*'()-]+)*$/,
      resumptionToken: ANY,
    },
  },
  error: {
    text: /./,
    attributes: { code: new RegExp(`^(${OAI_ERRORS.join('|')})$`) },
    required: ['code'],
  },
  Identify: {
    children:
      /^repositoryName baseURL protocolVersion (adminEmail )+earliestDatestamp deletedRecord granularity (compression )*(description )*$/,
  },
  repositoryName: { text: /./ },
  baseURL: { text: ADDRESS },
  protocolVersion: { text: /^2\.0$/ },
  adminEmail: { text: /^\S+@(\S+\.)+\S+$/ },
  earliestDatestamp: { text: STAMP },
  deletedRecord: { text: /^(no|persistent|transient)$/ },
  granularity: { text: /^(YYYY-MM-DD|YYYY-MM-DDThh:mm:ssZ)$/ },
  ListMetadataFormats: { children: /^(metadataFormat )+$/ },
  metadataFormat: { children: /^metadataPrefix schema metadataNamespace $/ },
  metadataPrefix: { text: PREFIX },
  schema: { text: ADDRESS },
  metadataNamespace: { text: ADDRESS },
  GetRecord: { children: /^record $/ },
  ListIdentifiers: { children: /^(header )+(resumptionToken )?$/ },
  ListRecords: { children: /^(record )+(resumptionToken )?$/ },
  record: { children: /^header (metadata )?(about )*$/ },
  header: { children: /^identifier datestamp (setSpec )*$/, attributes: { status: /^deleted$/ } },
  identifier: { text: /^oai:[^:\s]+:[a-z0-9-]+$/ },
  datestamp: { text: SECOND },
  metadata: { children: /^oai_dc:dc $/ },
  'oai_dc:dc': {
    children: new RegExp(`^(dc:(${DC}) )*$`),
    attributes: {
      'xmlns:oai_dc': ADDRESS,
      'xmlns:dc': ADDRESS,
      'xmlns:xsi': ADDRESS,
      'xsi:schemaLocation': /^\S+ \S+$/,
    },
    required: ['xmlns:oai_dc', 'xmlns:dc'],
  },
  resumptionToken: { text: ANY, attributes: { cursor: /^\d+$/, completeListSize: /^\d+$/ } },
}

/** Whether an answer is as the protocol's schema wants it, from this element down. */
export function expectSchema({ name, attributes, children, text }: Tree): void {
  const model: Model | undefined = name.startsWith('dc:') ? { text: ANY } : MODELS[name]
  if (model === undefined) throw new Error(`The protocol has no element ${name}.`)
  expect(children.map((child) => `${child.name} `).join(''), name).toMatch(model.children ?? /^$/)
  expect(text, name).toMatch(model.text ?? /^\s*$/)
  for (const attribute of model.required ?? []) expect(attributes, name).toHaveProperty([attribute])
  for (const [attribute, value] of Object.entries(attributes)) {
    const form = model.attributes?.[attribute]
    if (form === undefined) throw new Error(`${name} has no attribute ${attribute}.`)
    expect(value, `${name} ${attribute}`).toMatch(form)
  }
  for (const child of children) expectSchema(child)
}
