import { describe, expect, it } from 'vitest'
import { changedLines } from '../../../../bot/cards/resource/change-text.ts'
import { evidenceLine, proposalLines } from '../../../../bot/cards/submissions/submission-text.ts'
import { changeTitle } from '../../../../bot/languages/differences.ts'
import { english } from '../../../../bot/languages/index.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { SubmissionRecord } from '../../../../schema/record/submission.ts'
import type { ChangeAction } from '../../../../schema/vocabulary.ts'
import { madeUpResource } from './made-up-resource.ts'

const changed = (before: Partial<Resource>, after: Partial<Resource>) =>
  changedLines(english, madeUpResource(before), madeUpResource(after), 100)

describe('what changed', () => {
  it.each([
    [{ license: null }, { license: 'MIT' }, 'Licence **MIT**'],
    [{ license: 'MIT' }, { license: 'CC BY 4.0' }, 'Licence ~~MIT~~ → **CC BY 4.0**'],
    [{ license: 'MIT' }, { license: null }, 'Licence ~~MIT~~ → not stated'],
    [{ access: 'unknown' }, { access: 'open' }, 'Access **open to everyone**'],
    [{ access: 'login' }, { access: 'open' }, 'Access ~~login required~~ → **open to everyone**'],
    [
      { counts: { images: 397 } },
      { counts: { images: 1463, text: 'many' } },
      'Size ~~397 images~~ → **1,463 images: “many”**',
    ],
    [{ doi: null }, { doi: '10.1234/x' }, 'DOI **10.1234/x**'],
    [{ status: 'unknown' }, { status: 'active' }, 'Status **active**'],
    [{ status: 'active' }, { status: 'retired' }, 'Status ~~active~~ → **discontinued**'],
    [{ successor: null }, { successor: 'B' }, 'Successor **B**'],
    [
      { formats: ['JPEG', 'PNG'] },
      { formats: ['PNG', 'DICOM', 'NIfTI'] },
      'Formats **DICOM, NIfTI** added, ~~JPEG~~ removed',
    ],
    [{ cautions: ['Old'] }, { cautions: [] }, 'Cautions ~~Old~~ removed'],
    [{ derivedFrom: [] }, { derivedFrom: ['a', 'b'] }, 'Data from **a, b** added'],
    [{ origins: [] }, { origins: ['RSNA'] }, 'Origins **RSNA** added'],
    [
      { formerUrls: [] },
      { formerUrls: ['https://old.example'] },
      'Former addresses **https\\://old.example** added',
    ],
  ] as const)('from %j to %j reads %s', (before, after, expected) => {
    expect(changed(before as Partial<Resource>, after as Partial<Resource>)).toEqual([expected])
  })

  it('names a reference that came, and leaves out what follows from another change', () => {
    const reference = { id: 'a', type: 'article', title: 'A paper' } as const
    expect(changed({}, { references: [reference] })).toEqual(['References **A paper** added'])
    expect(
      changed(
        { license: null, licenseSpdx: null, url: 'https://old.example' },
        {
          ...{ license: 'CC BY 4.0', licenseSpdx: 'CC-BY-4.0' },
          ...{ url: 'https://new.example', formerUrls: ['https://old.example'] },
        },
      ),
    ).toEqual(['Address ~~https\\://old.example~~ → **https\\://new.example**', 'Licence **CC BY 4.0**'])
  })

  it('is nothing where the same numbers come in another order', () => {
    expect(changed({ counts: { images: 1, videos: 2 } }, { counts: { videos: 2, images: 1 } })).toEqual([])
  })

  it('is counted where not all of it is told', () => {
    const [before, after] = [madeUpResource(), madeUpResource({ license: 'MIT', doi: '10.1/x', name: 'B' })]
    expect(changedLines(english, before, after, 100, 1)).toEqual([
      'Name ~~A data set~~ → **B**',
      'and 2 more',
    ])
  })
})

describe('what happened', () => {
  const titleOf = (before: Partial<Resource>, after: Partial<Resource>, action: ChangeAction = 'corrected') =>
    changeTitle(english, { action, before: madeUpResource(before), after: madeUpResource(after) })

  it.each([
    [{}, { status: 'removed' }, 'Withdrawn'],
    [{ status: 'removed' }, { status: 'unknown' }, 'Restored'],
    [{ status: 'unknown' }, { status: 'moved' }, 'Moved'],
    [{ status: 'active' }, { status: 'unreachable' }, 'Corrected'],
    [{ status: 'unknown' }, { status: 'active' }, 'Corrected'],
    [{}, { url: 'https://new.example', formerUrls: ['https://data.example/1'] }, 'Moved'],
    [{}, { url: 'https://new.example', license: 'MIT' }, 'Corrected'],
    [{}, { license: 'MIT' }, 'Corrected'],
  ] as const)('from %j to %j is that it was %s', (before, after, expected) => {
    expect(titleOf(before as Partial<Resource>, after as Partial<Resource>)).toBe(expected)
  })

  it('is that it was Confirmed where nothing but the date changed', () => {
    expect(titleOf({}, {}, 'confirmed')).toBe('Confirmed')
  })
})

describe('what is proposed', () => {
  const record: SubmissionRecord = {
    reference: 'S-AAAAA',
    kind: 'correction',
    state: 'pending',
    version: 1,
    evidence: [],
    thread: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  }
  const { availability } = madeUpResource()

  it('of an addition is all that it says, and nothing that it leaves open', () => {
    const resource = {
      ...{ name: 'B', url: 'https://b.example', organization: 'C', availability },
      ...{ license: 'MIT', access: 'unknown' as const, counts: { images: 1463 }, derivedFrom: ['a', 'b'] },
      ...{ formats: [], doi: null, status: 'gated' as const },
    }
    expect(
      proposalLines(english, { ...record, kind: 'addition', resource }, undefined, 100).slice(4),
    ).toEqual([
      '**Licence** MIT',
      '**Size** 1,463 images',
      '**Status** access on request',
      '**Data from** a, b',
    ])
  })

  it('of a correction is what it changes', () => {
    const changes = { license: null, formats: ['PNG'] }
    const current = madeUpResource({ license: 'MIT', formats: ['JPEG'] })
    expect(proposalLines(english, { ...record, changes }, current, 100)).toEqual([
      '**Licence** ~~MIT~~ → not stated',
      '**Formats** **PNG** added, ~~JPEG~~ removed',
    ])
    expect(proposalLines(english, { ...record, changes }, undefined, 100)).toEqual([
      '**Licence** not stated',
      '**Formats** **PNG**',
    ])
  })

  it('comes with what its evidence says, where that is something of its own', () => {
    expect(evidenceLine(english, { field: 'license', source: 'README', asOf: '2020-10' }, 100)).toBe(
      '**Source** of Licence: README, October 2020',
    )
    expect(evidenceLine(english, { field: 'counts', value: { images: 463 }, source: 'The paper' }, 100)).toBe(
      '**Source** of Size (463 images): The paper',
    )
  })
})
