import { describe, expect, it } from 'vitest'
import { disputedFields, statedValue } from '../../../schema/record/claims.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import { NO_FACTS, Resource } from '../../../schema/record/resource.ts'
import { sourcesFirst } from '../../../schema/record/sources-first.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import file from '../../../schema/survey/resources-2026.json' with { type: 'json' }
import { DATA_TYPE_KEYS } from '../../../schema/vocabulary.ts'
import { researchedCorrection } from '../../../worker/cli/research/researched.ts'
import { ResearchedFile } from '../../../worker/cli/research/researched-record.ts'
import { researchedChanges } from '../../../worker/cli/research/researched-release.ts'
import { dateIn, sourceOf, THE_SURVEY } from '../../../worker/cli/research/researched-sources.ts'
import { ACCESS_WORDS, STATUSES } from '../../../worker/cli/research/researched-words.ts'
import { surveyRecords } from '../../../worker/cli/research/survey.ts'

const research = ResearchedFile.parse(file)
const listed = surveyRecords(survey).resources.map(completeRecord)
const changes = researchedChanges(research, listed, 'Researched')

function recordOf(slug: string): Resource {
  const found = [...changes.map(({ record }) => record), ...listed].find((record) => record.slug === slug)
  if (!found) throw new Error(`There is no ${slug}.`)
  return found
}

const claimsOf = (slug: string, field: ClaimField) =>
  recordOf(slug)
    .claims.filter((claim) => claim.field === field)
    .map(({ value, stated }) => [value, stated])

/** What the records say beside the survey's table: each such field, with whether anything speaks for it. */
const FACTS = (Object.keys(NO_FACTS) as (keyof typeof NO_FACTS)[]).filter(
  (field) => !['claims', 'licenseSpdx', 'formerUrls'].includes(field),
) as ClaimField[]

describe('the researched records', () => {
  it('correct thirteen resources of the survey and add thirty-two, a source before what is derived from it', () => {
    expect(changes.filter(({ action }) => action === 'corrected')).toHaveLength(13)
    expect(changes.filter(({ action }) => action === 'added')).toHaveLength(32)
    const slugs = [...listed.map(({ slug }) => slug)]
    for (const { action, record } of changes) {
      expect(slugs).toEqual(expect.arrayContaining(record.derivedFrom))
      if (action === 'added') slugs.push(record.slug)
    }
    expect(changes.every(({ record }) => Resource.safeParse(record).success)).toBe(true)
    expect(new Set(changes.map(({ record }) => record.updatedAt)).size).toBe(45)
  })

  it('are in words that have one of ours', () => {
    for (const { status, accessType } of research.resources) {
      expect(STATUSES).toHaveProperty([status])
      expect(ACCESS_WORDS).toHaveProperty([accessType])
    }
  })

  it('say nothing beyond the survey without a source', () => {
    for (const { action, record } of changes) {
      const before = listed.find(({ slug }) => slug === record.slug)
      const said = FACTS.filter((field) => {
        const value = statedValue(record, field)
        return value !== null && value !== 'unknown' && !(Array.isArray(value) && value.length === 0)
      })
      const columns: ClaimField[] = (['url', 'organization', 'status'] as const).filter((field) =>
        action === 'added' ? record[field] !== 'unknown' : record[field] !== before?.[field],
      )
      const cells = DATA_TYPE_KEYS.filter(
        (key) => action === 'added' && record.availability[key] !== 'unknown',
      )
      for (const field of [...said, ...columns, ...cells.map((key) => `availability.${key}` as const)])
        expect(
          record.claims.filter((claim) => claim.field === field && claim.stated),
          `${record.slug} ${field}`,
        ).not.toEqual([])
    }
  })

  it('keep the cells of the survey, and say no of none that it does not have', () => {
    for (const { action, record } of changes) {
      const before = listed.find(({ slug }) => slug === record.slug)
      if (action === 'corrected') expect(record.availability).toEqual(before?.availability)
      else expect(Object.values(record.availability)).not.toContain('no')
    }
  })

  it('fit a submission each', () => {
    for (const { record } of changes)
      expect(record.claims.length).toBeLessThanOrEqual(SUBMISSION_LENGTHS.evidence)
  })

  it('say nothing new of what says it already', () => {
    for (const record of research.resources) {
      const now = recordOf(record.slug)
      expect(proposedChanges(now, researchedCorrection(record, now)), record.slug).toBeUndefined()
    }
  })
})

describe('what research corrects', () => {
  it('is the misspelt account, with the address that it had', () => {
    const { url, formerUrls, name } = recordOf('covid-net-covidx')
    expect(url).toBe('https://github.com/lindawangg/COVID-Net')
    expect(formerUrls).toEqual(['https://github.com/lindawang/COVID-Net/'])
    expect(name).toBe('COVID-Net Open Source Initiative')
  })

  it('is the owner of the BSTI database, beside whom the survey names', () => {
    expect(recordOf('bsti-covid-19-imaging-database')).toMatchObject({
      organization: 'British Society of Thoracic Imaging (BSTI)',
      status: 'superseded',
      successor: 'nccid',
    })
    expect(claimsOf('bsti-covid-19-imaging-database', 'organization')).toEqual([
      ['British Institute of Radiology', false],
      ['British Society of Thoracic Imaging (BSTI)', true],
    ])
  })

  it('is no cell: what speaks against one is a claim beside the survey’s', () => {
    expect(claimsOf('cord-19', 'availability.ct')).toEqual([
      ['yes', true],
      ['no', false],
    ])
    expect(disputedFields(recordOf('cord-19'))).toEqual([
      'availability.ct',
      'availability.xray',
      'availability.caseReview',
    ])
    expect(recordOf('cord-19').claims[1]).toMatchObject(THE_SURVEY)
  })

  it('is nothing where only the survey was read', () => {
    expect(recordOf('bachrr-covid-chest-xray').version).toBe(1)
  })
})

describe('a licence', () => {
  it('is stated without who says so, and disputed where another says otherwise', () => {
    expect(recordOf('ictcf')).toMatchObject({ license: 'CC BY 4.0', licenseSpdx: 'CC-BY-4.0' })
    expect(claimsOf('covidx-us', 'license').slice(1)).toEqual([
      ['AGPL-3.0', false],
      ['GPL-3.0', false],
    ])
    const mit = recordOf('bimcv-covid19-plus').claims.find(({ value }) => value === 'MIT')
    expect(mit?.source).toBe('github.com/BIMCV-CSUSP/BIMCV-COVID-19@f1900c83 repository root license.md')
  })

  it('that is said to be none is not stated', () => {
    expect(recordOf('covid-ct-md').license).toBeNull()
    expect(claimsOf('covid-ct-md', 'license')).toEqual([[expect.stringMatching(/^Not stated/), false]])
  })
})

describe('a status', () => {
  it('is of a source at its date', () => {
    expect(recordOf('cord-19').claims.find(({ field }) => field === 'status')).toMatchObject({
      value: 'retired',
      source: 'https://blog.allenai.org/sunsetting-cord-19-239fb2f9ff4a',
      asOf: '2025-05-13',
    })
  })

  it('is unknown where no source shows it: a report that nobody is named for', () => {
    expect(recordOf('iclus-db').status).toBe('unknown')
  })
})

it('an organisation that nobody names is who wrote about it', () => {
  expect(recordOf('covid-ct-md').organization).toBe('Parnian Afshar et al.')
  expect(recordOf('ictcf').organization).toBe('W. Ning et al.')
})

describe('a paper', () => {
  const paperOf = (slug: string) => changes.find(({ record }) => record.slug === slug)?.paper

  it('is a reference of its resource', () => {
    expect(paperOf('stoic2021')).toEqual({
      id: 'paper-stoic2021',
      type: 'article-journal',
      title: 'Study of Thoracic CT in COVID-19: The STOIC Project',
      author: [
        { family: 'Revel', given: 'Marie-Pierre' },
        { family: 'Boussouar', given: 'Samia' },
        { family: 'de Margerie-Mellon', given: 'Constance' },
        { literal: 'others' },
      ],
      'container-title': 'Radiology',
      volume: '301',
      issue: '1',
      page: 'E361-E370',
      issued: { 'date-parts': [[2021]] },
      DOI: '10.1148/radiol.2021210384',
    })
    expect(recordOf('stoic2021').references).toEqual([paperOf('stoic2021')])
  })

  it('that the survey cites is not cited twice', () => {
    expect(paperOf('covid-ct')).toBeUndefined()
    expect(recordOf('covid-ct').references).toHaveLength(2)
  })
})

describe('a date', () => {
  it.each([
    ['2023-03-29 (repository head)', '2023-03-29'],
    ['2020-10', '2020-10'],
    ['2024 (README cites a 2024 paper)', '2024'],
    ['24 March 2025', '2025-03-24'],
    ['09-04-2021', '2021'],
    ['IDC v24', undefined],
  ])('%s is %s', (text, date) => {
    expect(dateIn(text)).toBe(date)
  })

  it('stands beside a source, not in it', () => {
    expect(sourceOf('github.com/allenai/cord19@55fe18ea (2025-05-13) README.md')).toEqual({
      source: 'github.com/allenai/cord19@55fe18ea README.md',
      asOf: '2025-05-13',
    })
    expect(sourceOf('https://example.org (copy of the abstract)')).toEqual({
      source: 'https://example.org (copy of the abstract)',
    })
  })
})

describe('sources first', () => {
  const slugs = (items: readonly { slug: string; derivedFrom?: string[] }[]) =>
    sourcesFirst(items).map(({ slug }) => slug)

  it('otherwise as they stand', () => {
    expect(slugs([{ slug: 'c', derivedFrom: ['a', 'elsewhere'] }, { slug: 'b' }, { slug: 'a' }])).toEqual([
      'a',
      'c',
      'b',
    ])
  })

  it('have no order in a circle', () => {
    expect(() =>
      slugs([
        { slug: 'a', derivedFrom: ['b'] },
        { slug: 'b', derivedFrom: ['a'] },
      ]),
    ).toThrow('a is derived from itself.')
  })
})
