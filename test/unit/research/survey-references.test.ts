import { describe, expect, it } from 'vitest'
import { isoDate, partsOf } from '../../../schema/record/dates.ts'
import { type CslName, Reference } from '../../../schema/record/reference.ts'
import { type PrintedReference, surveyReference } from '../../../worker/cli/research/survey-references.ts'
import { PRINTED } from '../formats/survey.ts'

/** The way back: a survey reference as it is printed. */
function print(item: Reference): PrintedReference {
  const inArXiv = item.archive === 'arXiv' && item['container-title'] === undefined
  const container = inArXiv ? 'arXiv' : item['container-title']
  return {
    number: Number(item.id.replace('survey-', '')),
    type: item.type,
    title: item.title,
    ...(item.author && { authors: item.author.map(printName) }),
    ...(container && { container }),
    ...(item.issued && { year: partsOf(item.issued).year }),
    ...(item.page && { page: item.page }),
    ...(item.archive_location && { arXiv: item.archive_location }),
    ...(item.URL && { URL: item.URL }),
    ...(item.accessed && { accessed: isoDate(item.accessed) }),
  }
}

function printName(name: CslName): string {
  return 'literal' in name ? name.literal : [name.family, name.given].join(', ')
}

describe('a printed reference', () => {
  it('loses nothing on its way to CSL-JSON and back, any of the 22', () => {
    expect(PRINTED).toHaveLength(22)
    for (const printed of PRINTED) expect(print(surveyReference(printed))).toEqual(printed)
  })

  it('is a reference as the contract has it, with nothing besides', () => {
    for (const printed of PRINTED) {
      const item = surveyReference(printed)
      expect(Reference.parse(item)).toStrictEqual(item)
    }
  })

  it('keeps its number, in its id and beside it', () => {
    const item = surveyReference({ number: 17, type: 'article', title: 'A title' })
    expect(item).toStrictEqual({ id: 'survey-17', type: 'article', title: 'A title', 'citation-number': 17 })
  })

  it('has its authors parted at the first comma', () => {
    const { author } = surveyReference({
      number: 1,
      type: 'dataset',
      title: 'A title',
      authors: ['Cohen, J. P.', 'King, M. L., Jr.', 'World Health Organization'],
    })
    expect(author).toStrictEqual([
      { family: 'Cohen', given: 'J. P.' },
      { family: 'King', given: 'M. L., Jr.' },
      { literal: 'World Health Organization' },
    ])
  })

  it('has arXiv as its archive and not as a journal', () => {
    const item = surveyReference({
      number: 1,
      type: 'article',
      title: 'A',
      container: 'arXiv',
      arXiv: '2003.11597',
    })
    expect(item).toMatchObject({ archive: 'arXiv', archive_location: '2003.11597' })
    expect(item).not.toHaveProperty('container-title')
  })

  it('keeps a journal beside its number in arXiv', () => {
    const item = surveyReference({
      number: 1,
      type: 'article',
      title: 'A',
      container: 'Radiology',
      arXiv: '1.2',
    })
    expect(item).toMatchObject({ 'container-title': 'Radiology', archive: 'arXiv', archive_location: '1.2' })
  })
})
