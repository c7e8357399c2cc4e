import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../schema/record/resource.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { ACCESS, DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { registryEmbed, resourceEmbed } from '../../../worker/formats/component-embed.ts'
import { fill, longestFacts, SIGNS } from '../bot/cards/longest.ts'
import { FULL } from './full-record.ts'

type Json = { readonly [key: string]: unknown }

/** The keys that Discord takes of each component; any other makes it drop the whole. */
const KEYS: { readonly [type: number]: readonly string[] } = {
  1: ['type', 'components'],
  2: ['type', 'url', 'style', 'label', 'emoji', 'disabled'],
  9: ['type', 'components', 'accessory'],
  10: ['type', 'content'],
  14: ['type', 'divider', 'spacing'],
  17: ['type', 'accent_color', 'components'],
}

const within = (component: Json): Json[] => [
  component,
  ...((component.components as readonly Json[] | undefined) ?? []).flatMap(within),
]

/** What is against the rules; nothing is expected. */
function faultsOf(text: string | undefined): string[] {
  if (text === undefined) return ['there is none']
  const parsed = JSON.parse(text) as { readonly component: Json }
  const all = within(parsed.component)
  const faults = all.flatMap((component) => {
    const keys = KEYS[Number(component.type)]
    if (!keys) return [`type ${component.type}`]
    const unknown = Object.keys(component).filter((key) => !keys.includes(key))
    const isButton = component.type === 2
    const { url, label, style } = component
    return [
      ...unknown,
      ...(isButton && style !== 5 ? ['no link button'] : []),
      ...(isButton && !(typeof url === 'string' && /^https?:\/\//.test(url) && url.length <= 512)
        ? ['no address']
        : []),
      ...(isButton && !(typeof label === 'string' && label.length <= 80) ? ['no label'] : []),
    ]
  })
  return [
    ...faults,
    ...(Object.keys(parsed).join() === 'component' ? [] : ['more than a component']),
    ...(parsed.component.type === 17 ? [] : ['no container']),
    ...(all.length <= 40 ? [] : ['too many components']),
    ...(new TextEncoder().encode(text).length <= 3000 ? [] : ['too many bytes']),
    ...(text.includes('<') ? ['a sign that could end the script'] : []),
  ]
}

const ADDRESS = 'https://covid.example/r/full'

describe('a component embed', () => {
  it.each([
    ...SIGNS,
    '<',
    '\u2028',
  ])('keeps the rules at the longest data that the contract admits, of %j', (sign) => {
    for (const access of ACCESS) {
      const record: Resource = {
        ...FULL,
        ...longestFacts(sign),
        access,
        name: fill(sign, LENGTHS.name),
        organization: fill(sign, LENGTHS.organization),
        url: `https://example.org/${fill('x', LENGTHS.url - 20)}`,
      }
      for (const address of [undefined, `https://${'a'.repeat(60)}.example/r/${'s'.repeat(LENGTHS.slug)}`])
        expect(faultsOf(resourceEmbed(record, address))).toEqual([])
    }
  })

  it('of a resource has its name, organisation, data types and licence, and leads to its page and data', () => {
    const text = resourceEmbed({ ...FULL, name: 'Lungs *of* _all_' }, ADDRESS) ?? ''
    const { component } = JSON.parse(text)
    expect(component.components.map(({ content }: { content?: string }) => content)).toEqual([
      `### [Lungs \\*of\\* \\_all\\_](${ADDRESS})\nThe "Lung" Institute`,
      'CT & X-rays of \\<lungs\\>, with masks',
      'has CT, Metadata · lacks X-ray, MRI, Ultrasound, Case review',
      [
        '**Licence** CC BY-NC 4.0',
        '**Use** commercial use: no, redistribution: yes, changed copies: on conditions; ' +
          '“Changed copies must be under the "same" licence”',
        '**Access** open to everyone',
        '**Annotations** class labels, lesion masks',
        '**Size** 1,252 images, 349 of them COVID-19 · 1 patient (as of October 2020): “1,252 slices \\<CT\\>”',
        '**Download** 18.7 GB',
      ].join('\n'),
      undefined,
    ])
    expect(component.components[4].components.map(({ url }: { url: string }) => url)).toEqual([
      ADDRESS,
      FULL.url,
    ])
  })

  it('has no link where its address is not known', () => {
    expect(resourceEmbed(FULL, undefined)).not.toContain('://')
  })

  it('of the registry has its counts', () => {
    const totals = Object.fromEntries(
      DATA_TYPES.map(({ key }) => [key, { yes: 999_999, no: 1, unknown: 0 }]),
    ) as Record<DataTypeKey, { yes: number; no: number; unknown: number }>
    const text = registryEmbed({ resources: 1_000_000, totals }, 'https://covid.example/')
    expect(faultsOf(text)).toEqual([])
    expect(text).toContain('**Ultrasound** 999999 yes · 1 no · 0 unknown')
    expect(faultsOf(registryEmbed({ resources: 46, totals }, undefined))).toEqual([])
  })
})
