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
        `Select ${reference} ?Sonography of Lungs ?Addition · ${reference} ?data.org ?Ultrasound ?Sender ?just now ?new host: data.org`,
      ),
    )
    expect(page.text).toContain('waiting 1')
    const box = page.elements.find(({ attributes }) => attributes.name === 'selected')
    expect(box?.attributes.value).toBe(`${reference}@1 Sonography of Lungs`)
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

  let records = 9_000_000
  /** Of a name and at a host that raise no flag. */
  const plainAddition = (name: string) => {
    records += 1
    return addition(name, { url: `https://zenodo.org/records/${records}` })
  }
  /** What a button's form on the page sends. */
  const formOf = ({ elements }: Awaited<ReturnType<typeof read>>, button: string): Fields => {
    const at = elements.findIndex(({ tag, attributes }) => tag === 'button' && attributes.value === button)
    const before = elements.slice(0, at)
    const start = before.findLastIndex(({ tag }) => tag === 'form')
    return [
      ...before
        .slice(start)
        .flatMap(({ attributes: { type, name = '', value = '' } }) =>
          type === 'hidden' ? [[name, value] as const] : [],
        ),
      ['do', button],
    ]
  }

  beforeAll(async () => {
    const known = await sent(registry, addition('Of a sender who is known'))
    await registry.decideSubmission(ANNA, known.reference, { decision: 'approve', version: 1 })
  })

  it('is approved after a question alone, a few at a time, and undone as a whole', async () => {
    const [one, two, three, four] = [
      await sent(registry, plainAddition('Quokka')),
      await sent(registry, plainAddition('Narwhal')),
      await sent(registry, plainAddition('Okapi')),
      await sent(registry, plainAddition('Axolotl')),
    ]
    const states = () => Promise.all([one, two, three, four].map(({ reference }) => stateOf(reference)))
    const asked = await read(
      await anna.post('/review', [...selected(one, two, three, four), ['do', 'approve']]),
    )
    expect(asked.status).toBe(200)
    expect(asked.text).toMatch(/Approve 4\? ?Quokka .*zenodo\.org ?Narwhal/)
    expect(await states()).toEqual(['pending', 'pending', 'pending', 'pending'])
    await registry.decideSubmission(BERT, two.reference, { decision: 'reject', reason: 'Not public.' })
    const first = await read(await anna.post('/review', formOf(asked, 'approve')))
    expect(first.text).toContain('1 of 4 remain')
    expect(await stateOf(four.reference)).toBe('pending')
    const last = await read(await anna.post('/review', formOf(first, 'approve')))
    expect(last.text).toContain('Approved: 3')
    expect(last.text).toMatch(
      new RegExp(`Not approved ?Narwhal ${two.reference} ?Bert already rejected this`),
    )
    expect(last.text).toMatch(/Approved ?Quokka S-\w{5} ?Okapi S-\w{5} ?Axolotl S-\w{5}/)
    expect(last.text).toContain('Undo all 3')
    expect(await states()).toEqual(['approved', 'rejected', 'approved', 'approved'])
    const undoing = await read(await anna.post('/review', formOf(last, 'undo')))
    const undone = undoing.text.includes('remain')
      ? await read(await anna.post('/review', formOf(undoing, 'undo')))
      : undoing
    expect(undone.text).toContain('Undone, waiting again: 3')
    expect(await states()).toEqual(['pending', 'rejected', 'pending', 'pending'])
  })

  it('leaves out what needs a closer look, and says why', async () => {
    const clear = await sent(registry, plainAddition('Pangolin'))
    const twin = await sent(registry, plainAddition('Wallaby Archive of Perth'))
    const other = await sent(registry, plainAddition('Wallaby Archives of Perth'))
    const odd = await sent(
      registry,
      addition('Buy cheap masks', { url: 'https://www.cheap-masks.shop/offer' }),
    )
    const own = await registry.submit(ANNA, plainAddition('Numbat'), { door: 'discord' })
    const edited = await sent(registry, plainAddition('Dingo'))
    await registry.editSubmission(SENDER, edited.reference, { version: 1, resource: { name: 'Dingo anew' } })
    const baseVersion = await versionOf('covid-ct')
    const removal = await sent(registry, {
      kind: 'removal',
      slug: 'covid-ct',
      baseVersion,
      reason: 'It is gone.',
    })
    const contested = await sent(
      registry,
      correction(
        { availability: { ct: 'no' } },
        {
          slug: 'cord-19',
          baseVersion: await versionOf('cord-19'),
          evidence: [{ field: 'availability.ct', value: 'yes', source: 'Their paper' }],
        },
      ),
    )
    const all = [clear, twin, other, odd, own.submission, { ...edited, version: 1 }, removal, contested]
    const asked = await read(await anna.post('/review', [...selected(...all), ['do', 'approve']]))
    expect(asked.text).toMatch(/Approve 1\? ?Pangolin/)
    expect(asked.text).toContain('Left out: 7')
    for (const [{ reference }, why] of [
      [twin, 'looks like Wallaby Archives of Perth'],
      [other, 'looks like Wallaby Archive of Perth'],
      [odd, 'new host: cheap-masks.shop'],
      [own.submission, 'your own submission'],
      [edited, 'changed since you chose it'],
      [removal, 'removals are approved separately'],
      [contested, 'sources differ: CT'],
    ] as const)
      expect(asked.text).toMatch(new RegExp(`${reference} ?${why}`))
    await anna.post('/review', formOf(asked, 'approve'))
    expect(await stateOf(clear.reference)).toBe('approved')
    for (const { reference } of all.slice(1)) expect(await stateOf(reference)).toBe('pending')

    const alone = await read(await anna.post('/review', [...selected(removal), ['do', 'approve']]))
    expect(alone.text).toContain('Approve one removal?')
    const button = alone.elements.find(({ attributes }) => attributes.value === 'approve')
    expect(button?.attributes.class).toBe('stop')
  })

  it('of a stranger who sends many is left out', async () => {
    const stranger = { kind: 'discord', discordId: '666666666666666668', name: 'Stranger' } as const
    const names = ['Cassowary', 'Tapir', 'Gharial', 'Saiga', 'Kakapo']
    const many = []
    for (const name of names)
      many.push((await registry.submit(stranger, plainAddition(name), { door: 'discord' })).submission)
    const asked = await read(await anna.post('/review', [...selected(...many), ['do', 'approve']]))
    expect(asked.text).toContain('None of these can be approved together')
    expect(asked.text).toContain('5 waiting from this sender, none approved yet')
  })

  it('of which one has changed since the question is not decided there', async () => {
    const one = await sent(registry, plainAddition('Capybara'))
    const asked = await read(await anna.post('/review', [...selected(one), ['do', 'approve']]))
    await registry.editSubmission(SENDER, one.reference, { version: 1, resource: { name: 'Capybara anew' } })
    const page = await read(await anna.post('/review', formOf(asked, 'approve')))
    expect(page.text).toContain('This submission has changed since you looked at it.')
    expect(await stateOf(one.reference)).toBe('pending')
  })

  it('is rejected with one reason, without which nothing happens and nothing is lost', async () => {
    const one = await sent(registry, addition('Bulk rejected'))
    const refused = await read(
      await anna.post('/review?text=bulk+rejected', [...selected(one), ['do', 'reject'], ['reason', ' ']]),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Give a reason')
    const box = refused.elements.find(({ attributes }) => attributes.name === 'selected')
    expect(box?.attributes.checked).toBeDefined()
    const done = await read(
      await anna.post('/review', [
        ...selected(one),
        ['do', 'reject'],
        ['usual', 'Not about COVID-19 imaging.'],
        ['reason', 'It is about <dogs>.'],
      ]),
    )
    expect(done.text).toContain('Rejected: 1')
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
    for (const name of ['Bandicoot', 'Echidna', 'Kookaburra', 'Platypus'])
      all.push(await sent(registry, plainAddition(name)))
    counts.queries = 0
    const page = await read(
      await watching.post('/review', [...selected(...all), ['do', 'approve'], ['confirmed', 'yes']]),
    )
    expect(page.text).toContain('2 of 4 remain')
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
          version: 1,
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
    expect(one?.text).toMatch(/Proposed record ?Name ?In state .* ?CT ?yes ?X-ray ?unknown/)
    expect(two?.text).toContain(`Licence ${state}`)
    expect(three?.text).toMatch(/Remove .*radiopaedia.* from the list/)
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
    expect(text).toContain('Licence“MIT” according to https://data.org/readme, October 2026')
    expect(text).toMatch(/Similar names and addresses ?Listed ?eurorad\.org: /)
    expect(text).toMatch(new RegExp(`Rejected before ?${first.reference}, .*: The link is dead\\.`))
    expect(text).toContain('Ada <b>, ada@data.org')
    expect(text).toMatch(/Question .*Which films\?/)
    expect(text).toMatch(/asked by Bert, .*Which films\?/)
    const source = elements.find(({ attributes }) => attributes.href === 'https://data.org/readme')
    expect(source?.attributes.rel).toContain('nofollow')
  })

  it('that asks whether a record is still right shows the record, before and after it is confirmed', async () => {
    const given = {
      license: 'CC-BY-4.0',
      access: 'open',

      availability: { ultrasound: 'yes' },
    } as const
    const added = await sent(registry, {
      ...addition('Still the same', { ...given, derivedFrom: ['covid-ct'] }),
      evidence: [{ field: 'license', value: 'CC-BY-4.0', source: 'https://still.org/licence' }],
    })
    const { slug = '' } = await registry.decideSubmission(ANNA, added.reference, {
      decision: 'approve',
      version: 1,
    })
    const { reference } = await sent(registry, {
      kind: 'confirmation',
      slug,
      baseVersion: await versionOf(slug),
    })
    const facts =
      /Is it still right\?.*Has ?Ultrasound.*Licence ?CC.BY.*Access ?Open.*Contains data from ?covid-ct.*Sources ?https:\/\/still/
    expect((await read(await anna.get('/review?kind=confirmation'))).text).toMatch(
      /Still right\? ?\S* ?Ultrasound.*open/,
    )
    expect((await read(await anna.get(`/review/${reference}`))).text).toMatch(facts)
    const together = await read(
      await anna.post('/review', [
        ['selected', `${reference}@1`],
        ['do', 'approve'],
      ]),
    )
    expect(together.text).toContain('look at the record first')
    expect((await press(reference, 'approve')).status).toBe(303)
    expect((await read(await anna.get(`/review/${reference}`))).text).toMatch(facts)
  })

  it('made from a record that has moved on says so, and is approved as it is shown', async () => {
    const baseVersion = await versionOf('sirm-covid-19-database')
    const given = { slug: 'sirm-covid-19-database', baseVersion }
    const late = await sent(registry, correction({ license: 'MIT', organization: 'SIRM' }, given))
    const early = await sent(registry, correction({ license: 'CC0-1.0' }, given))
    await registry.decideSubmission(BERT, early.reference, { decision: 'approve', version: 1 })
    const { text } = await read(await anna.get(`/review/${late.reference}`))
    expect(text).toContain('The record has changed since this was sent')
    expect(text).toContain('Changed by both: Licence')
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
    expect(following.text).toContain(`approved: Approved and undone ${one.reference}`)
    const undone = await anna.post(`/review/${one.reference}`, [
      ['version', '2'],
      ['do', 'undo'],
    ])
    expect(undone.headers.get('Location')).toBe(`/review/${one.reference}?note=undone`)
    expect((await read(await anna.get(`/review/${one.reference}?note=undone`))).text).toContain(
      'waiting again',
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
    expect(next.text).toContain(`asked: Asked about ${two.reference}`)
  })

  it('that another maintainer decided meanwhile says who and when, and what was typed stays', async () => {
    const { reference } = await sent(registry, addition('Decided meanwhile'))
    const { elements } = await read(await anna.get(`/review/${reference}`))
    await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 1 })
    const page = await read(
      await anna.post(`/review/${reference}`, [
        ...fieldsOf(elements, 'reject').filter(([name]) => name !== 'reason'),
        ['reason', 'My own words'],
        ['do', 'reject'],
      ]),
    )
    expect(page.status).toBe(409)
    expect(page.text).toMatch(/Bert already approved this, on \d{4}-\d\d-\d\d at \d\d:\d\d UTC\./)
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
    expect(page.text).toContain('The sender is blocked and can send nothing more.')
    expect(page.text).toContain('Unblock the sender')
    await anna.post(`/review/${reference}`, [['do', 'lift']])
    expect((await registry.reviewSubmission(ANNA, reference)).submitter.isBlocked).toBe(false)
  })

  it('shows what sources and earlier decisions say of the field that it would change', async () => {
    const evidence = [
      { field: 'availability.ct', value: 'yes', source: 'Their paper', asOf: '2020-04' },
      { field: 'availability.ct', value: 'no', source: 'README', asOf: '2021' },
    ]
    const claims = correction({}, { slug: 'cord-19', baseVersion: await versionOf('cord-19'), evidence })
    const { reference } = await sent(registry, claims)
    await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 1 })
    const given = { slug: 'cord-19', baseVersion: await versionOf('cord-19') }
    const first = await sent(registry, correction({ availability: { ct: 'no' } }, given))
    await registry.decideSubmission(BERT, first.reference, { decision: 'reject', reason: 'Read again.' })
    const again = await sent(registry, correction({ availability: { ct: 'no' } }, given))
    const { text } = await read(await anna.get(`/review/${again.reference}`))
    expect(text).toMatch(
      /On record ?CT ?Sources differ ?yes \(stated\): Their paper, April 2020 ?no: README, 2021/,
    )
    expect(text).toMatch(new RegExp(`${first.reference} ?about CT: rejected, .*: Read again\\.`))
  })

  it('tells its version, and what became of it, to a page that is open', async () => {
    const { reference } = await sent(registry, addition('Watched'))
    const look = async () => (await anna.get(`/review/${reference}/version`)).json()
    expect(await look()).toMatchObject({ version: 1, state: 'pending' })
    await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 1 })
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
    await registry.decideSubmission(BERT, reference, { decision: 'approve', version: 1 })
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
    expect(text).toContain(`approved: The last one ${reference}`)
    expect(text).toContain('The queue is empty.')
  })
})
