import fc from 'fast-check'
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import { atom } from '../../../../worker/formats/feeds/atom.ts'
import { expectGolden } from '../golden.ts'
import { CATALOGUE, FIRST } from '../records.ts'
import { anyString, xmlPart } from '../references/any-text.ts'
import { ADDITIONS, FATES } from './survey-changes.ts'
import { childOf, childrenOf, readXml } from './xml-tree.ts'

const entriesOf = (changes: readonly ListedChange[], base = CATALOGUE.base) =>
  parseAtomFeed(atom({ ...CATALOGUE, base }, changes)).entries ?? []

const summaries = entriesOf(FATES).map((entry) => entry.summary?.value?.split('\n') ?? [])

describe('the feed of changes', () => {
  it('of the survey, and of what becomes of its first resource, is feed.atom', () => {
    expectGolden('feed.atom', atom(CATALOGUE, [...FATES, ...ADDITIONS]))
  })

  it('has what a feed must have, once', () => {
    const feed = readXml(atom(CATALOGUE, FATES))
    for (const name of ['id', 'title', 'subtitle', 'updated', 'author', 'generator', 'rights'])
      expect(childrenOf(feed, name)).toHaveLength(1)
    expect(childrenOf(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['self', 'https://registry.example/feed.atom'],
      ['license', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ])
    expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom')
  })

  it('has what an entry must have, once', () => {
    const entries = childrenOf(readXml(atom(CATALOGUE, FATES)), 'entry')
    expect(entries).toHaveLength(4)
    for (const entry of entries)
      expect(entry.children.map(({ name }) => name)).toEqual([
        'id',
        'title',
        'updated',
        'link',
        'category',
        'summary',
      ])
  })

  it('is as new as its latest change or, without any, as the registry', () => {
    const updated = (changes: readonly ListedChange[]) => parseAtomFeed(atom(CATALOGUE, changes)).updated
    expect(updated(FATES)).toBe('2026-02-04T10:00:00.000Z')
    expect(updated([])).toBe('2020-05-12T00:00:00.000Z')
    const empty = atom({ ...CATALOGUE, asOf: { sequence: 0 } }, [])
    expect(Date.parse(parseAtomFeed(empty).updated ?? '')).toBe(0)
  })

  it('has relative addresses where no base is set', () => {
    expect(childOf(readXml(atom({ ...CATALOGUE, base: '' }, [])), 'id').text).toMatch(/^urn:/)
    expect(entriesOf(FATES, '')[0]?.links?.[0]?.href).toBe(`/r/${FIRST.slug}`)
  })
})

describe('an entry', () => {
  it('says in its title what happened to what', () => {
    expect(entriesOf(FATES).map(({ title }) => title?.value)).toEqual([
      'Reverted: COVID-19 Image Data Collection',
      'Restored: COVID-19 Image Data Collection',
      'Removed: COVID-19 Image Data Collection',
      'Corrected: COVID-19 Image Data Collection',
    ])
    expect(entriesOf(ADDITIONS)[0]?.title?.value).toMatch(/^Added: /)
  })

  it('says each changed field before and after, why, and by which submission', () => {
    expect(summaries[3]).toEqual([
      'Organisation: Institute for Reproducible Research → Mila & <friends>',
      'Ultrasound: no → yes',
      expect.stringMatching(/^References removed: Cohen, J\. P\./),
      'Reason: They have 20 clips.',
      'Submission: S-00000',
    ])
  })

  it('tells a removal, a restoration and a revert as such', () => {
    expect(summaries[2]?.slice(0, 2)).toEqual([
      'No longer listed; its record and history stay.',
      'Status: not stated → removed from the list',
    ])
    expect(summaries[1]?.slice(0, 2)).toEqual(['Listed again.', 'Status: removed from the list → not stated'])
    expect(summaries[0]).toContain('An earlier change was taken back.')
    expect(summaries[0]).toContain('Ultrasound: yes → no')
  })

  it('of an addition says what the resource is', () => {
    const [, , last] = entriesOf(ADDITIONS.slice(-3))
    expect(last?.summary?.value?.split('\n').slice(0, 3)).toEqual([
      `Address: ${FIRST.url}`,
      `Organisation: ${FIRST.organization}`,
      'CT: yes, X-ray: yes, MRI: no, Ultrasound: no, Metadata: yes, Case review: no',
    ])
  })

  it("leads to the record, is as old as its change, and has the change's action for a category", () => {
    const [entry] = entriesOf(FATES)
    expect(entry).toMatchObject({
      updated: '2026-02-04T10:00:00.000Z',
      links: [{ rel: 'alternate', href: `https://registry.example/r/${FIRST.slug}` }],
      categories: [{ term: 'reverted' }],
    })
  })

  it('has an id of its own that stays when the feed moves', () => {
    const changes = [...FATES, ...ADDITIONS]
    const ids = entriesOf(changes).map(({ id }) => id)
    expect(new Set(ids).size).toBe(changes.length)
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(entriesOf(changes, '').map(({ id }) => id)).toEqual(ids)
    expect(entriesOf(FATES, 'https://elsewhere.example')[0]?.id).toBe(ids[0])
  })

  it('says so where references changed in order alone', () => {
    const before = { ...FIRST, references: FIRST.references.toReversed() }
    const [change] = FATES
    if (!change) throw new Error('There is no change.')
    const [entry] = entriesOf([{ ...change, before, after: FIRST }])
    expect(entry?.summary?.value).toContain('References: the same works')
  })

  it('holds any text', () => {
    fc.assert(
      fc.property(anyString, anyString, anyString, (name, organization, reason) => {
        const [change] = FATES
        if (!change) throw new Error('There is no change.')
        const after = { ...change.after, name, organization }
        const feed = readXml(atom(CATALOGUE, [{ ...change, name, after, reason }]))
        const entry = childOf(feed, 'entry')
        expect(childOf(entry, 'title').text).toBe(`Reverted: ${xmlPart(name)}`)
        expect(childOf(entry, 'summary').text).toContain(`→ ${xmlPart(organization)}\n`)
        expect(childOf(entry, 'summary').text).toContain(`\nReason: ${xmlPart(reason)}\n`)
      }),
    )
  })
})
