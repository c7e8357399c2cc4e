// What linked data says, whichever form it is written in: a graph, read by parsers that aren't ours.

import jsonld from 'jsonld'
import { Parser, Store, type Term, Writer } from 'n3'

const NAMESPACES = {
  adms: 'http://www.w3.org/ns/adms#',
  cc: 'http://creativecommons.org/ns#',
  cr: 'http://mlcommons.org/croissant/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  prov: 'http://www.w3.org/ns/prov#',
  rai: 'http://mlcommons.org/croissant/RAI/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  sc: 'https://schema.org/',
  schema: 'http://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export type Name = `${keyof typeof NAMESPACES}:${string}`

/** Where the document was fetched from, which relative names are relative to. */
const FETCHED = 'https://registry.example/v1/export'

/** schema.org's context as far as it is used here: the namespace, under http, and which values are addresses or dates. */
const SCHEMA_ORG = {
  '@vocab': 'http://schema.org/',
  ...Object.fromEntries(
    ['url', 'sameAs', 'license', 'sdLicense', 'contentUrl', 'isBasedOn', 'usageInfo'].map((term) => [
      term,
      { '@type': '@id' },
    ]),
  ),
  ...Object.fromEntries(
    ['dateModified', 'datePublished', 'sdDatePublished'].map((term) => [term, { '@type': 'Date' }]),
  ),
}

const options = {
  base: FETCHED,
  async documentLoader(url: string) {
    if (url !== 'https://schema.org/') throw new Error(`nothing is fetched, and ${url} was asked for`)
    return { documentUrl: url, document: { '@context': SCHEMA_ORG } }
  },
}

export const iriOf = (name: Name): string => {
  const [prefix = '', term] = name.split(':')
  return `${NAMESPACES[prefix as keyof typeof NAMESPACES]}${term}`
}

export function readTurtle(text: string): Store {
  return new Store(new Parser({ baseIRI: FETCHED, format: 'text/turtle' }).parse(text))
}

export async function readJsonLd(text: string): Promise<Store> {
  const quads = await jsonld.toRDF(JSON.parse(text), { ...options, format: 'application/n-quads' })
  return new Store(new Parser({ format: 'application/n-quads' }).parse(String(quads)))
}

/** The objects of a statement about a thing. */
export function objects(graph: Store, subject: Term | string, predicate: Name): Term[] {
  return graph.getObjects(subject, iriOf(predicate), null)
}

/** The same as texts, or addresses. */
export function values(graph: Store, subject: Term | string, predicate: Name): string[] {
  return objects(graph, subject, predicate).map((term) => term.value)
}

/** Everything of a class. */
export function things(graph: Store, type: Name): Term[] {
  return graph.getSubjects(iriOf('rdf:type'), iriOf(type), null)
}

/** The cells, by data set and data type, as the graph has them. */
export function table(graph: Store): Record<string, Record<string, string>> {
  const rows: Record<string, Record<string, string>> = {}
  for (const { subject, object } of graph.getQuads(null, iriOf('schema:additionalProperty'), null, null)) {
    const [key = ''] = values(graph, object, 'schema:propertyID')
    rows[subject.value] = {
      ...rows[subject.value],
      [key]: values(graph, object, 'schema:value').join(' and '),
    }
  }
  return rows
}

/** The graph as text that is the same for the same graph, however it was written. */
export async function canonical(graph: Store): Promise<string> {
  const writer = new Writer({ format: 'application/n-quads' })
  writer.addQuads(graph.getQuads(null, null, null, null))
  const quads = await new Promise<string>((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)))
  })
  const document = await jsonld.fromRDF(quads, { format: 'application/n-quads' })
  return String(await jsonld.canonize(document, { format: 'application/n-quads' }))
}
