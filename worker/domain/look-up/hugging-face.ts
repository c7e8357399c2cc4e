// A data set by the API of Hugging Face. https://huggingface.co/docs/hub/api, `GET /api/datasets/{id}`.

import * as z from 'zod/mini'
import { once } from '../../../schema/once.ts'
import { dayOf, lenient, lenientList, readJson, type SiteRecord } from './site-record.ts'
import { fileFormatsIn, namedDataTypes, spelledAsListed, summary } from './words.ts'

export const huggingFaceDataSet = once(() =>
  z.object({
    id: z.string(),
    author: lenient(z.string()),
    lastModified: lenient(z.string()),
    /** `false`, or who lets people in: nobody ("auto") or a person ("manual"). */
    gated: lenient(z.union([z.boolean(), z.string()])),
    disabled: lenient(z.boolean()),
    /** "license:cc-by-4.0", "arxiv:2003.13865", "doi:10.57967/hf/1234", "format:csv" and others. */
    tags: lenientList(z.string()),
    description: lenient(z.nullable(z.string())),
    cardData: lenient(
      z.nullable(
        z.object({
          pretty_name: lenient(z.string()),
          license: lenient(z.union([z.string(), z.array(z.string())])),
        }),
      ),
    ),
  }),
)

type HuggingFaceDataSet = z.infer<ReturnType<typeof huggingFaceDataSet>>

/** Where the data set of an address is described, in the letters of the address: the API tells them apart. */
export function huggingFaceAddress(address: string): string | undefined {
  const [, id] =
    /^(?:https?:\/\/)?(?:www\.)?huggingface\.co\/datasets\/([\w.-]+(?:\/[\w.-]+)?)(?:$|[/?#])/i.exec(
      address,
    ) ?? []
  return id === undefined ? undefined : `https://huggingface.co/api/datasets/${id}`
}

export function readHuggingFace(source: string, answer: string): SiteRecord | undefined {
  const dataSet = readJson(huggingFaceDataSet(), answer)
  return dataSet && huggingFaceRecord(source, dataSet)
}

export function huggingFaceRecord(source: string, dataSet: HuggingFaceDataSet): SiteRecord {
  const { id, author, tags, description, cardData, gated } = dataSet
  const tagged = (name: string) =>
    tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1))
  const [license] = tagged('license')
  const [arxiv] = tagged('arxiv')
  const name = cardData?.pretty_name ?? id.replace(/^.*\//, '')
  const words = summary(description ?? undefined)
  return {
    source,
    isPaper: false,
    references: [],
    paperDoi: arxiv === undefined ? undefined : `10.48550/arXiv.${arxiv}`,
    fields: {
      name,
      organization: author ?? (id.includes('/') ? id.replace(/\/.*$/, '') : undefined),
      availability: namedDataTypes([name.replace(/[-_.]/g, ' '), words]),
      description: words,
      // "other" and "unknown" stand for terms that the page has in its own words.
      license:
        license === undefined || license === 'other' || license === 'unknown'
          ? undefined
          : spelledAsListed(license),
      access: gated === false ? 'open' : gated === 'manual' ? 'application' : gated ? 'agreement' : undefined,
      lastUpdated: dayOf(dataSet.lastModified),
      fileFormats: fileFormatsIn(tagged('format')),
      doi: tagged('doi')[0],
    },
  }
}
