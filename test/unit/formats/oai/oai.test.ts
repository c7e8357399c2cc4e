import { describe, expect, it } from 'vitest'
import { RegistryError } from '../../../../schema/errors.ts'
import { answerOai } from '../../../../worker/api/operations/oai.ts'
import { MADE_UP } from '../../../support/made-up-records.ts'
import { childOf, childrenOf } from '../feeds/xml-tree.ts'
import { expectGolden } from '../golden.ts'
import { BASE, FIRST, RESOURCES } from '../records.ts'
import { fakeRecords } from './fake-records.ts'
import { ask, CONTACT, errorOf, NOW, repositoryOf } from './oai-harvester.ts'

const survey = fakeRecords(RESOURCES)
const answer = (query: string, registry = survey) =>
  answerOai(registry, BASE, new URLSearchParams(query), NOW, CONTACT)

describe('the survey, harvested', () => {
  it.each([
    ['oai-identify.xml', 'verb=Identify'],
    ['oai-formats.xml', 'verb=ListMetadataFormats'],
    ['oai-record.xml', `verb=GetRecord&identifier=oai:registry.example:${FIRST.slug}&metadataPrefix=oai_dc`],
    ['oai-records.xml', 'verb=ListRecords&metadataPrefix=oai_dc'],
    ['oai-no-sets.xml', 'verb=ListSets'],
  ])('reads as %s', async (file, query) => {
    expectGolden(file, await answer(query))
  })
})

describe('one record', () => {
  const removed = { ...FIRST, slug: 'gone', status: 'removed' as const }
  const registry = fakeRecords([FIRST, removed])
  const identifierOf = (slug: string) => `oai:registry.example:${slug}`
  const get = (identifier: string) =>
    ask(repositoryOf(registry), { verb: 'GetRecord', identifier, metadataPrefix: 'oai_dc' })

  it('is got by its identifier', async () => {
    const record = childOf(childOf(await get(identifierOf(FIRST.slug)), 'GetRecord'), 'record')
    expect(childOf(childOf(record, 'header'), 'identifier').text).toBe(identifierOf(FIRST.slug))
    expect(childrenOf(record, 'metadata')).toHaveLength(1)
  })

  it('that was removed is a header that says so', async () => {
    const record = childOf(childOf(await get(identifierOf('gone')), 'GetRecord'), 'record')
    expect(record.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['header', { status: 'deleted' }],
    ])
  })

  it('is told in one format or, removed, in none', async () => {
    const formats = (slug: string) =>
      ask(repositoryOf(registry), { verb: 'ListMetadataFormats', identifier: identifierOf(slug) })
    const list = childOf(await formats(FIRST.slug), 'ListMetadataFormats')
    expect(list.children.map((format) => childOf(format, 'metadataPrefix').text)).toEqual(['oai_dc'])
    expect(errorOf(await formats('gone'))).toBe('noMetadataFormats')
    expect(errorOf(await formats('nothing'))).toBe('idDoesNotExist')
  })

  it('that there is none of does not exist', async () => {
    expect(errorOf(await get(identifierOf('nothing')))).toBe('idDoesNotExist')
  })

  it('is not looked for under what is no identifier of ours', async () => {
    registry.calls.length = 0
    for (const identifier of ['', 'junk', 'in"valid<id>&', 'oai:registry.example:No Slug', 'oai:x.y:gone'])
      expect(errorOf(await get(identifier))).toBe('idDoesNotExist')
    expect(registry.calls).toEqual([])
  })
})

describe('what cannot be answered', () => {
  it('is an error of the protocol, in a document like any other', async () => {
    const registry = fakeRecords(MADE_UP)
    const list = { verb: 'ListRecords', metadataPrefix: 'oai_dc' }
    const error = async (given: { readonly [name: string]: string }) =>
      errorOf(await ask(repositoryOf(registry), given))
    expect(await error({ verb: 'Nothing' })).toBe('badVerb')
    expect(await error({ verb: 'Identify', '<x "y">': '1' })).toBe('badArgument')
    expect(await error({ ...list, from: 'junk' })).toBe('badArgument')
    expect(await error({ ...list, metadataPrefix: 'marc21' })).toBe('cannotDisseminateFormat')
    expect(await error({ ...list, set: 'a:b' })).toBe('noSetHierarchy')
    expect(await error({ ...list, until: '2019-12-31' })).toBe('noRecordsMatch')
    expect(await error({ ...list, from: '2030-01-01' })).toBe('noRecordsMatch')
    expect(await error({ verb: 'ListRecords', resumptionToken: 'ju"nk' })).toBe('badResumptionToken')
  })

  it('is the rest of a list whose records have all changed since its range', async () => {
    const registry = fakeRecords(MADE_UP)
    const request = { verb: 'ListRecords', metadataPrefix: 'oai_dc', until: '2026-02-28' }
    const list = childOf(await ask(repositoryOf(registry), request), 'ListRecords')
    const resumptionToken = childOf(list, 'resumptionToken').text
    registry.rows = MADE_UP.map((row) => ({ ...row, updatedAt: '2026-03-01T00:00:00.000Z' }))
    expect(errorOf(await ask(repositoryOf(registry), { verb: 'ListRecords', resumptionToken }))).toBe(
      'noRecordsMatch',
    )
  })

  it('for another reason than that nothing is there is no answer', async () => {
    const unavailable = {
      ...survey,
      getResource: () => Promise.reject(new RegistryError('unavailable', 'The database does not answer.')),
    }
    const query = `verb=GetRecord&identifier=oai:registry.example:${FIRST.slug}&metadataPrefix=oai_dc`
    await expect(answer(query, unavailable)).rejects.toThrow('The database does not answer.')
  })
})
