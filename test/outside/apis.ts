// APIs of other sites as they document themselves, strict about what they are asked.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { dataciteList, huggingFaceList, listedDataSets, listedWorks } from './lists.ts'
import {
  CROSSREF_WORKS,
  DATACITE_WORKS,
  GITHUB_REPOSITORIES,
  HUGGING_FACE_DATA_SETS,
  PUBMED_SUMMARIES,
} from './records.ts'
import type { Found, Site } from './site.ts'

/** An API of JSON that is only read. */
const api =
  (find: (path: string, request: IncomingMessage, search: URLSearchParams) => Found): Site =>
  (request, response: ServerResponse, { pathname, searchParams }) => {
    const wanted = request.headers.accept ?? ''
    if (request.method !== 'GET') return void response.writeHead(405).end()
    if (!wanted.includes('application/json')) return void response.writeHead(406).end()
    const {
      status,
      type = 'application/json',
      body,
    } = find(decodeURIComponent(pathname), request, searchParams)
    response
      .writeHead(status, { 'Content-Type': type })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }

/** The entry of a record in any case of its letters, which DOIs and names on GitHub do not tell apart. */
const inAnyCase = <Value>(records: { readonly [name: string]: Value }, name: string): Value | undefined =>
  Object.entries(records).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

export const APIS: { readonly [host: string]: Site } = {
  // https://support.datacite.org/docs/api-error-codes
  'api.datacite.org': api((path, _, search) => {
    if (path === '/dois') return dataciteList(search)
    const work = inAnyCase({ ...DATACITE_WORKS, ...listedWorks() }, path.replace(/^\/dois\//, ''))
    return work
      ? {
          status: 200,
          type: 'application/vnd.api+json; charset=utf-8',
          body: { data: { id: work.doi, type: 'dois', attributes: work } },
        }
      : {
          status: 404,
          body: { errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }] },
        }
  }),
  // https://www.crossref.org/documentation/retrieve-metadata/rest-api/
  'api.crossref.org': api((path) => {
    const work = inAnyCase(CROSSREF_WORKS, path.replace(/^\/works\//, ''))
    return work
      ? {
          status: 200,
          body: { status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message: work },
        }
      : { status: 404, type: 'text/plain', body: 'Resource not found.' }
  }),
  // https://www.ncbi.nlm.nih.gov/books/NBK25499/: a number that there is not is an error inside of an answer of 200.
  'eutils.ncbi.nlm.nih.gov': api((path, _, search) => {
    const [base = '', id = ''] = [search.get('db') ?? '', search.get('id') ?? '']
    if (path !== '/entrez/eutils/esummary.fcgi' || search.get('retmode') !== 'json' || !search.has('tool'))
      return { status: 400, body: { error: 'Invalid request' } }
    const summary = PUBMED_SUMMARIES[base]?.[id] ?? { uid: id, error: 'cannot get document summary' }
    const header = { type: 'esummary', version: '0.3' }
    return { status: 200, body: { header, result: { uids: [id], [id]: summary } } }
  }),
  // https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api: unknown and private are told alike.
  'api.github.com': api((path) => {
    const name = path.replace(/^\/repos\//, '')
    if (name.toLowerCase() === 'limited/repository')
      return { status: 403, body: { message: 'API rate limit exceeded for 203.0.113.7.' } }
    const repository = inAnyCase(GITHUB_REPOSITORIES, name)
    return repository
      ? { status: 200, body: repository }
      : {
          status: 404,
          body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
        }
  }),
  // https://huggingface.co/docs/hub/api: one that is private or missing is 401 for whoever is not signed in.
  'huggingface.co': api((path, _, search) => {
    if (path === '/api/datasets') return huggingFaceList(search)
    const dataSet = { ...HUGGING_FACE_DATA_SETS, ...listedDataSets() }[path.replace(/^\/api\/datasets\//, '')]
    return dataSet ? { status: 200, body: dataSet } : { status: 401, body: { error: 'Repository not found' } }
  }),
}
