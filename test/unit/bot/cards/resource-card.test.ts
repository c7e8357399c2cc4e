import { describe, expect, it } from 'vitest'
import { resourceCard } from '../../../../bot/cards/resource/resource-card.ts'
import { english } from '../../../../bot/languages/index.ts'
import type { Claim } from '../../../../schema/record/claims.ts'
import type { Lineage, RelatedResource } from '../../../../schema/record/lineage/graph.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { ResolvedResource } from '../../../../schema/verbs/resources.ts'
import { AS_OF, madeUpResource } from './made-up-resource.ts'
import { textOf } from './text-of.ts'

const asOf = AS_OF
const ALONE: Lineage = { ancestors: [], descendants: [], siblings: [] }

const lines = (given: Partial<Resource>, lineage = ALONE, successor?: ResolvedResource['successor']) => {
  const answer = { resource: madeUpResource(given), lineage, asOf, ...(successor && { successor }) }
  return textOf(resourceCard(english, answer, true)).split('\n')
}

it('leads to its page where the deployment says where pages are', () => {
  const answer = { resource: madeUpResource({}), lineage: ALONE, asOf }
  const drawn = (pages?: string) => textOf(resourceCard(english, answer, true, pages))
  expect(drawn('https://registry.example')).toContain(
    ` · [its page](https://registry.example/r/${answer.resource.slug})`,
  )
  expect(drawn()).not.toContain('its page')
})

const claim = (
  field: Claim['field'],
  value: Claim['value'],
  source: string,
  more: Partial<Claim> = {},
): Claim => ({
  field,
  value,
  source,
  asOf: null,
  stated: false,
  ...more,
})

const STATED = { stated: true } as const

const relative = (
  name: string,
  steps: number,
  license: string | null = null,
  licenseSpdx: string | null = null,
) =>
  ({
    kind: 'resource',
    slug: name,
    name,
    status: 'unknown',
    availability: madeUpResource().availability,
    license,
    licenseSpdx,
    access: 'unknown',
    steps,
  }) as const

describe('the card of a resource', () => {
  it('says in one line that nothing is recorded', () => {
    expect(lines({})).toEqual([
      '## [A data set](https://data.example/1)',
      'An organisation',
      '**Status** not checked · licence, use, access, size and annotations: not recorded',
      '**Has** CT',
      '**Lacks** X-ray, MRI, Ultrasound, Metadata, Case review',
      '-# Survey 2.0, 12 May 2020 · unchanged since · not for clinical use',
    ])
  })

  it('leads with what is asked first, and numbers its sources in the order of reading', () => {
    const found = lines(
      {
        status: 'active',
        license: 'CC BY-NC-SA 4.0',
        licenseSpdx: 'CC-BY-NC-SA-4.0',
        access: 'agreement',
        counts: { images: 12650, covidImages: 451, patients: 1, asOf: '2020-10' },
        formats: ['DICOM', 'PNG'],
        doi: '10.5281/zenodo.1234',
        formerUrls: ['https://old.example/1'],
        cautions: ['Split by patient.'],
        derivedFrom: ['a'],
        claims: [
          claim('cautions', 'Split by patient.', 'The paper', { ...STATED, asOf: '2020-11' }),
          claim('license', 'CC BY-NC-SA 4.0', 'https://data.example/licence', STATED),
          claim('status', 'active', 'https://data.example/1', { ...STATED, asOf: '2026-06-22' }),
          claim('counts', { images: 12650 }, 'The paper', { ...STATED, asOf: '2020-10' }),
          claim('availability.ct', 'yes', 'https://data.example/licence', STATED),
          claim('derivedFrom', ['a'], 'A letter', STATED),
        ],
      },
      {
        ancestors: [relative('A', 1, 'CC BY 4.0', 'CC-BY-4.0')],
        descendants: [relative('D', 1)],
        siblings: [],
      },
    )
    expect(found).toEqual([
      '## [A data set](https://data.example/1)',
      'An organisation',
      '**Status** active, checked 22 June 2026 ¹',
      '**Licence** CC BY-NC-SA 4.0 (CC-BY-NC-SA-4.0): credit, share alike, no commercial use ²',
      '**Access** after accepting an agreement',
      '**Size** 12,650 images, 451 of them COVID-19 · 1 patient (as of October 2020) ³',
      'Use and annotations: not recorded.',
      '**Formats** DICOM, PNG',
      '**DOI** <https://doi.org/10.5281/zenodo.1234>',
      '**Formerly at** https\\://old.example/1',
      '**Has** CT ²',
      '**Lacks** X-ray, MRI, Ultrasound, Metadata, Case review',
      '**Overlap** It has data from A (CC BY 4.0) ⁴',
      '⚠️ The terms of its source still apply: credit.',
      'Its data is also in D',
      '⚠️ Split by patient. ³',
      '### Sources',
      '-# ¹ <https://data.example/1>, 22 June 2026',
      '-# ² <https://data.example/licence>',
      '-# ³ The paper, October 2020 to November 2020',
      '-# ⁴ A letter',
      '-# Survey 2.0, 12 May 2020 · unchanged since · not for clinical use',
    ])
  })

  it('names what of licence, access and size is not recorded', () => {
    expect(lines({ license: 'MIT' })).toContain('Use, access, size and annotations: not recorded.')
    expect(lines({ license: 'MIT', access: 'open' })).toContain('Use, size and annotations: not recorded.')
  })

  it('writes the number of a source once that says both the status and the successor', () => {
    const claims = [
      { ...claim('status', 'superseded', 'README'), stated: true },
      { ...claim('successor', 'COVIDx CXR-4', 'README'), stated: true },
    ]
    const status = lines({ status: 'superseded', successor: 'COVIDx CXR-4', claims }).find((line) =>
      line.includes('superseded by'),
    )
    expect(status?.match(/¹/g)).toHaveLength(1)
  })

  it.each([
    [{ status: 'moved' }, '**Status** moved: it has another address now, no date recorded'],
    [{ status: 'superseded' }, '⚠️ **Status** superseded, no date recorded'],
    [{ status: 'superseded', successor: 'd' }, '⚠️ **Status** superseded by D, no date recorded'],
    [
      { status: 'superseded', successor: 'COVIDx CXR-4' },
      '⚠️ **Status** superseded by COVIDx CXR-4, no date recorded',
    ],
    [
      { status: 'retired', successor: '10.5281/zenodo.1' },
      '⚠️ **Status** discontinued; replaced by [10.5281/zenodo.1](https://doi.org/10.5281/zenodo.1), no date recorded',
    ],
    [{ status: 'frozen' }, '**Status** no longer updated, no date recorded'],
    [{ status: 'gated' }, '**Status** access on request, no date recorded'],
    [
      { status: 'removed' },
      '⚠️ **Status** removed from the list; the record is kept, and its history says why',
    ],
    [{ status: 'unreachable' }, '⚠️ **Status** unreachable: it is reported not to answer, no date recorded'],
  ] as const)('says of %j that it is %s', (given, expected) => {
    const successor = 'successor' in given && given.successor === 'd' ? { slug: 'd', name: 'D' } : undefined
    expect(lines({ ...given, license: 'MIT' }, ALONE, successor)).toContain(expected)
  })

  it('links a listed successor to its page', () => {
    const resource = madeUpResource({ status: 'superseded', successor: 'd', license: 'MIT' })
    const successor = { slug: 'd', name: 'D' }
    const answer = { resource, lineage: ALONE, successor, asOf }
    const card = resourceCard(english, answer, true, 'https://registry.example')
    expect(textOf(card)).toContain('superseded by [D](https://registry.example/r/d), no date recorded')
  })

  it('says first that it has no images, or that a source denies those that it is said to have', () => {
    const cells = madeUpResource().availability
    expect(lines({ availability: { ...cells, ct: 'no' } })).toContain('⚠️ **It contains no images.**')
    expect(lines({ claims: [claim('availability.ct', 'no', 'README')] })).toContain(
      '⚠️ **One source denies that it contains CT.**',
    )
    expect(lines({ claims: [claim('availability.xray', 'no', 'README')] }).join()).not.toContain('⚠️')
  })

  it('tells a size in the words of its source where there are no numbers', () => {
    expect(lines({ counts: { text: 'about a thousand' } })).toContain('**Size** about a thousand')
    expect(lines({ counts: { videos: 139, text: '139 clips' } })).toContain(
      '**Size** 139 videos: “139 clips”',
    )
    expect(lines({ counts: { covidImages: 0 } })).toContain('**Size** 0 COVID-19 images')
  })
})

describe('claims that disagree stay visible', () => {
  const claims = [
    claim('license', 'MIT', 'README', STATED),
    claim('license', 'CC BY 4.0', 'LICENSE'),
    claim('license', 'Apache-2.0', 'A mirror'),
    claim('license', 'Apache-2.0', 'README'),
  ]

  it('licences are counted', () => {
    const found = lines({ license: 'MIT', licenseSpdx: 'MIT', claims })
    expect(found).toContain('**Licence** MIT: credit ¹')
    expect(found).toContain('⚠️ Sources name three licences; the others are CC BY 4.0 ², Apache-2.0 ¹ ³')
  })

  it('licences of which none is settled too', () => {
    const [, ...others] = claims
    expect(lines({ claims: others })).toContain(
      '**Licence** not settled; sources name two licences: CC BY 4.0 ¹, Apache-2.0 ² ³',
    )
    expect(lines({ claims: claims.slice(1, 2) })).toContain(
      '**Licence** not settled; a source names CC BY 4.0 ¹',
    )
  })

  it('sizes, ways of access, cells and names stand beside what the record states', () => {
    const found = lines({
      counts: { images: 397 },
      formats: ['PNG'],
      claims: [
        claim('counts', { images: 463 }, 'The paper'),
        claim('access', 'registration', 'The paper'),
        claim('formats', ['PNG', 'DICOM'], 'The paper'),
        claim('status', 'retired', 'A letter'),
        claim('availability.xray', 'yes', 'A letter'),
        claim('organization', 'Another', 'A letter'),
      ],
    })
    expect(found).toEqual(
      expect.arrayContaining([
        '**Size** 397 images, or 463 images ²',
        '**Access** not settled: registration required ²',
        '**Formats** PNG ², or DICOM ²',
        '**Status** not settled: discontinued ¹',
        '**X-ray** another source says: yes ¹',
        '**Organisation** another source says: Another ¹',
      ]),
    )
  })
})

describe('overlap', () => {
  it('is told from the nearest on, and how many more there are', () => {
    const ancestors: RelatedResource[] = [
      ...['A', 'B'].map((name) => relative(name, 1)),
      { kind: 'origin', name: 'A hospital', steps: 1 },
      ...['C', 'D', 'E', 'F', 'G'].map((name) => relative(name, 2)),
    ]
    expect(lines({}, { ancestors, descendants: [], siblings: [] })).toContain(
      '**Overlap** It has data from A, B, A hospital; through them from C, D, E and 2 more',
    )
  })

  it('comes with the strictest terms of all that it is made of, and says of how many none is recorded', () => {
    const ancestors = [
      relative('A', 1, 'CC BY-NC 4.0', 'CC-BY-NC-4.0'),
      relative('B', 2, 'CC BY-ND 3.0', 'CC-BY-ND-3.0'),
      relative('C', 2),
    ]
    expect(lines({}, { ancestors, descendants: [], siblings: [] })).toContain(
      '⚠️ The terms of its sources still apply. At least: no commercial use (1 of 3 sources), no changed copies (1 of 3 sources). 1 source has no licence recorded.',
    )
  })

  it('is with those that may have the same images, and not with other kinds of data', () => {
    const sibling = (name: string, overlap: 'may_share_images' | 'same_source') => {
      const { steps: _, ...node } = relative(name, 1)
      return { ...node, overlap }
    }
    const siblings = [sibling('A', 'may_share_images'), sibling('B', 'same_source')]
    expect(lines({}, { ancestors: [relative('C', 1)], descendants: [], siblings }).join()).toContain(
      'It may share images with A,',
    )
  })

  it('names the removed as such', () => {
    const descendants = [{ ...relative('A', 1, 'MIT', 'MIT'), status: 'removed' as const }]
    expect(lines({}, { ancestors: [], descendants, siblings: [] })).toContain(
      '**Overlap** Its data is also in A (MIT, no longer listed)',
    )
  })
})
