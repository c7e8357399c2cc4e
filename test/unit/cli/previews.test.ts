import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { useOf } from '../../../schema/record/values/use.ts'
import { type Box, layout } from '../../../worker/cli/previews/layout.ts'
import { openPainter } from '../../../worker/cli/previews/painter.ts'
import { pictureFile, REGISTRY_PICTURE, resourcePicture } from '../../../worker/web/preview/picture.ts'
import { madeUpResource } from '../bot/cards/made-up-resource.ts'

const textsOf = ({ props: { children = [] } }: Box): readonly string[] =>
  typeof children === 'string' ? [children] : children.flatMap(textsOf)

const textsOn = (one: Resource) => textsOf(layout(resourcePicture(one)))

describe('the picture of a resource', () => {
  it('says its name, who made it, what it has, whether one may use it, and how much there is', () => {
    const measured = madeUpResource({
      use: { commercial: 'no', redistribution: 'yes', modification: 'no', note: null },
      counts: { images: 84818, patients: 45342 },
    })
    expect(textsOn(measured)).toEqual([
      'A data set',
      'An organisation',
      'CT',
      'no commercial use, no changed copies',
      '84,818 images, 45,342 patients',
      'COVID-19 Imaging Registry',
    ])
  })

  it('says that the use is not stated, and leaves out what nobody counted', () => {
    expect(textsOn(madeUpResource()).slice(3)).toEqual(['use not stated', 'COVID-19 Imaging Registry'])
  })

  it.each([
    ['retired', 'discontinued'],
    ['superseded', 'superseded'],
    ['removed', 'removed from the list'],
  ] as const)('says when it is %s', (status, text) => {
    expect(textsOn(madeUpResource({ status }))).toContain(text)
    expect(textsOn(madeUpResource({ status: 'active' }))).not.toContain(text)
  })

  it('has another name as soon as it says something else, and only then', async () => {
    const file = (changes: Partial<Resource> = {}) => pictureFile(resourcePicture(madeUpResource(changes)))
    expect(await file()).toMatch(/^a-data-set-[0-9a-f]{16}\.png$/)
    expect(await file({ version: 99, description: 'Another one.' })).toBe(await file())
    expect(await file({ name: 'Another data set' })).not.toBe(await file())
    expect(await file({ license: 'CC0', use: useOf('CC0-1.0') })).not.toBe(await file())
  })
})

describe('the painter', () => {
  const painter = openPainter()
  /** Of a PNG: its header, RFC 2083. */
  const sizeOf = (png: Uint8Array = new Uint8Array(24)) => {
    const view = new DataView(png.buffer, png.byteOffset)
    return { start: view.getUint32(0), width: view.getUint32(16), height: view.getUint32(20) }
  }

  it.each([
    ['the registry', REGISTRY_PICTURE],
    [
      'a name of 300 letters',
      { ...REGISTRY_PICTURE, name: 'Thoraxröntgenbilder größerer Häuser '.repeat(9) },
    ],
  ])('draws %s as a PNG of 1200 by 630', async (_, picture) => {
    const png = await (await painter)(picture)
    expect(sizeOf(png)).toEqual({ start: 0x89504e47, width: 1200, height: 630 })
  })

  it('leaves out what its fonts have no letters for', async () => {
    expect(await (await painter)({ ...REGISTRY_PICTURE, name: '新型コロナ' })).toBeUndefined()
  })
})
