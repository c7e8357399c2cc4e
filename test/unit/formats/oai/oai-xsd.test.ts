// Every kind of answer of OAI-PMH against XML Schemas, by libxml2.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { answerOai } from '../../../../worker/api/operations/oai.ts'
import { MADE_UP } from '../../../support/made-up-records.ts'
import { FULL } from '../full-record.ts'
import { BASE, FIRST, RESOURCES } from '../records.ts'
import { fakeRecords } from './fake-records.ts'
import { CONTACT, NOW } from './oai-harvester.ts'

const file = (fileName: string) => ({
  fileName,
  contents: readFileSync(join(import.meta.dirname, 'schema', fileName), 'utf8'),
})
const schema = file('oai-pmh.xsd')
const preload = [file('oai-dc.xsd'), file('dc.xsd')]

const faultsOf = async (xml: string) =>
  (await validateXML({ xml: { fileName: 'answer.xml', contents: xml }, schema, preload })).errors

const removed = { ...FIRST, slug: 'gone', status: 'removed' as const }
const registry = fakeRecords([...RESOURCES, removed, FULL, ...MADE_UP])
const answer = (query: string) => answerOai(registry, BASE, new URLSearchParams(query), NOW, CONTACT)
const identifier = (slug: string) => `identifier=oai:registry.example:${slug}`

it.each([
  ['Identify', 'verb=Identify'],
  ['ListMetadataFormats', 'verb=ListMetadataFormats'],
  ['ListMetadataFormats', `verb=ListMetadataFormats&${identifier(FIRST.slug)}`],
  ['GetRecord', `verb=GetRecord&metadataPrefix=oai_dc&${identifier(FIRST.slug)}`],
  ['GetRecord', `verb=GetRecord&metadataPrefix=oai_dc&${identifier(FULL.slug)}`],
  ['GetRecord', `verb=GetRecord&metadataPrefix=oai_dc&${identifier('gone')}`],
  ['ListIdentifiers', 'verb=ListIdentifiers&metadataPrefix=oai_dc'],
  ['ListRecords', 'verb=ListRecords&metadataPrefix=oai_dc'],
  ['ListRecords', 'verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2026-12-31'],
  ['badVerb', 'verb=Nothing'],
  ['badVerb', 'verb=Identify&verb=ListSets'],
  ['badArgument', 'verb=Identify&%3Cx%3E=1'],
  ['badArgument', 'verb=GetRecord&metadataPrefix=oai_dc'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=%00%22%3C'],
  ['badResumptionToken', 'verb=ListRecords&resumptionToken=%3Cju%22nk%26'],
  ['cannotDisseminateFormat', 'verb=ListRecords&metadataPrefix=marc21'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=%3C%20%3E'],
  ['idDoesNotExist', `verb=GetRecord&metadataPrefix=oai_dc&${identifier('nothing')}`],
  ['idDoesNotExist', 'verb=GetRecord&metadataPrefix=oai_dc&identifier=not%20an%20%3Cid%3E'],
  ['noRecordsMatch', 'verb=ListRecords&metadataPrefix=oai_dc&until=2019-12-31'],
  ['noMetadataFormats', `verb=ListMetadataFormats&${identifier('gone')}`],
  ['noSetHierarchy', 'verb=ListSets'],
  ['noSetHierarchy', 'verb=ListRecords&metadataPrefix=oai_dc&set=a:b'],
  ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&set=%3C%20'],
])('the schema takes %s to %s', async (kind, query) => {
  const xml = await answer(query)
  expect(xml).toMatch(new RegExp(`<${kind}>|<error code="${kind}">`))
  expect(await faultsOf(xml)).toEqual([])
})

it('the schema takes the rest of a list', async () => {
  const [, token = ''] =
    /<resumptionToken[^>]*>([^<]+)</.exec(await answer('verb=ListIdentifiers&metadataPrefix=oai_dc')) ?? []
  expect(token).not.toBe('')
  expect(await faultsOf(await answer(`verb=ListIdentifiers&resumptionToken=${token}`))).toEqual([])
})

it.each([
  ['an element that Dublin Core lacks', 'dc:creator>', 'dc:author>'],
  ['a date with a fraction', '<datestamp>2020-05-12T00:00:00Z', '<datestamp>2020-05-12T00:00:00.000Z'],
  ['an element before the header', '<header>', '<about/><header>'],
])('the schema refuses %s', async (_name, from, to) => {
  const xml = await answer(`verb=GetRecord&metadataPrefix=oai_dc&${identifier(FIRST.slug)}`)
  expect(await faultsOf(xml.replaceAll(from, to))).not.toEqual([])
})
