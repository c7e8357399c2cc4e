import { describe, expect, it } from 'vitest'
import { NO_FACTS, type Resource } from '../../../../schema/record/resource.ts'
import { changeLines } from '../../../../worker/formats/feeds/change-lines.ts'
import { FULL } from '../full-record.ts'
import { FATES } from './survey-changes.ts'

const BARE: Resource = { ...FULL, ...NO_FACTS, references: [], status: 'unknown' }
const KNOWN: Resource = { ...FULL, references: [] }

function lines(after: Resource, before?: Resource): string[] {
  const [change] = FATES
  if (!change) throw new Error('There is no change.')
  const { sequence, slug, name, version, at } = change
  return changeLines({
    sequence,
    slug,
    name,
    version,
    at,
    action: 'corrected',
    after,
    ...(before && { before }),
  })
}

const SIZE = '1,252 images, 349 of them COVID-19 · 1 patient (as of October 2020): “1,252 slices <CT>”'

describe('a change', () => {
  it('that made things known tells each in words, and of a list each entry', () => {
    expect(lines(KNOWN, BARE)).toEqual([
      'Description: not stated → CT & X-rays of <lungs>, with masks',
      'Licence: not stated → CC BY-NC 4.0',
      expect.stringMatching(/^Use: not stated → commercial use: no, redistribution: yes, changed copies: on/),
      'Access: not stated → open to everyone',
      `Size: not stated → ${SIZE}`,
      'Annotations added: class labels',
      'Annotations added: lesion masks',
      'Published: not stated → 2020',
      'Last updated: not stated → March 2021',
      'Countries added: Spain',
      'Countries added: Germany',
      'Formats added: DICOM',
      'Formats added: image/png',
      'Formats added: CSV & text',
      ...FULL.fileFormats.map((format) => `File formats added: ${format}`),
      'Download size: not stated → 18.7\u00a0GB',
      'Versions added: 1 <beta> (12 May 2020, no longer available) https://lungs.example/v1',
      'Versions added: 2 (October 2020, available) https://lungs.example/data',
      'Versions added: 3',
      'DOI: not stated → 10.5281/zenodo.4000000',
      'Also called added: Lungs',
      'Also called added: "L&M"',
      'Other addresses added: https://mirror.example/lungs?a=1&b=2',
      'Former addresses added: https://old.example/data',
      'Status: not stated → superseded',
      'Successor: not stated → larger-lungs',
      'Cautions added: Split it by patient, not by <slice>.',
      'Cautions added: Not for diagnosis',
      'Data from added: covid-ct',
      'Data from added: coronacases',
      'Origins added: A "hospital" & others',
      'Origins added: https://elsewhere.example/',
    ])
  })

  it('of a list tells what went and what came, or that the order is another', () => {
    expect(lines({ ...KNOWN, formats: ['NIfTI', 'DICOM'] }, { ...KNOWN, formats: ['DICOM', 'PNG'] })).toEqual(
      ['Formats removed: PNG', 'Formats added: NIfTI'],
    )
    expect(lines({ ...KNOWN, origins: KNOWN.origins.toReversed() }, KNOWN)).toEqual([
      'Origins: the same, in another order',
    ])
  })

  it('that added a resource tells what is known of it, and nothing of the rest', () => {
    const added = lines(KNOWN)
    expect(added).toContain('Licence: CC BY-NC 4.0')
    expect(added).toContain(`Size: ${SIZE}`)
    expect(added).toContain('Cautions: Not for diagnosis')
    expect(lines(BARE)).toHaveLength(3)
  })
})
