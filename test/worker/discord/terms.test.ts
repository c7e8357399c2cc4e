// Lists, searches and watches on terms: what one may do with the data, how one gets it, how it is labelled.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { click, slash } from '../../support/discord.ts'
import { ANNA, addition, STRANGER } from '../registry/submissions.ts'

const registry = createRegistry(env.DB)

async function list(name: string, fields: object): Promise<void> {
  const { submission } = await registry.submit(STRANGER, addition(name, fields), { door: 'http' })
  await registry.decideSubmission(ANNA, submission.reference, { decision: 'approve', version: 1 })
}

const CT = { availability: { ct: 'yes' } }

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await list('Free masks', {
    ...CT,
    license: 'CC BY 4.0',
    access: 'open',
    annotations: ['lesion_masks', 'class_labels'],
    counts: { images: 1200, patients: 60, videos: 3 },
  })
  await list('Free labels', { ...CT, license: 'CC0', annotations: ['class_labels'] })
  await list('Paid masks', { ...CT, license: 'CC BY-NC 4.0', annotations: ['lesion_masks'] })
  await list('By contract', {
    ...CT,
    license: 'Ask us',
    use: { commercial: 'conditional', redistribution: 'no', modification: 'unknown', note: 'By contract.' },
  })
})

const names = ({ text }: { readonly text: string }) =>
  ['Free masks', 'Free labels', 'Paid masks', 'By contract'].filter((name) => text.includes(`[${name}](`))

describe('/covid-data ct', () => {
  it('is narrowed by use and annotations in one command', async () => {
    expect(names(await slash('ct', { annotations: 'lesion masks', use: 'commercial' }))).toEqual([
      'Free masks',
    ])
    expect(names(await slash('ct', { use: 'commercial' }))).toEqual([
      'Free masks',
      'Free labels',
      'By contract',
    ])
    expect(names(await slash('ct', { use: 'redistribution' }))).toEqual([
      ...['Free masks', 'Free labels', 'Paid masks'],
    ])
    expect(names(await slash('ct', { annotations: 'class_labels' }))).toEqual(['Free masks', 'Free labels'])
  })

  it('says the terms, and in each row what decides', async () => {
    const { text } = await slash('ct', { annotations: 'lesion masks', use: 'commercial' })
    expect(text).toContain('CT: 1 yes, 0 unknown · allows commercial use · annotations: lesion masks')
    expect(text).toContain(
      '✅ commercial use · 🔓 open · 1,200 images, 60 patients · 🏷️ lesion masks, class labels · not checked\nhas CT',
    )
    expect((await slash('ct', { use: 'commercial' })).text).toContain(
      '⚖️ commercial use on conditions, no redistribution · not checked',
    )
  })

  it('takes annotations by their name in German too, and says which there are', async () => {
    expect(names(await slash('ct', { annotations: 'Läsionsmasken' }))).toEqual(['Free masks', 'Paid masks'])
    expect((await slash('ct', { annotations: 'colours' })).text).toContain(
      '“colours” does not name exactly one of the annotations: class labels, lesion masks',
    )
    expect((await slash('ct', { annotations: 'masks' })).text).toContain('does not name exactly one')
  })
})

describe('/covid-data search', () => {
  it('is narrowed likewise', async () => {
    expect(names(await slash('search', { query: 'masks' }))).toEqual(['Free masks', 'Paid masks'])
    const { text } = await slash('search', { query: 'masks', use: 'commercial' })
    expect(names({ text })).toEqual(['Free masks'])
    expect(text).toContain('## Search: masks · allows commercial use')
  })
})

describe('a watch on terms', () => {
  it('is told once of what has come to be so', async () => {
    const watch = (await slash('ct', { use: 'commercial', annotations: 'severity' })).ids.Watch
    expect((await click(watch)).text).toContain(
      'every new or corrected resource that matches CT · allows commercial use · annotations: severity scores',
    )
    const waiting = async () => {
      const { results } = await env.DB.prepare(
        `select change_subject_id as id, change_version as version from deliveries where kind = 'announcement'`,
      ).all()
      return results.length
    }
    const scores = { annotations: ['severity_scores'] }
    await list('Scores for a fee', { ...CT, ...scores, license: 'CC BY-NC 4.0' })
    await list('Scores of X-rays', { availability: { xray: 'yes' }, ...scores, license: 'MIT' })
    expect(await waiting()).toBe(0)
    await list('Scores', { ...CT, ...scores, license: 'MIT' })
    expect(await waiting()).toBe(1)
    const { slug, version } = (await registry.getResource('scores')).record
    const renamed = {
      kind: 'correction',
      slug,
      baseVersion: version,
      reason: 'R',
      changes: { name: 'Scored' },
    } as const
    const { submission } = await registry.submit(STRANGER, renamed, { door: 'http' })
    await registry.decideSubmission(ANNA, submission.reference, { decision: 'approve', version: 1 })
    expect(await waiting()).toBe(1)
    const fee = (await registry.getResource('scores-for-a-fee')).record
    const freed = await registry.submit(
      STRANGER,
      {
        kind: 'correction',
        slug: fee.slug,
        baseVersion: fee.version,
        reason: 'R',
        changes: { license: 'MIT' },
      },
      { door: 'http' },
    )
    await registry.decideSubmission(ANNA, freed.submission.reference, { decision: 'approve', version: 1 })
    expect(await waiting()).toBe(2)
  })
})
