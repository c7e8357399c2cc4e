import { describe, expect, it } from 'vitest'
import { sourceParts } from '../../../../schema/record/works/source-links.ts'
import release2 from '../../../../schema/survey/2.0.json' with { type: 'json' }
import release3 from '../../../../schema/survey/3.0.json' with { type: 'json' }

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
    ['https://a.org/x and https://b.org/y', ['https://a.org/x', 'https://b.org/y']],
    ['Homepage (https://a.org/x)', ['https://a.org/x']],
    ['see <https://a.org/x>, section 2', ['https://a.org/x']],
    ['https://github.com/o/r at commit abc', [AT]],
    ['github.com/o/r README.md', [AT]],
    ['www.eurorad.org', ['https://www.eurorad.org']],
    ['Table 1 of 10.1148/radiol.2021203957', ['https://doi.org/10.1148/radiol.2021203957']],
    ['10.1016/S0140-6736(20)30183-5, table 2', ['https://doi.org/10.1016/S0140-6736(20)30183-5']],
    ['DOI: https://doi.org/10.1038/s41597-021-00900-3', ['https://doi.org/10.1038/s41597-021-00900-3']],
    ['2003.11597v3', ['https://arxiv.org/abs/2003.11597v3']],
    ['arXiv 2003.11597, abstract', ['https://arxiv.org/abs/2003.11597']],
    ['PMID 33947804', ['https://pubmed.ncbi.nlm.nih.gov/33947804/']],
    ['the paper in PMC 8012345', ['https://pmc.ncbi.nlm.nih.gov/articles/PMC8012345/']],
    ['Zenodo record 3757476', ['https://zenodo.org/records/3757476']],
    ['TCIA collection page', []],
    ['version 2.0 of 10.5 GB', []],
    ['2099.12345', []],
    ['Table 2013.1234 of the annex', []],
    ['huggingface.co/datasets/a/b@main README.md', []],
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
