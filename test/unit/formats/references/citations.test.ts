import { describe, expect, it } from 'vitest'
import { Reference } from '../../../../schema/record/works/reference.ts'
import { CITATION_STYLES } from '../../../../schema/vocabulary.ts'
import { CITATION_FORMATS } from '../../../../worker/formats/references/citations.ts'
import { expectGolden } from '../golden.ts'
import { REFERENCES } from '../records.ts'
import { reference } from './read-back.ts'

const { bibtex, ris, apa, csl } = CITATION_FORMATS

describe("the survey's 22 references", () => {
  it('print in BibTeX as references.bib', () => {
    expectGolden('references.bib', `${REFERENCES.map(bibtex).join('\n\n')}\n`)
  })

  it('print in RIS as references.ris', () => {
    expectGolden('references.ris', REFERENCES.map(ris).join(''))
  })

  it('print in APA-like text as references.txt', () => {
    expectGolden('references.txt', `${REFERENCES.map(apa).join('\n')}\n`)
  })

  it('print in CSL-JSON as references.csl.json', () => {
    expectGolden('references.csl.json', `[\n${REFERENCES.map(csl).join(',\n')}\n]\n`)
  })

  it('are references as the contract has them, read back from CSL-JSON', () => {
    for (const item of REFERENCES) expect(Reference.parse(JSON.parse(csl(item)))).toStrictEqual(item)
  })
})

describe('a citation', () => {
  it('has a format for each style', () => {
    expect(Object.keys(CITATION_FORMATS).sort()).toEqual(CITATION_STYLES.map((style) => style.key).sort())
  })

  it('says nothing of what is not known', () => {
    for (const format of Object.values(CITATION_FORMATS)) {
      expect(format(reference({}))).not.toMatch(/undefined|null|NaN|\{\}|\[\]/)
    }
  })
})
