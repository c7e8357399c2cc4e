import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import { QUERY_LIMIT } from '../../../worker/registry/database.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { ANNA, addition, BERT, rows, SENDER, STRANGER, sent } from '../registry/submissions.ts'
import { type Fields, fieldsOf, read, SETTINGS, type Seat, seat, signedIn } from './maintainer.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
let anna: Seat

beforeAll(async () => {
  anna = await signedIn(ANNA)
  await signedIn(BERT)
})

const correction = (changes: object, given: object = {}): SubmissionInput => ({
  kind: 'correction',
  slug: 'covid-ct',
  baseVersion: 1,
  changes,
  reason: 'So says their page.',
  ...given,
})

const versionOf = async (slug: string) => (await registry.resolveResource(slug)).resource.version
const stateOf = async (reference: string) => (await registry.getQueueEntry(ANNA, reference)).state
const changesOf = (reference: string) =>
  rows(
    `select action from changes where subject = 'submission'
     and subject_id = (select cast(id as text) from submissions where reference = ?) order by sequence`,
    reference,
  )

/** Opens a submission, and presses a button of it; `typed` goes over what the page has. */
async function press(reference: string, action: string, typed: Fields = [], query = '') {
  const { elements } = await read(await anna.get(`/review/${reference}${query}`))
  return anna.post(`/review/${reference}${query}`, [
    ...fieldsOf(elements, action).filter(([name]) => !typed.some(([other]) => other === name)),
    ...typed,
    ['do', action],
  ])
}

describe('whoever is not signed in', () => {
  it.each([
    '/review',
    '/review?state=approved',
    '/review/deliveries',
    '/review/S-00000',
    '/review/S-00000/edit',
  ])('is offered to sign in at %s, and told of nothing', async (path) => {
    const page = await read(await seat().get(path))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Sign in with Discord')
    expect(page.text).not.toContain('S-00000')
  })

  it.each([
    ['/review', 'approve'],
    ['/review/deliveries', ''],
    ['/review/{reference}', 'approve'],
    ['/review/{reference}', 'block'],
    ['/review/{reference}/edit', ''],
  ])('changes nothing at %s', async (path, action) => {
    const { reference } = await sent(registry, addition(`Guarded ${path} ${action}`))
    const answer = await seat().post(path.replace('{reference}', reference), [
      ['selected', `${reference}@1`],
      ['do', action],
      ['version', '1'],
      ['name', 'Another name'],
      ['id', '1'],
    ])
    expect(answer.status).toBe(401)
    expect(await changesOf(reference)).toEqual([{ action: 'submitted' }])
  })

  it('learns no version', async () => {
    expect((await seat().get('/review/S-00000/version')).status).toBe(401)
  })
})

describe('a form of another site', () => {
  it.each([
    { Origin: 'https://elsewhere.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    {},
  ])('is refused and does nothing, with %o', async (headers: Record<string, string>) => {
    const { reference } = await sent(registry, addition(`Foreign ${JSON.stringify(headers)}`))
    const fields: Fields = [
      ['do', 'approve'],
      ['version', '1'],
      ['selected', `${reference}@1`],
    ]
    for (const path of ['/review', `/review/${reference}`, `/review/${reference}/edit`]) {
      const answer = await anna.post(path, fields, headers)
      expect(answer.status).toBe(403)
    }
    expect(await changesOf(reference)).toEqual([{ action: 'submitted' }])
  })
})

describe('the queue', () => {
  it('says what waits, what it is about, who sent it, and what to mind', async () => {
    const { reference } = await sent(
      registry,
      addition('Sonography of Lungs', { availability: { ultrasound: 'yes', ct: 'no' } }),
    )
    const page = await read(await anna.get('/review?text=sonography+of'))
    expect(page.text).toMatch(
      new RegExp(
        `Select ${reference} ?Sonography of Lungs ?Addition · ${reference} ?no CT ?Ultrasound ?Sender ?just now`,
      ),
    )
    expect(page.text).toContain('waiting 1')
    const box = page.elements.find(({ attributes }) => attributes.name === 'selected')
    expect(box?.attributes.value).toBe(`${reference}@1`)
  })

  it('is filtered by state, kind, text and age, with counts that follow', async () => {
    const one = await sent(registry, addition('Filtered one'))
    const two = await sent(registry, addition('Filtered two'))
    await registry.decideSubmission(ANNA, two.reference, { decision: 'ask', reason: 'Which licence?' })
    const removal: SubmissionInput = {
      kind: 'removal',
      slug: 'eurorad',
      baseVersion: await versionOf('eurorad'),
      reason: 'It is gone.',
    }
    const three = await sent(registry, removal)
    const listed = async (query: string) => {
      const { elements, text } = await read(await anna.get(`/review?${query}`))
      const links = elements.flatMap(({ tag, attributes: { href = '' } }) =>
        tag === 'a' ? (href.match(/^\/review\/(S-\w{5})$/)?.[1] ?? []) : [],
      )
      return { links, counts: text.match(/waiting \d+.*?withdrawn \d+/)?.[0] }
    }
    expect(await listed('text=FILTERED')).toEqual({
      links: [one.reference],
      counts: 'waiting 1asked 1approved 0rejected 0withdrawn 0',
    })
    expect((await listed('text=filtered&state=asked')).links).toEqual([two.reference])
    expect((await listed('kind=removal')).links).toEqual([three.reference])
    expect((await listed(`text=${one.reference.toLowerCase()}`)).links).toEqual([one.reference])
    expect((await listed('age=1')).links).toEqual([])
    // What is not to be understood is no filter.
    expect((await listed('text=filtered&kind=x&age=x&state=x&after=x')).links).toEqual([one.reference])
    expect((await listed('text=%25')).links).toEqual([])
  })

  it('goes on after a page', async () => {
    for (let i = 10; i < 32; i++) await sent(registry, addition(`Paged ${i}`))
    const first = await read(await anna.get('/review?text=paged'))
    expect(first.text).toContain('Paged 10')
    expect(first.text).not.toContain('Paged 30')
    const next = first.elements.find(({ attributes }) => attributes.rel === 'next')?.attributes.href ?? ''
    const second = await read(await anna.get(next.replaceAll('&amp;', '&')))
    expect(second.text).toMatch(/Paged 30.*Paged 31/)
    expect(second.text).not.toContain('Paged 29')
  })

  it('is one round trip, in which who asks is looked up too', async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    const watching = await signedIn(ANNA, { ...SETTINGS, DB })
    counts.batches = 0
    await watching.get('/review')
    expect(counts.batches).toBe(1)
  })
})

describe('a selection', () => {
  const selected = (...submissions: readonly { reference: string; version?: number }[]): Fields =>
    submissions.map(({ reference, version = 1 }) => ['selected', `${reference}@${version}`])

  it('is decided a few at a time, and what becomes of each is told, conflicts included', async () => {
    const [one, two, three, four] = [
      await sent(registry, addition('Bulk one')),
      await sent(registry, addition('Bulk two')),
      await sent(registry, addition('Bulk three')),
      await sent(registry, addition('Bulk four')),
    ]
    await registry.decideSubmission(BERT, two.reference, { decision: 'reject', reason: 'Not public.' })
    const first = await read(
      await anna.post('/review', [...selected(one, two, three, four), ['key', 'k'], ['do', 'approve']]),
    )
    expect(first.status).toBe(200)
    expect(first.text).toContain('1 of 4 are still to be decided')
    expect(first.text).toContain(`${two.reference} Bert rejected this already, on `)
    expect(await stateOf(four.reference)).toBe('pending')
    const form = first.elements.filter(({ attributes: { type } }) => type === 'hidden')
    const fields = form.map(({ attributes: { name = '', value = '' } }): [string, string] => [name, value])
    const last = await read(await anna.post('/review', [...fields, ['do', 'approve']]))
    expect(last.text).toContain('3 approved')
    expect(last.text).toContain(`${one.reference} approved`)
    expect(last.text).toContain(`${three.reference} approved`)
    expect(last.text).toContain(`${four.reference} approved`)
    expect(last.text).toContain(`${two.reference} Bert rejected this already, on `)
    expect(await Promise.all([one, two, three, four].map(({ reference }) => stateOf(reference)))).toEqual([
      'approved',
      'rejected',
      'approved',
      'approved',
    ])
  })

  it('of which one has changed since the queue showed it is not decided there', async () => {
    const one = await sent(registry, addition('Bulk edited'))
    await registry.editSubmission(SENDER, one.reference, { version: 1, resource: { name: 'Bulk anew' } })
    const page = await read(await anna.post('/review', [...selected(one), ['do', 'approve']]))
    expect(page.text).toContain('This submission has changed since you looked at it.')
    expect(await stateOf(one.reference)).toBe('pending')
  })

  it('is rejected with one reason, without which nothing happens and nothing is lost', async () => {
    const one = await sent(registry, addition('Bulk rejected'))
    const refused = await read(
      await anna.post('/review?text=bulk+rejected', [...selected(one), ['do', 'reject'], ['reason', ' ']]),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Say why')
    const box = refused.elements.find(({ attributes }) => attributes.value === `${one.reference}@1`)
    expect(box?.attributes.checked).toBeDefined()
    await anna.post('/review', [
      ...selected(one),
      ['do', 'reject'],
      ['usual', 'Not about COVID-19 imaging.'],
      ['reason', 'It is about <dogs>.'],
    ])
    expect((await registry.reviewSubmission(ANNA, one.reference)).submission.decision?.reason).toBe(
      'Not about COVID-19 imaging. It is about <dogs>.',
    )
  })

  it('is opened one after the other', async () => {
    const [one, two] = [
      await sent(registry, addition('Opened one')),
      await sent(registry, addition('Opened two')),
    ]
    const first = await anna.post('/review', [...selected(two, one), ['do', 'open']])
    expect(first.status).toBe(303)
    expect(first.headers.get('Location')).toBe(`/review/${two.reference}?then=${one.reference}`)
    const second = await press(two.reference, 'approve', [], `?then=${one.reference}`)
    expect(second.headers.get('Location')).toBe(`/review/${one.reference}?decided=${two.reference}&then=`)
    const last = await press(one.reference, 'approve', [], '?then=')
    expect(last.headers.get('Location')).toBe(`/review?decided=${one.reference}`)
  })

  it.each(['approve', 'open'])('of nothing is asked for again, to %s', async (action) => {
    const page = await read(await anna.post('/review', [['do', action]]))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Select at least one')
  })

  it('stays within what the free plan allows', async () => {
    const { counts, DB } = watchedDatabase(env.DB)
    const watching = await signedIn(ANNA, { ...SETTINGS, DB })
    const all = []
    for (let i = 1; i <= 4; i++) all.push(await sent(registry, addition(`Cheap ${i}`)))
    counts.queries = 0
    const page = await read(await watching.post('/review', [...selected(...all), ['do', 'approve']]))
    expect(page.text).toContain('2 of 4 are still to be decided')
    // A claim and one delivery take 16 more after the answer.
    expect(counts.queries).toBeLessThanOrEqual(QUERY_LIMIT - 16)
  })
})

describe('a submission', () => {
  it.each([
    'pending',
    'asked',
    'approved',
    'rejected',
    'withdrawn',
  ] as const)('that is %s can be looked at, whatever its kind', async (state) => {
    const baseVersion = await versionOf('radiopaedia')
    const all = [
      await sent(registry, addition(`In state ${state}`, { license: 'MIT', availability: { ct: 'yes' } })),
      await sent(registry, correction({ license: `Licence ${state}` }, { slug: 'radiopaedia', baseVersion })),
      await sent(registry, { kind: 'removal', slug: 'radiopaedia', baseVersion, reason: 'It is gone.' }),
    ]
    for (const { id, reference } of all) {
      const resourceVersion = await versionOf('radiopaedia').catch(() => undefined)
      if (state === 'withdrawn') await registry.withdrawSubmission(STRANGER, id)
      else if (state !== 'pending')
        await registry.decideSubmission(ANNA, reference, {
          decision: state === 'asked' ? 'ask' : state === 'approved' ? 'approve' : 'reject',
          reason: 'Because.',
          ...(resourceVersion !== undefined && { resourceVersion }),
        })
    }
    const [one, two, three] = await Promise.all(
      all.map(async ({ reference }) => read(await anna.get(`/review/${reference}`))),
    )
    for (const page of [one, two, three]) {
      expect(page?.status).toBe(200)
      const isOpen = state === 'pending' || state === 'asked'
      const actions = page?.elements.flatMap(({ tag, attributes: { id = '' } }) => (tag === 'form' ? id : []))
      expect(actions?.filter((id) => ['approve', 'reject', 'ask', 'undo'].includes(id))).toEqual(
        isOpen ? ['approve', 'reject', 'ask'] : state === 'withdrawn' ? [] : ['undo'],
      )
    }
    expect(one?.text).toMatch(/What it proposes ?Name ?In state .* ?CT ?yes ?X-Ray ?unknown/)
    expect(two?.text).toContain(`Licence ${state}`)
    expect(three?.text).toMatch(/Take .*radiopaedia.* off the list/)
    if (state === 'approved')
      await registry.undoDecision(
        ANNA,
        all[2]?.reference ?? '',
        (await registry.getQueueEntry(ANNA, all[2]?.reference ?? '')).version,
      )
  })

  it('shows sources, what it looks like, what was declined before, who sent it and what was asked', async () => {
    const first = await sent(registry, addition('Chest Film Archive'))
    await registry.decideSubmission(ANNA, first.reference, {
      decision: 'reject',
      reason: 'The link is dead.',
    })
    const { submission } = await registry.submit(
      STRANGER,
      {
        ...addition('Chest Film Archive', { name: 'eurorad', notes: 'Two\nlines' }),
        evidence: [{ field: 'license', value: 'MIT', source: 'https://data.org/readme', asOf: '2026-10' }],
        submitter: { name: 'Ada <b>', contact: 'ada@data.org' },
      },
      { door: 'http' },
    )
    await registry.decideSubmission(BERT, submission.reference, { decision: 'ask', reason: 'Which films?' })
    const { text, elements } = await read(await anna.get(`/review/${submission.reference}`))
    expect(text).toContain('Licence“MIT”, says https://data.org/readme, 2026-10')
    expect(text).toMatch(/Looks like ?eurorad\.org: /)
    expect(text).toMatch(
      new RegExp(`Declined before at this address ?${first.reference}, .*: The link is dead\\.`),
    )
    expect(text).toContain('Ada <b>, ada@data.org')
    expect(text).toMatch(/Question .*Which films\?/)
    expect(text).toMatch(/asked by Bert, .*Which films\?/)
    const source = elements.find(({ attributes }) => attributes.href === 'https://data.org/readme')
    expect(source?.attributes.rel).toContain('nofollow')
  })

  it('made from a record that has moved on says so, and is approved as it is shown', async () => {
    const baseVersion = await versionOf('sirm-covid-19-database')
    const given = { slug: 'sirm-covid-19-database', baseVersion }
    const late = await sent(registry, correction({ license: 'MIT', organization: 'SIRM' }, given))
    const early = await sent(registry, correction({ license: 'CC0-1.0' }, given))
    await registry.decideSubmission(BERT, early.reference, { decision: 'approve' })
    const { text } = await read(await anna.get(`/review/${late.reference}`))
    expect(text).toContain('The record has changed since this was sent')
    expect(text).toContain('Both touch: Licence')
    expect(text).toContain('CC0-1.0 MIT')
    expect((await press(late.reference, 'approve')).status).toBe(303)
    expect((await registry.resolveResource('sirm-covid-19-database')).resource).toMatchObject({
      license: 'MIT',
      organization: 'SIRM',
    })
  })

  it('is approved, and the next one opens with a word on it and a way back', async () => {
    const one = await sent(registry, addition('Approved and undone'))
    const { next } = await registry.getQueueEntry(ANNA, one.reference)
    const answer = await press(one.reference, 'approve')
    expect(answer.status).toBe(303)
    const location = answer.headers.get('Location') ?? ''
    expect(location).toBe(`/review/${next}?decided=${one.reference}`)
    const following = await read(await anna.get(location))
    expect(following.text).toContain(`${one.reference} approved: Approved and undone`)
    const undone = await anna.post(`/review/${one.reference}`, [
      ['version', '2'],
      ['do', 'undo'],
    ])
    expect(undone.headers.get('Location')).toBe(`/review/${one.reference}?note=undone`)
    expect((await read(await anna.get(`/review/${one.reference}?note=undone`))).text).toContain(
      'it waits again',
    )
    expect(await stateOf(one.reference)).toBe('pending')
  })

  it('is decided once, however often the button is pressed', async () => {
    const { reference } = await sent(registry, addition('Pressed twice'))
    const { elements } = await read(await anna.get(`/review/${reference}`))
    const fields: Fields = [...fieldsOf(elements, 'approve'), ['do', 'approve']]
    const [once, twice] = [
      await anna.post(`/review/${reference}`, fields),
      await anna.post(`/review/${reference}`, fields),
    ]
    expect([once.status, twice.status]).toEqual([303, 303])
    expect(await changesOf(reference)).toEqual([{ action: 'submitted' }, { action: 'approved' }])
  })

  it.each(['reject', 'ask'])('cannot be left without words: %s', async (action) => {
    const { reference } = await sent(registry, addition(`Wordless ${action}`))
    const { status, elements } = await read(await press(reference, action))
    expect(status).toBe(422)
    const field = elements.find(({ attributes }) => attributes.id === `${action}-reason`)
    expect(field?.attributes['aria-invalid']).toBe('true')
    const error = elements.find(({ attributes }) => attributes.id === field?.attributes['aria-describedby'])
    expect(error?.text).toContain('Say why')
    expect(await stateOf(reference)).toBe('pending')
  })

  it('is rejected with a reason, or asked about', async () => {
    const one = await sent(registry, addition('Rejected with a reason'))
    await press(one.reference, 'reject', [['reason', 'Not\r\npublic.']])
    const { submission } = await registry.reviewSubmission(ANNA, one.reference)
    expect(submission).toMatchObject({ state: 'rejected', decision: { reason: 'Not\npublic.' } })
    const two = await sent(registry, addition('Asked about'))
    const answer = await press(two.reference, 'ask', [['reason', 'Which licence?']])
    expect(await stateOf(two.reference)).toBe('asked')
    const next = await read(await anna.get(answer.headers.get('Location') ?? ''))
    expect(next.text).toContain(`${two.reference} asked: Asked about`)
  })

  it('that another maintainer decided meanwhile says who and when, and what was typed stays', async () => {
    const { reference } = await sent(registry, addition('Decided meanwhile'))
    const { elements } = await read(await anna.get(`/review/${reference}`))
    await registry.decideSubmission(BERT, reference, { decision: 'approve' })
    const page = await read(
      await anna.post(`/review/${reference}`, [
        ...fieldsOf(elements, 'reject').filter(([name]) => name !== 'reason'),
        ['reason', 'My own words'],
        ['do', 'reject'],
      ]),
    )
    expect(page.status).toBe(409)
    expect(page.text).toMatch(/Bert approved this already, on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\./)
    expect(page.text).toMatch(/What you wrote: ?My own words/)
  })

  it('that was edited meanwhile is shown as it is now, with what was typed in its field', async () => {
    const { reference } = await sent(registry, addition('Edited meanwhile'))
    const { elements } = await read(await anna.get(`/review/${reference}`))
    await registry.editSubmission(SENDER, reference, { version: 1, resource: { name: 'Edited at last' } })
    const page = await read(
      await anna.post(`/review/${reference}`, [
        ...fieldsOf(elements, 'reject').filter(([name]) => name !== 'reason'),
        ['reason', 'My own words'],
        ['do', 'reject'],
      ]),
    )
    expect(page.status).toBe(409)
    expect(page.text).toContain('This submission has changed since you looked at it.')
    expect(page.text).toContain('Edited at last')
    expect(fieldsOf(page.elements, 'reject')).toEqual(
      expect.arrayContaining([
        ['reason', '\nMy own words'],
        ['version', '2'],
      ]),
    )
  })

  it('of one’s own is marked', async () => {
    const { submission } = await registry.submit(ANNA, addition('Own one'), { door: 'discord' })
    const { text } = await read(await anna.get(`/review/${submission.reference}`))
    expect(text).toContain('You sent this yourself')
  })

  it('has a sender who can be blocked and let in again', async () => {
    const pest = { kind: 'discord', discordId: '666666666666666667', name: 'Pest' } as const
    const { submission } = await registry.submit(pest, addition('Spam'), { door: 'discord' })
    const { reference } = submission
    const blocked = await anna.post(`/review/${reference}`, [
      ['do', 'block'],
      ['reason', 'Spam.'],
    ])
    expect(blocked.headers.get('Location')).toBe(`/review/${reference}?note=blocked`)
    const page = await read(await anna.get(`/review/${reference}?note=blocked`))
    expect(page.text).toContain('Who sent this can send nothing more.')
    expect(page.text).toContain('Let its sender send again')
    await anna.post(`/review/${reference}`, [['do', 'lift']])
    expect((await registry.reviewSubmission(ANNA, reference)).submitter.isBlocked).toBe(false)
  })

  it('tells its version, and what became of it, to a page that is open', async () => {
    const { reference } = await sent(registry, addition('Watched'))
    const look = async () => (await anna.get(`/review/${reference}/version`)).json()
    expect(await look()).toMatchObject({ version: 1, state: 'pending' })
    await registry.decideSubmission(BERT, reference, { decision: 'approve' })
    expect(await look()).toMatchObject({
      version: 2,
      state: 'approved',
      decidedBy: 'Bert',
      told: expect.stringMatching(/^Bert approved this on .* at \d\d:\d\d UTC\.$/),
    })
  })

  it.each(['/review/S-00000', '/review/S-00000/edit', '/review/nothing'])('%s is none', async (path) => {
    expect((await anna.get(path)).status).toBe(404)
  })

  it('does not open by the capability that its sender has', async () => {
    const { id } = await sent(registry, addition('By its secret'))
    expect((await anna.get(`/review/${id}`)).status).toBe(404)
  })
})

describe('editing', () => {
  it('changes what is proposed, and comes back', async () => {
    const { reference } = await sent(registry, addition('To be edited', { availability: { ct: 'yes' } }))
    const { elements } = await read(await anna.get(`/review/${reference}/edit`))
    const fields = fieldsOf(elements, 'edit')
    const answer = await anna.post(`/review/${reference}/edit?then=S-00000`, [
      ...fields.filter(([name]) => name !== 'license'),
      ['license', 'CC BY 4.0'],
    ])
    expect(answer.headers.get('Location')).toBe(`/review/${reference}?note=edited&then=S-00000`)
    const { submission } = await registry.reviewSubmission(ANNA, reference)
    expect(submission).toMatchObject({ version: 2, resource: { license: 'CC BY 4.0', name: 'To be edited' } })
    expect(await changesOf(reference)).toEqual([{ action: 'submitted' }, { action: 'edited' }])
  })

  it('says what is wrong beside its field, and keeps what was typed', async () => {
    const { reference } = await sent(registry, addition('Edited wrongly'))
    const { elements } = await read(await anna.get(`/review/${reference}/edit`))
    const fields = fieldsOf(elements, 'edit').filter(([name]) => name !== 'url' && name !== 'organization')
    const page = await read(
      await anna.post(`/review/${reference}/edit`, [
        ...fields,
        ['url', 'http://localhost/x'],
        ['organization', 'Another hospital'],
      ]),
    )
    expect(page.status).toBe(422)
    const typed = new Map(fieldsOf(page.elements, 'edit'))
    expect([typed.get('url'), typed.get('organization')]).toEqual(['http://localhost/x', 'Another hospital'])
    const url = page.elements.find(({ attributes }) => attributes.name === 'url')
    expect(url?.attributes['aria-invalid']).toBe('true')
    expect(await stateOf(reference)).toBe('pending')
  })

  it('of what was edited meanwhile loses nothing, and is saved when it is sent again', async () => {
    const { reference } = await sent(registry, addition('Edited by two'))
    const { elements } = await read(await anna.get(`/review/${reference}/edit`))
    await registry.editSubmission(SENDER, reference, { version: 1, resource: { license: 'MIT' } })
    const fields = fieldsOf(elements, 'edit').filter(([name]) => name !== 'organization')
    const page = await read(
      await anna.post(`/review/${reference}/edit`, [...fields, ['organization', 'A clinic']]),
    )
    expect(page.status).toBe(409)
    expect(page.text).toContain('This submission has changed since you looked at it.')
    const again = await anna.post(`/review/${reference}/edit`, fieldsOf(page.elements, 'edit'))
    expect(again.status).toBe(303)
    expect((await registry.reviewSubmission(ANNA, reference)).submission.resource?.organization).toBe(
      'A clinic',
    )
  })

  it('is over once it is decided', async () => {
    const { reference } = await sent(registry, addition('Edited too late'))
    await registry.decideSubmission(BERT, reference, { decision: 'approve' })
    const page = await read(await anna.get(`/review/${reference}/edit`))
    expect(page.status).toBe(409)
    expect(page.text).toMatch(/It was approved already.*Bert approved this on /)
  })
})

describe('what did not reach Discord', () => {
  it('is told in the queue, and sent again', async () => {
    const { reference } = await sent(registry, addition('Not delivered'))
    const [delivery] = await rows<{ id: number }>(
      'select id from deliveries where submission_id = (select id from submissions where reference = ?) limit 1',
      reference,
    )
    const id = delivery?.id ?? 0
    await env.DB.prepare("update deliveries set state = 'dead', last_error = 'HTTP 403' where id = ?")
      .bind(id)
      .run()
    expect((await read(await anna.get('/review'))).text).toContain('One message did not reach Discord')
    expect((await read(await anna.get('/review/deliveries'))).text).toMatch(
      new RegExp(`Review card ?of ${reference} ?HTTP 403`),
    )
    const answer = await anna.post('/review/deliveries', [['id', String(id)]])
    expect(answer.headers.get('Location')).toBe('/review/deliveries?note=retried')
    expect((await read(await anna.get('/review'))).text).not.toContain('did not reach Discord')
  })
})

describe('when nothing waits any more', () => {
  it('leads to the queue, which says so', async () => {
    await env.DB.prepare("update submissions set state = 'withdrawn' where state = 'pending'").run()
    const { reference } = await sent(registry, addition('The last one'))
    const answer = await press(reference, 'approve')
    expect(answer.headers.get('Location')).toBe(`/review?decided=${reference}`)
    const { text } = await read(await anna.get(answer.headers.get('Location') ?? ''))
    expect(text).toContain(`${reference} approved: The last one`)
    expect(text).toContain('Nothing waits any more.')
  })
})
