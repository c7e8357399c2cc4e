import { Cite } from '@citation-js/core'
import '@citation-js/plugin-cff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { oneLine } from '../../../../schema/text/one-line.ts'
import type { Release } from '../../../../schema/verbs/as-of.ts'
import { cff } from '../../../../worker/formats/references/cff.ts'
import { expectGolden } from '../golden.ts'
import { CATALOGUE, NOWHERE, RELEASE } from '../records.ts'
import { brokenText } from './arbitraries.ts'
import { pairs } from './read-back.ts'

describe('the citation file', () => {
  it('of the survey is the one at the root of the repository', () => {
    expectGolden('release-2.0.cff', cff(RELEASE, NOWHERE))
  })

  it('is YAML that says what Citation File Format 1.2.0 asks for', () => {
    expect(parse(cff(RELEASE, CATALOGUE))).toEqual({
      'cff-version': '1.2.0',
      message: 'Please cite this release as given here, and each data set as its own authors ask.',
      type: 'dataset',
      title: 'COVID-19: A Survey On Public Medical Imaging Data Resources',
      authors: [
        {
          'family-names': 'Kalkreuth',
          'given-names': 'Roman',
          affiliation: 'Department of Computer Science, TU Dortmund University',
        },
        {
          'family-names': 'Kaufmann',
          'given-names': 'Paul',
          affiliation: 'Chair for Computational Intelligence, Johannes Gutenberg University Mainz',
        },
      ],
      version: '2.0',
      'date-released': '2020-05-12',
      abstract: expect.stringContaining('Not to claim any form of diagnostic performance'),
      keywords: RELEASE.keywords,
      license: 'CC0-1.0',
      url: 'https://registry.example',
      references: [
        {
          type: 'article',
          title: 'COVID-19: A Survey On Public Medical Imaging Data Resources',
          authors: [
            { 'family-names': 'Kalkreuth', 'given-names': 'Roman' },
            { 'family-names': 'Kaufmann', 'given-names': 'Paul' },
          ],
          year: 2020,
          version: '2.0',
          url: 'https://arxiv.org/abs/2004.04569',
        },
      ],
    })
  })

  it('is understood by a reader of such files', () => {
    const [item] = new Cite(cff(RELEASE, CATALOGUE), { generateGraph: false }).data
    expect(item).toMatchObject({
      type: 'dataset',
      title: RELEASE.title,
      version: '2.0',
      issued: { 'date-parts': [[2020, 5, 12]] },
      URL: 'https://registry.example',
    })
    expect(pairs(item?.author)).toEqual([
      ['Kalkreuth', 'Roman'],
      ['Kaufmann', 'Paul'],
    ])
  })

  it('has no address where none is set', () => {
    expect(parse(cff(RELEASE, NOWHERE))).not.toHaveProperty('url')
  })

  it('has an institution by its name, and the registry for want of authors', () => {
    const authors = (given: Release['authors']) => parse(cff({ ...RELEASE, authors: given }, NOWHERE)).authors
    expect(
      authors([{ literal: 'TU Dortmund University', affiliation: 'Dortmund' }, { family: 'Xu' }]),
    ).toEqual([{ name: 'TU Dortmund University' }, { 'family-names': 'Xu' }])
    expect(authors([])).toEqual([{ name: 'COVID-19 Imaging Registry' }])
    expect(authors([{ literal: 'Public COVID-19 medical imaging data' }])).toEqual(authors([]))
  })

  it('has each keyword once, and no list of none', () => {
    const keywords = (given: string[]) => parse(cff({ ...RELEASE, keywords: given }, NOWHERE)).keywords
    expect(keywords(['CT', ' CT\n', 'yes'])).toEqual(['CT', 'yes'])
    expect(keywords([])).toBeUndefined()
  })

  it('gives every text back on one line, whatever is in it', () => {
    const anything = fc.oneof(
      brokenText,
      fc.constantFrom('no', '~', '2.0', '1e3', '- a', '#', ': ', '!!x', '\ud800'),
    )
    fc.assert(
      fc.property(anything, anything, anything, (title, version, family) => {
        const back = parse(
          cff({ ...RELEASE, title, version, authors: [{ family }], keywords: [title] }, NOWHERE),
        )
        expect([back.title, back.version, back.authors]).toEqual([
          oneLine(title).toWellFormed(),
          oneLine(version).toWellFormed(),
          [{ 'family-names': oneLine(family).toWellFormed() }],
        ])
      }),
    )
  })
})
