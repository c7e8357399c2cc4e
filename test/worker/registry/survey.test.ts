import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Resource } from '../../../schema/record/resource.ts'
import { parseRecord } from '../../../schema/record/stored-record.ts'
import { searchWords } from '../../../worker/domain/search/search-text.ts'
import { wordForms } from '../../../worker/domain/search/typing-errors.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { SURVEY } from '../../support/release-files.ts'
import { withoutLink } from '../../support/without-link.ts'

const rows = async <Row>(sql: string): Promise<Row[]> => (await env.DB.prepare(sql).all<Row>()).results
const registry = createRegistry(env.DB)

describe('the migrated database', () => {
  it('has the fourteen resources as printed, field by field', async () => {
    const found = await rows<Record<string, unknown>>(
      'select id, slug, name, url, status, version, position from resources order by position',
    )
    expect(found).toEqual(
      SURVEY.items.map(({ slug, name, url, status, version, position }) => ({
        ...{ id: position, slug, name, url, status, version, position },
      })),
    )
    expect(found).toHaveLength(14)
  })

  it('has the twenty-two references as printed, each at its number', async () => {
    const found = await rows<{ survey_number: number; csl: string }>(
      'select survey_number, csl from "references" order by survey_number',
    )
    expect(found.map(({ survey_number }) => survey_number)).toEqual(
      Array.from({ length: 22 }, (_, i) => i + 1),
    )
    expect(found.map(({ csl }) => JSON.parse(csl))).toEqual(SURVEY.references)
  })

  it('says which resource cites which reference, in the order printed', async () => {
    const found = await rows<{ resource_id: number; reference_id: number }>(
      'select * from resource_references order by resource_id, ordinal',
    )
    expect(
      SURVEY.items.map((row) =>
        found.filter((link) => link.resource_id === row.position).map((link) => link.reference_id),
      ),
    ).toEqual(SURVEY.items.map((row) => row.references.map((reference) => reference['citation-number'])))
  })

  it('has the survey as its first release, through the fourteenth change', async () => {
    const [release, ...others] = await rows<Record<string, string>>('select * from releases')
    expect(others).toEqual([])
    expect({
      title: release?.title,
      authors: JSON.parse(release?.authors ?? ''),
      version: release?.version,
      releasedOn: release?.released_on,
      keywords: JSON.parse(release?.keywords ?? ''),
      note: release?.note,
    }).toEqual(SURVEY.release)
    expect(release?.through_sequence).toBe(14)
  })

  it('starts every resource at version 1 with a change that holds its public record', async () => {
    const changes = await rows<{
      subject_id: string
      version: number
      action: string
      record: string
      at: string
    }>("select * from changes where subject = 'resource' order by sequence")
    const records = await Promise.all(
      SURVEY.items.map(async ({ slug }) => withoutLink((await registry.resolveResource(slug)).resource)),
    )
    expect(changes.map((change) => parseRecord(change.record))).toEqual(records)
    expect(records.every((record) => Resource.safeParse(record).success)).toBe(true)
    expect(changes.map((change) => change.subject_id)).toEqual(
      SURVEY.items.map((row) => String(row.position)),
    )
    expect(changes.every((change) => change.version === 1 && change.action === 'added')).toBe(true)
    expect(changes.every((change) => change.at === '2020-05-12T00:00:00.000Z')).toBe(true)
  })

  it('takes every address, each for its resource', async () => {
    const found = await rows('select * from addresses')
    expect(found).toHaveLength(14)
    for (const row of SURVEY.items) {
      expect((await registry.resolveResource(row.url)).resource.slug).toBe(row.slug)
    }
  })

  it('keeps search texts that are what the code makes of each record', async () => {
    const found = await rows<{ slug: string; search_text: string }>('select slug, search_text from versions')
    for (const { slug, search_text } of found) {
      expect(search_text).toBe(searchWords((await registry.resolveResource(slug)).resource).join(' '))
    }
  })

  it('counts every row of cells', async () => {
    expect(await rows('select cells, resources from cell_counts order by cells')).toEqual(
      await rows('select cells, count(*) as resources from versions group by cells order by cells'),
    )
  })

  it('knows every word by its endings and by its forms with one letter left out', async () => {
    const texts = await rows<{ search_text: string }>('select search_text from versions')
    const indexed = [...new Set(texts.flatMap((row) => row.search_text.split(' ')))].sort()
    const words = indexed.filter((word) => !word.startsWith(':'))
    const guessed = words.filter((word) => word.length >= 4 && !/\d/.test(word))
    const forms = await rows<{ form: string; word: string; at: number; letter: string }>(
      'select form, word, at, letter from word_forms order by word, at',
    )
    expect(await rows('select word from words order by word')).toEqual(indexed.map((word) => ({ word })))
    expect(forms).toEqual(guessed.flatMap((word) => wordForms(word).map((form) => ({ word, ...form }))))
    const endings = await rows<{ ending: string; word: string }>('select ending, word from word_endings')
    expect(endings.every(({ ending, word }) => word.endsWith(ending))).toBe(true)
    expect(endings.filter(({ ending, word }) => ending === word)).toHaveLength(words.length)
    expect(endings).toContainEqual({ ending: 'paedia', word: 'radiopaedia' })
  })
})

describe('the database itself', () => {
  const refusal = (sql: string) =>
    env.DB.prepare(sql)
      .run()
      .then(
        () => 'done',
        (error: Error) => error.message,
      )

  it('refuses to change or forget a change', async () => {
    expect(await refusal("update changes set reason = 'another' where sequence = 1")).toContain('append-only')
    expect(await refusal('delete from changes where sequence = 1')).toContain('append-only')
  })

  it('refuses to delete a resource', async () => {
    expect(await refusal('delete from resources where id = 1')).toContain('never deleted')
  })

  it('refuses a second change to the same version', async () => {
    expect(
      await refusal(
        "insert into changes (subject, subject_id, version, action, record, at) values ('resource', '1', 1, 'corrected', '{}', '')",
      ),
    ).toContain('UNIQUE constraint failed: changes.subject, changes.subject_id, changes.version')
  })
})
