import { describe, expect, it } from 'vitest'
import { parseOaiRequest, repeatedArguments } from '../../../worker/domain/oai/request.ts'
import { writeToken } from '../../../worker/domain/oai/token.ts'

const parse = (query: string) => parseOaiRequest(new URLSearchParams(query))

const PAGE = { prefix: 'oai_dc', sent: 100, after: ['2021-01-01T00:00:00.000Z', 17] }
const TOKEN = writeToken('ListRecords', PAGE)

describe('a request of a harvester', () => {
  it('is a verb with its arguments', () => {
    expect(parse('verb=Identify')).toEqual({ verb: 'Identify' })
    expect(parse('verb=ListMetadataFormats')).toEqual({ verb: 'ListMetadataFormats' })
    expect(parse('verb=ListMetadataFormats&identifier=x')).toEqual({
      verb: 'ListMetadataFormats',
      identifier: 'x',
    })
    expect(parse('metadataPrefix=oai_dc&identifier=x&verb=GetRecord')).toEqual({
      verb: 'GetRecord',
      identifier: 'x',
    })
    expect(parse('verb=ListRecords&metadataPrefix=oai_dc&from=2020-05-12')).toEqual({
      verb: 'ListRecords',
      page: { prefix: 'oai_dc', sent: 0, changedFrom: '2020-05-12T00:00:00.000Z' },
    })
  })

  it('goes on with a list by its token', () => {
    expect(parse(`verb=ListRecords&resumptionToken=${TOKEN}`)).toEqual({ verb: 'ListRecords', page: PAGE })
  })
})

describe('what is wrong with a request is', () => {
  it.each([
    ['badVerb', ''],
    ['badVerb', 'verb='],
    ['badVerb', 'verb=identify'],
    ['badVerb', 'verb=toString'],
    ['badVerb', 'verb=Identify&verb=Identify'],
    ['badVerb', 'metadataPrefix=oai_dc'],
    ['badArgument', 'verb=Identify&metadataPrefix=oai_dc'],
    ['badArgument', 'verb=Identify&x'],
    ['badArgument', 'verb=ListSets&from=2020-05-12'],
    ['badArgument', 'verb=GetRecord'],
    ['badArgument', 'verb=GetRecord&identifier=x'],
    ['badArgument', 'verb=GetRecord&metadataPrefix=oai_dc'],
    ['badArgument', 'verb=GetRecord&identifier=x&identifier=x&metadataPrefix=oai_dc'],
    ['badArgument', 'verb=GetRecord&identifier=x&metadataPrefix=oai_dc&from=2020-05-12'],
    ['badArgument', 'verb=ListRecords'],
    ['badArgument', 'verb=ListIdentifiers&from=2020-05-12'],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc'],
    ['badArgument', 'verb=ListRecords&metadataPrefix='],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai%20dc'],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=junk'],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=2020-05-12&until=2020-05-12T00:00:00Z'],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&from=2020-05-13&until=2020-05-12'],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&set='],
    ['badArgument', 'verb=ListRecords&metadataPrefix=oai_dc&set=a::b'],
    ['badArgument', `verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=${TOKEN}`],
    ['badArgument', `verb=ListRecords&resumptionToken=${TOKEN}&resumptionToken=${TOKEN}`],
    ['badArgument', `verb=ListRecords&resumptionToken=${TOKEN}&until=2020-05-12`],
    ['badArgument', `verb=Identify&resumptionToken=${TOKEN}`],
    ['badResumptionToken', 'verb=ListRecords&resumptionToken=junk'],
    ['badResumptionToken', 'verb=ListRecords&resumptionToken='],
    ['badResumptionToken', `verb=ListIdentifiers&resumptionToken=${TOKEN}`],
    ['cannotDisseminateFormat', 'verb=ListRecords&metadataPrefix=marc21'],
    ['cannotDisseminateFormat', 'verb=GetRecord&identifier=x&metadataPrefix=marc21'],
    ['noSetHierarchy', 'verb=ListSets'],
    ['noSetHierarchy', 'verb=ListSets&resumptionToken=junk'],
    ['noSetHierarchy', 'verb=ListRecords&metadataPrefix=oai_dc&set=a:b'],
  ])('%s: %s', (error, query) => {
    expect(parse(query)).toEqual({ error, message: expect.stringMatching(/^[A-Z].*\.$/) })
  })
})

describe('an answer repeats the arguments', () => {
  const given = new URLSearchParams('verb=GetRecord&identifier=x&metadataPrefix=oai_dc')

  it('all of them, whatever it is', () => {
    const all = { verb: 'GetRecord', identifier: 'x', metadataPrefix: 'oai_dc' }
    expect(repeatedArguments(given, undefined)).toEqual(all)
    expect(repeatedArguments(given, 'idDoesNotExist')).toEqual(all)
  })

  it('but none where they were not understood', () => {
    expect(repeatedArguments(given, 'badVerb')).toEqual({})
    expect(repeatedArguments(given, 'badArgument')).toEqual({})
  })
})
