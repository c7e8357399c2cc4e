// References proposed in Discord: typed, pasted, or uploaded as a file.

import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { attachment } from '../../discord/cdn.ts'
import { MAINTAINER, type Person } from '../../discord/protocol/people.ts'
import { visit } from '../../support/discord.ts'

const registry = createRegistry(env.DB)

const person = (n: number): Person => ({
  id: `11700000000000091${n}`,
  username: `p${n}`,
  globalName: `P ${n}`,
})
const latest = async ({ id, globalName: name }: Person) =>
  (await registry.listOwnSubmissions({ kind: 'discord', discordId: id, name }, 1))[0]

const BIB = `@article{shiri2021,
  title = {COLI-Net: fully automated COVID-19 lung segmentation},
  author = {Shiri, Isaac and Arabi, Hossein},
  journal = {medRxiv}, year = 2021, doi = {10.1101/2021.04.08.21255163}
}

@misc{second, title = {A second work}, year = 2022, doi = {10.5281/zenodo.7654321}}
`

/** The next file that a person uploads, with how Discord's CDN answers for it. */
function uploading(answer: () => Response | Promise<Response>, name = 'refs.bib', size = BIB.length) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => answer())
  return attachment(name, size)
}
afterEach(() => vi.restoreAllMocks())

async function reporting(who: Person, resource = 'coronacases') {
  const ada = visit(who)
  await ada.say('covid-data report', { resource })
  expect((await ada.press('The references')).text).toBe('The references')
  return ada
}

const REASON = { reason: 'Its README lists them.' }

describe('a report about references', () => {
  it('with a file of BibTeX adds its works to those that the record has, once it is approved', async () => {
    const who = person(1)
    const before = (await registry.resolveResource('coronacases')).resource.references
    expect(before.length).toBeGreaterThan(0)
    const ada = await reporting(who)
    const file = uploading(() => new Response(BIB))
    const receipt = await ada.fill({ file: [file.id], ...REASON }, [file])
    expect(receipt.text).toContain('COLI-Net: fully automated COVID-19 lung segmentation')
    const submission = await latest(who)
    expect(submission).toMatchObject({ kind: 'correction', reason: REASON.reason })
    expect(submission?.changes?.references).toMatchObject([
      ...before,
      { title: 'COLI-Net: fully automated COVID-19 lung segmentation', type: 'article-journal' },
      { title: 'A second work' },
    ])
    const { token } = await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
    await registry.decideSubmission({ kind: 'token', token }, submission?.reference ?? '', {
      decision: 'approve',
      version: 1,
    })
    const after = (await registry.resolveResource('coronacases')).resource.references
    expect(after.map(({ DOI }) => DOI).slice(-2)).toEqual([
      '10.1101/2021.04.08.21255163',
      '10.5281/zenodo.7654321',
    ])
  })

  it('has what its lines say, in their order: works of the record by id, new ones by their numbers', async () => {
    const who = person(2)
    const { references } = (await registry.resolveResource('covid-net-covidx')).resource
    const [first] = references
    const ada = await reporting(who, 'covid-net-covidx')
    await ada.fill({ references: `arXiv:2004.12345\n[${first?.id}] anything`, ...REASON })
    expect((await latest(who))?.changes?.references).toMatchObject([
      { archive: 'arXiv', archive_location: '2004.12345' },
      first,
    ])
  })

  it('that changes nothing is refused', async () => {
    const ada = await reporting(person(3))
    expect((await ada.fill(REASON)).text).toContain('Name at least one change.')
  })

  it.each([
    ['is gone', () => new Response('gone', { status: 404 }), 'The file could not be fetched from Discord'],
    ['is no text', () => new Response(new Uint8Array([0x50, 0x4b, 0, 3])), 'The file could not be read'],
    ['is half', () => new Response(BIB.slice(0, 60)), 'The entry “shiri2021” at line 1 is not closed'],
    ['is empty of works', () => new Response('Dear all,'), 'Line 1 is not a reference: “Dear all,”'],
  ])('with a file that %s says so, and keeps what was typed line by line', async (_, answer, sentence) => {
    const who = person(4)
    const ada = await reporting(who)
    const file = uploading(answer)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const typed = { references: '10.1101/2021.04.08.21255163\narXiv:2004.12345', ...REASON }
    const refused = await ada.fill({ file: [file.id], ...typed }, [file])
    expect(refused.text).toContain(`**This was not sent.** References: ${sentence}`)
    expect(refused.text).toContain(`References: ${typed.references}\nHow you know: ${typed.reason}`)
    expect(await latest(who)).toBeUndefined()
    expect((await ada.press('The references')).type).toBe(9)
  })

  it('with a file that is too large, or from elsewhere, asks for none', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    vi.spyOn(console, 'error').mockImplementation(() => {})
    for (const [file, sentence] of [
      [attachment('refs.bib', 65_537), 'The file has more than 65536 bytes'],
      [attachment('refs.bib', 100, 'https://evil.example'), 'The file could not be fetched from Discord'],
    ] as const) {
      const ada = await reporting(person(5))
      expect((await ada.fill({ file: [file.id], ...REASON }, [file])).text).toContain(sentence)
    }
    expect(fetched).not.toHaveBeenCalled()
  })

  it('is German where its reader is', async () => {
    const greta = visit(person(6), undefined, { locale: 'de' })
    await greta.say('covid-data report', { resource: 'coronacases' })
    await greta.press('Die Literatur')
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const file = uploading(() => new Response('gone', { status: 404 }))
    expect((await greta.fill({ file: [file.id], reason: 'Gelesen.' }, [file])).text).toContain(
      'Die Datei ließ sich nicht von Discord abrufen',
    )
  })

  it('that was rejected is sent once more with the same works', async () => {
    const who = person(7)
    const ada = await reporting(who, 'eurorad')
    const file = uploading(() => new Response(BIB))
    await ada.fill({ file: [file.id], ...REASON }, [file])
    const sent = await latest(who)
    const { token } = await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
    await registry.decideSubmission({ kind: 'token', token }, sent?.reference ?? '', {
      decision: 'reject',
      reason: 'Which page?',
    })
    await ada.say('covid-data my-submissions')
    expect((await ada.press('Change and send again')).text).toBe('The references')
    await ada.fill({ reason: 'Page 3.' })
    const again = await latest(who)
    expect(again?.reference).not.toBe(sent?.reference)
    expect(again?.changes).toEqual(sent?.changes)
  })
})

describe('a draft', () => {
  it('takes references from its card, and sends them with the rest', async () => {
    const who = person(8)
    const ada = visit(who)
    await ada.say('covid-data submit')
    await ada.fill({ url: 'https://data.org/cited', name: 'Cited', organization: 'A hospital', has: ['ct'] })
    await ada.press('References')
    const file = uploading(() => new Response(BIB))
    const draft = await ada.fill({ references: 'arXiv:2004.12345', file: [file.id] }, [file])
    expect(draft.text).toContain('**References** arXiv:2004.12345; COLI-Net')
    await ada.press('Edit')
    expect((await ada.fill({ name: 'Cited anew' })).text).toContain('**References** arXiv:2004.12345')
    await ada.press('Send')
    expect((await latest(who))?.resource).toMatchObject({
      name: 'Cited anew',
      references: [{ archive_location: '2004.12345' }, { DOI: '10.1101/2021.04.08.21255163' }, {}],
    })
  })

  it('stays as it was where a file cannot be read, and what was typed can be copied', async () => {
    const ada = visit(person(9))
    await ada.say('covid-data submit')
    await ada.fill({ url: 'https://data.org/uncited', name: 'Uncited', organization: 'A hospital', has: [] })
    await ada.press('References')
    const file = uploading(() => new Response(BIB.slice(0, 60)))
    const refused = await ada.fill({ references: 'arXiv:2004.12345', file: [file.id] }, [file])
    expect(refused.ephemeral).toBe(true)
    expect(refused.text).toContain('The entry “shiri2021” at line 1 is not closed')
    expect(refused.text).toContain('References: arXiv:2004.12345')
    await ada.press('References')
    expect((await ada.fill({ references: 'arXiv:2004.12345' })).text).toContain(
      '**References** arXiv:2004.12345',
    )
  })
})
