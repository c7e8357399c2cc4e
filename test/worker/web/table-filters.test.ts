// The filters of GET / beside the data types, on made-up records: use, annotations, size, age.

import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { UNKNOWN_USE } from '../../../schema/record/values/use.ts'
import type { Permission } from '../../../schema/vocabulary.ts'
import { insertResources, type MadeUp, madeUp } from '../registry/made-up.ts'
import { decode, elementsOf } from './parsed.ts'

const labelled = (
  position: number,
  commercial: Permission,
  patients: number | undefined,
  more: MadeUp = {},
) =>
  madeUp(position, {
    use: { ...UNKNOWN_USE, commercial },
    counts: patients === undefined ? null : { patients },
    annotations: ['lesion_masks'],
    ...more,
  })

beforeAll(() =>
  insertResources([
    labelled(901, 'yes', 120, { published: 2020, countries: ['IT', 'DE'], fileFormats: ['NIfTI'] }),
    labelled(902, 'conditional', 50, { published: 2021, countries: ['CN'], fileFormats: ['DICOM'] }),
    labelled(903, 'no', 900, { annotations: ['lesion_masks', 'lung_masks'] }),
    labelled(904, 'yes', 49),
    labelled(905, 'yes', undefined),
    labelled(906, 'yes', 500, { annotations: [] }),
  ]),
)

const ask = (path: string) => exports.default.fetch(`https://registry.example${path}`, { redirect: 'manual' })

async function shownAt(path: string) {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  const page = await elementsOf(answer)
  const boxes = page.filter(({ attributes }) => attributes.type === 'checkbox')
  return {
    slugs: page.flatMap(({ attributes }) => attributes.href?.match(/^\/r\/([\w-]+)/)?.[1] ?? []),
    texts: (tag: string) => page.flatMap((one) => (one.tag === tag ? [decode(one.text).trim()] : [])),
    ticked: boxes.flatMap(({ attributes }) => ('checked' in attributes ? [attributes.value ?? ''] : [])),
  }
}

describe('the filters', () => {
  it.each([
    ['annotations=lesion_masks&commercial=yes,conditional&minPatients=50', 2],
    ['annotations=lung_masks,reports', 1],
    ['fileFormat=DICOM,NIfTI&country=IT,CN', 2],
    ['publishedFrom=2021&publishedTo=2021', 1],
    ['annotations=lesion_masks&original=yes&minPatients=100&sort=patients', 2],
  ])('%s lists the same on the page, in the API and in the export', async (query, count) => {
    const { slugs } = await shownAt(`/?${query}`)
    expect(slugs).toHaveLength(count)
    const { items } = await (await ask(`/v1/resources?${query}`)).json<{ items: Resource[] }>()
    expect(items.map(({ slug }) => slug)).toEqual(slugs)
    const lines = (await (await ask(`/v1/export.ndjson?${query}`)).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).slug)).toEqual(slugs)
  })

  it('joins the boxes that a form sends, and ticks them again', async () => {
    const sent = await ask('/?annotations=lesion_masks&annotations=lung_masks&country=&minImages=')
    expect(sent.headers.get('Location')).toBe('/?annotations=lesion_masks,lung_masks')
    const { ticked, texts } = await shownAt('/?annotations=lesion_masks,lung_masks')
    expect(ticked).toEqual(['lesion_masks', 'lung_masks'])
    expect(texts('summary')).toContain('Annotations 2 chosen')
    expect(texts('a')).toContain('Annotations: lesion masks or lung masks × (remove this filter)')
  })

  it('counts each choice, and has the most frequent first of a long list', async () => {
    const { texts } = await shownAt('/?annotations=lesion_masks')
    const labels = texts('label')
    expect(labels).toEqual(expect.arrayContaining(['lesion masks 5', 'yes 3', 'on conditions 1']))
    const countries = labels.filter((label) => /^(China|Germany|Italy) \d$/.test(label))
    expect(countries).toEqual(['China 1', 'Germany 1', 'Italy 1'])
  })

  it('leaves out an end before the beginning, and says so', async () => {
    const { slugs, texts } = await shownAt('/?publishedFrom=2021&publishedTo=2020')
    expect(slugs).toEqual(['made-up-902'])
    expect(texts('p')).toContain(
      'Ignored, because it was not understood: publishedTo=2020. That is before 2021.',
    )
  })

  it('offers what addresses say of now alone, each with its count', async () => {
    const now = await shownAt('/?annotations=lesion_masks&link=unchecked')
    expect(now.ticked).toEqual(['lesion_masks', 'unchecked'])
    expect(now.texts('label')).toEqual(expect.arrayContaining(['not checked 5', 'dead 0']))
    const then = await shownAt('/?annotations=lesion_masks&link=unchecked&release=2.0')
    expect(then.ticked).toEqual(['lesion_masks'])
    expect(then.texts('p')).toContain(
      'Ignored, because it was not understood: link=unchecked. What addresses say is known of now alone.',
    )
  })
})

describe('a row', () => {
  it('has the use, the access, the size and the annotations in short', async () => {
    const { texts } = await shownAt('/?minPatients=100&sort=name')
    const cells = texts('td')
    expect(cells).toEqual(
      expect.arrayContaining([
        'Commercial use: yeslicence not recorded',
        '120 patients lesion masks',
        'Access: not recorded Status: not checked',
        '500 patients annotations not recorded',
      ]),
    )
  })
})
