import { expect, it } from 'vitest'
import { referenceText } from '../../../../bot/cards/resource/reference-text.ts'
import { english } from '../../../../bot/languages/index.ts'
import type { Reference } from '../../../../schema/record/works/reference.ts'

const linked = (found: Partial<Reference>) =>
  referenceText(english, { id: 'a', type: 'article', title: 'A paper', ...found }, 100)

it('a reference on a card leads where it leads on a page', () => {
  expect(linked({ DOI: 'doi:10.1148/radiol.2020200642' })).toBe(
    '[A paper](https://doi.org/10.1148/radiol.2020200642)',
  )
  expect(linked({ archive: 'arxiv', archive_location: '2003.11597' })).toBe(
    '[A paper](https://arxiv.org/abs/2003.11597), arxiv 2003.11597',
  )
  expect(linked({ DOI: 'to appear' })).toBe('A paper')
  expect(linked({ URL: 'javascript:alert(1)' })).toBe('A paper')
})
