// References that a form proposes, to where a record cites them.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { app } from '../../../worker/app.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { anAddress } from '../api/requests.ts'
import { ANNA, STRANGER } from '../registry/submissions.ts'
import { get, idIn, pageOf, post, stamp } from './forms.ts'

const registry = createRegistry(env.DB)
const SLUG = 'covid-ct'
const BIBTEX = `@article{cohen2020covid,
  title={COVID-19 image data collection},
  author={Cohen, Joseph Paul and M{\\"u}ller, Lan},
  journal={Journal of Imaging},
  year={2020},
  doi={10.1000/imaging.1}
}`

beforeAll(async () => {
  if (ANNA.kind === 'discord') await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
})

const record = async () => (await registry.resolveResource(SLUG)).resource
const form = async () => await pageOf(await get(`/r/${SLUG}/report`))

async function report(references: string, file?: { name: string; text: string | Uint8Array<ArrayBuffer> }) {
  const { version } = await record()
  const body = new FormData()
  const fields = {
    kind: 'correction',
    baseVersion: String(version),
    reason: 'It is cited there.',
    references,
  }
  for (const [name, value] of Object.entries({ ...fields, stamp: await stamp() })) body.set(name, value)
  if (file) body.set('references.file', new File([file.text], file.name))
  const headers = { Origin: 'https://registry.example', 'CF-Connecting-IP': anAddress() }
  return app.request(`https://registry.example/r/${SLUG}/report`, { method: 'POST', headers, body }, env)
}

async function approved(answer: Response) {
  const { submission } = await registry.getSubmission(STRANGER, idIn(answer))
  await registry.decideSubmission(ANNA, submission.reference, { decision: 'approve', version: 1 })
  return submission
}

it('begins with the references of the record, and proposes nothing where they stay', async () => {
  const { references } = await record()
  const typed = (await form()).value('references') ?? ''
  expect(typed.split('\n').filter((line) => line !== '')).toHaveLength(references.length)
  for (const { id } of references) expect(typed).toContain(`[${id}] `)
  const answer = await report(typed)
  expect(answer.status).toBe(422)
  expect((await pageOf(answer)).text).toContain('Name at least one change.')
})

it('adds what is typed and what a file has, in their order, and finds the resource by them', async () => {
  const before = (await record()).references
  const typed = (await form()).value('references') ?? ''
  const { changes } = await approved(
    await report(`${typed}\narXiv:2004.99999`, { name: 'mine.bib', text: BIBTEX.replaceAll('\n', '\r\n') }),
  )
  expect(changes).toEqual({
    references: [
      ...before,
      { id: 'arxiv-2004-99999', type: 'article', archive: 'arXiv', archive_location: '2004.99999' },
      {
        id: 'doi-10-1000-imaging-1',
        type: 'article-journal',
        title: 'COVID-19 image data collection',
        author: [
          { family: 'Cohen', given: 'Joseph Paul' },
          { family: 'Müller', given: 'Lan' },
        ],
        'container-title': 'Journal of Imaging',
        issued: { 'date-parts': [[2020]] },
        DOI: '10.1000/imaging.1',
      },
    ],
  })
  expect((await record()).references).toEqual(changes?.references)
  const [found] = await registry.findResourcesAt(['https://arxiv.org/abs/2004.99999v2'])
  expect(found?.slug).toBe(SLUG)
  const { items } = await registry.listReferences({ size: 500 })
  expect(items.find(({ reference }) => reference.id === 'doi-10-1000-imaging-1')?.citedBy).toEqual([SLUG])
  const page = await pageOf(await get(`/r/${SLUG}`))
  expect(page.text).toContain('arXiv:2004.99999')
  expect(page.text).toContain('Cohen, J. P., & Müller, L. (2020). COVID-19 image data collection.')
})

it('takes a work that the registry has under its id, however it is written', async () => {
  const before = (await record()).references
  const { items } = await registry.listReferences({ size: 500 })
  const known = items.find(
    ({ reference, citedBy }) => reference.archive === 'arXiv' && !citedBy.includes(SLUG),
  )?.reference
  const lines = before.map(({ id }) => `[${id}]`).join('\n')
  const { changes } = await approved(
    await report(`${lines}\nhttps://arxiv.org/abs/${known?.archive_location}`),
  )
  expect(changes?.references?.at(-1)).toEqual(known)
})

it('takes one away again where its line is gone', async () => {
  const before = (await record()).references
  const kept = before.slice(0, -1)
  await approved(await report(kept.map(({ id }) => `[${id}] anything`).join('\n')))
  expect((await record()).references).toEqual(kept)
  const { id } = before.at(-1) ?? {}
  const { items } = await registry.listReferences({ size: 500 })
  expect(items.find(({ reference }) => reference.id === id)?.citedBy).not.toContain(SLUG)
})

it('keeps all that was typed where an entry cannot be read, and says at which line', async () => {
  const answer = await report('10.1000/xyz', { name: 'mine.bib', text: `${BIBTEX}\n@misc{bad, title = {A` })
  expect(answer.status).toBe(422)
  const page = await pageOf(answer)
  expect(page.error('references')).toContain('The entry “bad” at line 9 is not closed')
  expect(page.value('references')).toContain('10.1000/xyz\n@article{cohen2020covid')
})

it('refuses a file that is too large or no text', async () => {
  for (const [text, sentence] of [
    ['x'.repeat(65_537), 'The file has more than 65536 bytes'],
    [new Uint8Array([80, 75, 0, 3]), 'The file could not be read'],
  ] as const) {
    const answer = await report('10.1000/xyz', { name: 'mine.bib', text })
    expect(answer.status).toBe(422)
    expect((await pageOf(answer)).error('references.file')).toContain(sentence)
  }
})

it('is proposed with an addition too, also by a browser that sends no file', async () => {
  const name = crypto.randomUUID().replaceAll('-', '')
  const given = { name, url: `https://${name}.org/data`, organization: 'A hospital' }
  const answer = await post('/submit', { ...given, references: 'doi:10.1000/XYZ', stamp: await stamp() })
  const { submission } = await registry.getSubmission(STRANGER, idIn(answer))
  expect(submission.resource?.references).toEqual([
    { id: 'doi-10-1000-xyz', type: 'article-journal', DOI: '10.1000/XYZ' },
  ])
})
