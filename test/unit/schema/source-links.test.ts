import { describe, expect, it } from 'vitest'
import { sourceParts } from '../../../schema/record/works/source-links.ts'
import release2 from '../../../schema/survey/2.0.json' with { type: 'json' }
import release3 from '../../../schema/survey/3.0.json' with { type: 'json' }

const linksOf = (source: string) => sourceParts(source).flatMap(({ address }) => address ?? [])
const AT = 'https://github.com/o/r'

describe('a source', () => {
  it.each([
    ['github.com/o/r@abc1234 README.md', [`${AT}/blob/abc1234/README.md`]],
    ['github.com/o/r@abc1234 LICENSE', [`${AT}/blob/abc1234/LICENSE`]],
    ['github.com/o/r@abc1234', [`${AT}/tree/abc1234`]],
    ['github.com/o/r@abc1234 the table of files', [`${AT}/tree/abc1234`]],
    ['github.com/o/r@a1 README.md, metadata.csv', [`${AT}/blob/a1/README.md`, `${AT}/blob/a1/metadata.csv`]],
    ['github.com/o/r@a1 docs/a.md and b.md', [`${AT}/blob/a1/docs/a.md`]],
    ['github.com/o/r/issues/4', [`${AT}/issues/4`]],
    ['gitlab.com/o/r@v1.2 docs/a.md', ['https://gitlab.com/o/r/-/blob/v1.2/docs/a.md']],
    ['10.5281/zenodo.3757476', ['https://doi.org/10.5281/zenodo.3757476']],
    ['doi:10.1148/radiol.2020', ['https://doi.org/10.1148/radiol.2020']],
    ['arXiv:2003.11597', ['https://arxiv.org/abs/2003.11597']],
    ['arXiv: 2003.11597v2', ['https://arxiv.org/abs/2003.11597v2']],
    ['Kaggle: user/set', ['https://www.kaggle.com/datasets/user/set']],
    ['zenodo.org/records/3757476', ['https://zenodo.org/records/3757476']],
    ['http://a.org/b (copy of the abstract); https://c.org', ['http://a.org/b', 'https://c.org']],
    ['README.md', []],
    ['data/README.md', []],
    ['readme.md/of the set', []],
    ['Kaggle, by a user', []],
    ['A letter from the authors, 2021', []],
  ])('%s leads to %s', (source, links) => {
    expect(linksOf(source)).toEqual(links)
    expect(
      sourceParts(source)
        .map(({ text }) => text)
        .join(''),
    ).toBe(source)
  })

  it('of the releases leads somewhere, but for the survey itself, which is a paper', () => {
    const sources = new Set(JSON.stringify([release2, release3]).match(/(?<="source":")[^"]+/g))
    expect([...sources].filter((source) => linksOf(source).length === 0)).toEqual([
      'Kalkreuth & Kaufmann, COVID-19: A Survey On Public Medical Imaging Data Resources, version 2.0',
    ])
    expect(sources.size).toBe(82)
  })
})
