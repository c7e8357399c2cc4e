// Data sets of Hugging Face's list. https://huggingface.co/docs/hub/api, `GET /api/datasets`: `search` looks for a part of
// a name, `expand` names the properties wanted, without which the files of each data set come too.

import * as z from 'zod/mini'
import { huggingFaceDataSet, huggingFaceRecord } from '../look-up/hugging-face.ts'
import { lenient, readJson } from '../look-up/site-record.ts'
import { type FoundDataSet, foundDataSet } from './found.ts'

const Listed = z.lazy(() =>
  z.extend(huggingFaceDataSet(), { createdAt: lenient(z.string()), private: lenient(z.boolean()) }),
)
const Answer = z.array(z.unknown())

const EXPANDED = [
  'author',
  'cardData',
  'createdAt',
  'description',
  'disabled',
  'gated',
  'lastModified',
  'tags',
]

export const HUGGING_FACE_SEARCHES = ['covid', 'sars-cov'] as const

/** The data sets with a word in their name, the last changed first. */
export function huggingFaceListAddress(word: (typeof HUGGING_FACE_SEARCHES)[number]): string {
  const search = new URLSearchParams({ search: word, sort: 'lastModified', direction: '-1', limit: '50' })
  for (const property of EXPANDED) search.append('expand[]', property)
  return `https://huggingface.co/api/datasets?${search}`
}

/** The data sets that were changed since an instant; undefined where the answer is no list. */
export function readHuggingFaceList(
  answer: string,
  since: string,
  today: string,
): readonly FoundDataSet[] | undefined {
  return readJson(Answer, answer)?.flatMap((entry) => {
    const read = Listed.safeParse(entry)
    if (!read.success) return []
    const dataSet = read.data
    const { id, tags, lastModified = today, description, cardData } = dataSet
    if (lastModified < since || dataSet.disabled === true || dataSet.private === true) return []
    const found = foundDataSet(
      {
        source: 'huggingFace',
        url: `https://huggingface.co/datasets/${id}`,
        publisher: 'Hugging Face',
        record: huggingFaceRecord(`https://huggingface.co/api/datasets/${id}`, dataSet),
        texts: [id, cardData?.pretty_name, description ?? undefined, ...tags],
        otherNames: tags.filter((tag) => tag.startsWith('doi:')),
        isPart: false,
        changedAt: lastModified,
      },
      today,
    )
    return found ?? []
  })
}
