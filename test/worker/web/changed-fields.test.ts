import { describe, expect, it } from 'vitest'
import { NO_FACTS, type Resource } from '../../../schema/record/resource.ts'
import { ChangedFields } from '../../../worker/web/parts/changed-fields.tsx'
import { FULL } from '../../unit/formats/full-record.ts'

const shown = (after: Resource, before?: Resource) => ChangedFields({ before, after }).text

describe('two versions of a record', () => {
  it('differ field by field, each before and after', () => {
    const before: Resource = {
      ...FULL,
      availability: { ...FULL.availability, mrt: 'unknown' },
      license: null,
    }
    const after: Resource = {
      ...FULL,
      availability: { ...FULL.availability, mrt: 'yes' },
      doi: null,
      formats: ['CSV & text', 'NIfTI'],
    }
    const html = shown(after, before)
    expect(html).toContain(
      '<dt>MRI</dt><dd><del><span class="cell unknown">unknown</span></del> <ins><span class="cell yes">yes</span></ins></dd>',
    )
    expect(html).toContain('<dt>Licence</dt><dd> <ins>CC BY-NC 4.0</ins></dd>')
    expect(html).toContain(
      '<dt>DOI</dt><dd><del>10.5281/zenodo.4000000</del> <span class="unsaid">not stated</span></dd>',
    )
    expect(html).toContain(
      '<dt>Formats</dt><dd><del>DICOM</del></dd><dd><del>image/png</del></dd><dd><ins>NIfTI</ins></dd>',
    )
    expect(html.match(/<dt>/g)).toHaveLength(4)
  })

  it('that state the same say so, and what sources add beside it', () => {
    const [claim] = FULL.claims
    if (!claim) throw new Error('There is no claim.')
    const html = shown({ ...FULL, claims: [claim, { ...claim, value: 'GPL-3.0' }] }, FULL)
    expect(html).toContain('The record states what it stated before.')
    expect(html).toContain('A claim of a source came with it.')
    expect(shown({ ...FULL, origins: FULL.origins.toReversed() }, FULL)).toContain(
      'the same, in another order',
    )
  })

  it('are one where there was none before: all that it says, unknown cells too', () => {
    const html = shown({ ...FULL, ...NO_FACTS, status: 'unknown', references: [] })
    expect(html.match(/<dt>[^<]+/g)).toEqual(
      ['Name', 'Address', 'Organisation', 'CT', 'X-ray', 'MRI', 'Ultrasound', 'Metadata', 'Case review'].map(
        (name) => `<dt>${name}`,
      ),
    )
    expect(html).not.toContain('<ins>')
  })

  it('have as links only what a browser may open', () => {
    const html = shown({ ...FULL, url: 'javascript:alert(1)', formerUrls: ['https://old.example/<b>'] }, FULL)
    expect(html).toContain('<ins>javascript:alert(1)</ins>')
    expect(html).toContain(
      '<a href="https://old.example/%3Cb%3E" rel="nofollow">https://old.example/&lt;b&gt;</a>',
    )
  })
})
