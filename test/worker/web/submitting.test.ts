import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { reportAddress } from '../../../worker/web/submit/addresses.ts'
import { anAddress } from '../api/requests.ts'
import { rows, STRANGER } from '../registry/submissions.ts'
import { get, idIn, pageOf, post, stamp, valuesOn } from './forms.ts'

const registry = createRegistry(env.DB)
const SECRET = 'a secret of this test, and of no other'

/** What looks like nothing else. */
function short() {
  const name = crypto.randomUUID().replaceAll('-', '')
  return { name, url: `https://${name}.org/data`, organization: 'A hospital' }
}

const sent = async (id: string) => (await registry.getSubmission(STRANGER, id)).submission

describe('an addition', () => {
  it('takes three fields, and is waiting then', async () => {
    const given = short()
    const answer = await post('/submit', { ...given, stamp: await stamp() })
    expect(answer.status).toBe(303)
    const { state, kind, resource, evidence } = await sent(idIn(answer))
    expect({ state, kind, evidence }).toEqual({ state: 'pending', kind: 'addition', evidence: [] })
    expect(resource).toMatchObject({ ...given, availability: { ct: 'unknown', ultrasound: 'unknown' } })
    expect(await rows('select door from submissions where capability = ?', idIn(answer))).toEqual([
      { door: 'web' },
    ])
  })

  it('says all that the contract has, each with where it was read', async () => {
    const answer = await post('/submit', {
      ...short(),
      ultrasound: 'yes',
      ct: 'no',
      license: 'CC BY 4.0',
      access: 'registration',
      formats: 'DICOM, NIfTI\r\nPNG',
      doi: 'https://doi.org/10.5281/zenodo.123',
      'counts.images': '12,345',
      'counts.asOf': '2026-10',
      status: 'frozen',
      formerUrls: 'https://before.org/a\r\n\r\nhttps://before.org/b',
      derivedFrom: 'https://registry.example/r/covid-ct\r\neurorad',
      origins: 'A clinic',
      cautions: 'Split by patient.',
      slug: 'of-three-clinics',
      notes: 'One line\r\nand another.',
      'evidence.0.source': 'https://sent.org/readme',
      'evidence.0.asOf': '2026-11',
      'evidence.2.source': 'https://sent.org/licence',
      'evidence.2.field': 'license',
      'submitter.contact': 'team@sent.org',
      stamp: await stamp(),
    })
    const { resource, evidence } = await sent(idIn(answer))
    expect(resource).toMatchObject({
      availability: { ct: 'no', xray: 'unknown', ultrasound: 'yes' },
      license: 'CC BY 4.0',
      access: 'registration',
      formats: ['DICOM', 'NIfTI', 'PNG'],
      doi: '10.5281/zenodo.123',
      counts: { images: 12345, asOf: '2026-10' },
      status: 'frozen',
      formerUrls: ['https://before.org/a', 'https://before.org/b'],
      derivedFrom: ['covid-ct', 'eurorad'],
      origins: ['A clinic'],
      cautions: ['Split by patient.'],
      slug: 'of-three-clinics',
      notes: 'One line\nand another.',
    })
    expect(evidence).toContainEqual({ field: 'license', source: 'https://sent.org/licence' })
    const general = evidence.filter(({ source }) => source === 'https://sent.org/readme')
    expect(general.every(({ asOf }) => asOf === '2026-11')).toBe(true)
    expect(general.map(({ field }) => field)).toEqual([
      ...['access', 'counts', 'formats', 'doi', 'status', 'cautions', 'derivedFrom', 'origins'],
      ...['availability.ct', 'availability.ultrasound'],
    ])
    expect(await rows('select contact from people where contact = ?', 'team@sent.org')).toHaveLength(1)
  })

  it('takes dates as people write them, and refuses one that has two readings', async () => {
    const typed = {
      ...short(),
      'counts.images': '12',
      'counts.asOf': 'Oktober 2020',
      lastUpdated: 'October 7th, 2020',
      versions: 'v1 | 01.02.2021',
      'evidence.0.source': 'Its README',
      'evidence.0.asOf': '07.10.2020',
    }
    const refused = await post('/submit', { ...typed, lastUpdated: '03/04/2020', stamp: await stamp() })
    expect(refused.status).toBe(422)
    const page = await pageOf(refused)
    expect(page.value('lastUpdated')).toBe('03/04/2020')
    expect(page.error('lastUpdated')).toBe(
      'Give the date as 2020-04-03 or as 2020-03-04: “03/04/2020” can mean either.',
    )
    const { resource, evidence } = await sent(idIn(await post('/submit', { ...typed, stamp: await stamp() })))
    expect(resource).toMatchObject({
      counts: { images: 12, asOf: '2020-10' },
      lastUpdated: '2020-10-07',
      versions: [{ label: 'v1', date: '2021-02-01' }],
    })
    expect(new Set(evidence.map(({ asOf }) => asOf))).toEqual(new Set(['2020-10-07']))
  })

  it('is filled in by a link, as far as that goes', async () => {
    const page = await pageOf(
      await get('/submit?url=https://x.org&ultrasound=yes&ct=perhaps&access=login&formats=PNG'),
    )
    expect(['url', 'name', 'ultrasound', 'ct', 'access', 'formats'].map((name) => page.value(name))).toEqual([
      'https://x.org',
      '',
      'yes',
      'unknown',
      'login',
      'PNG',
    ])
    const groups = page.elements.filter(({ tag, text }) => tag === 'details' && text.startsWith('Files'))
    expect(groups.map(({ attributes }) => 'open' in attributes)).toEqual([true])
  })
})

describe('a mistake', () => {
  it('is told beside its field and before the form, and nothing typed is lost', async () => {
    const typed = {
      url: 'ftp://x.org/<data>',
      name: '"Lung" & co',
      organization: '',
      xray: 'yes',
      access: 'login',
      notes: '\n<b>Bold</b>',
      'counts.images': 'many',
      'evidence.1.source': '',
      'evidence.1.asOf': 'yesterday',
      'submitter.name': 'x'.repeat(101),
    }
    const answer = await post('/submit', { ...typed, stamp: await stamp() })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const page = await pageOf(answer)
    for (const [name, value] of Object.entries(typed)) expect(page.value(name)).toBe(value)
    expect(page.error('url')).toContain('begins with https://')
    expect(page.error('organization')).toBe('This is required.')
    expect(page.error('counts.images')).toContain('Give a number.')
    expect(page.error('evidence.1.source')).toBe('This is required.')
    expect(page.error('evidence.1.asOf')).toContain('a date such as')
    expect(page.error('submitter.name')).toBe('Give at most 100 characters.')
    expect(page.error('name')).toBeUndefined()
    const links = page.elements.flatMap(({ tag, attributes }) =>
      tag === 'a' && attributes.href?.startsWith('#field-') ? [attributes.href.slice(1)] : [],
    )
    const ids = page.elements.flatMap(({ attributes }) =>
      links.includes(attributes.id ?? '') ? [attributes.id] : [],
    )
    expect(links).toHaveLength(6)
    expect(new Set(links)).toEqual(new Set(ids))
    expect(links.slice(0, 2)).toEqual(['field-url', 'field-organization'])
  })

  it('is an address that is listed, or that waits already', async () => {
    const { url } = (await registry.getResource('covid-ct')).record
    const listed = await post('/submit', { ...short(), url, stamp: await stamp() })
    expect(listed.status).toBe(409)
    const page = await pageOf(listed)
    expect(page.error('url')).toContain('listed already')
    expect(page.elements.some(({ attributes }) => attributes.href === '/r/covid-ct')).toBe(true)
    const waiting = short()
    await post('/submit', { ...waiting, stamp: await stamp() })
    const again = await post('/submit', { ...waiting, stamp: await stamp() })
    expect(again.status).toBe(409)
    expect((await pageOf(again)).error('url')).toContain('waits for a maintainer')
  })

  it('is nothing where the same form comes again: it leads to what was sent', async () => {
    for (const given of [short(), { ...short(), name: 'Two words of a name', notes: 'More' }]) {
      const form = { ...given, stamp: await stamp() }
      const first = await post('/submit', form)
      const again = await post('/submit', form)
      expect([first.status, again.status]).toEqual([303, 303])
      expect(idIn(again)).toBe(idIn(first))
    }
  })

  it('is a form from elsewhere, or one of more than 256 KiB', async () => {
    expect((await post('/submit', short(), { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('/submit', { ...short(), notes: 'x'.repeat(270_000) })).status).toBe(413)
  })
})

describe('a look-alike', () => {
  it('is shown before anything is sent, and is no obstacle', async () => {
    const given = { ...short(), name: 'COVID CT Data Set' }
    const shown = await post('/submit', { ...given, stamp: await stamp() })
    expect(shown.status).toBe(200)
    const page = await pageOf(shown)
    expect(page.text).toContain('is it one of these?')
    expect(page.value('name')).toBe(given.name)
    const others =
      page.elements.find(({ attributes }) => attributes.name === 'others')?.attributes.value ?? ''
    expect(others.split(' ')).toContain('covid-ct')
    expect(
      await rows(`select 1 from submission_addresses where canonical like '%${given.url.slice(8)}%'`),
    ).toEqual([])
    const answer = await post('/submit', { ...given, others, stamp: page.value('stamp') ?? '' })
    expect((await sent(idIn(answer))).resource?.name).toBe(given.name)
  })
})

describe('a suggestion of what was rejected before', () => {
  it('is sent once the submitter knows of the rejection', async () => {
    await registry.addMaintainer('console', '900000000000000001', 'Anna')
    const maintainer = { kind: 'discord', discordId: '900000000000000001', name: 'Anna' } as const
    const doi = '10.1234/rejected-before'
    const first = await post('/submit', { ...short(), doi, stamp: await stamp() })
    await registry.decideSubmission(maintainer, idIn(first), { decision: 'reject', reason: 'No images.' })
    const given = { ...short(), url: `https://doi.org/${doi}` }
    const shown = await post('/submit', { ...given, stamp: await stamp() })
    expect(shown.status).toBe(200)
    const page = await pageOf(shown)
    expect(page.text).toContain('Not sent yet: it was rejected before')
    expect(page.text).not.toContain('No images.')
    const button = page.elements.find(
      ({ tag, attributes }) => tag === 'button' && attributes.name === 'others',
    )
    expect(button?.text).toBe('Send it all the same')
    const others = button?.attributes.value ?? ''
    const answer = await post('/submit', { ...given, others, stamp: page.value('stamp') ?? '' })
    const { reference } = await sent(idIn(answer))
    const { declined } = await registry.reviewSubmission(maintainer, reference)
    expect(declined).toMatchObject([{ resource: { doi } }])
  })
})

describe('a form', () => {
  // As long as it takes to send it, no time goes by; and no day ends.
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-20T12:00:00Z'), toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends once, however often it is sent', async () => {
    const fields = { ...short(), stamp: await stamp() }
    const [first, second] = await Promise.all([post('/submit', fields), post('/submit', fields)])
    const third = await post('/submit', fields)
    expect(idIn(first)).not.toBe('')
    expect([idIn(second), idIn(third)]).toEqual([idIn(first), idIn(first)])
    const changed = await post('/submit', { ...fields, organization: 'Another' })
    expect(changed.status).toBe(422)
    const page = await pageOf(changed)
    expect(page.text).toContain('You sent this form before, with other content.')
    expect(page.value('stamp')).not.toBe(fields.stamp)
  })

  it.each([
    [
      'the field that nobody sees filled in',
      { homepage: 'https://spam.example' },
      'A hidden field was filled in',
    ],
    ['in an instant', { stamp: undefined, seconds: 1 }, 'faster than anyone can type'],
    ['after a day', { seconds: 25 * 3600 }, 'open for more than a day'],
    ['with a time that we did not sign', { secret: 'another' }, 'open for more than a day'],
    ['without a time', { stamp: '' }, 'open for more than a day'],
  ])('%s comes back, and can be sent again', async (_, {
    seconds,
    secret = SECRET,
    ...given
  }: Spam, sentence) => {
    const fields = { ...short(), notes: 'Kept.' }
    const settings = { SESSION_SECRET: SECRET }
    const first = await post(
      '/submit',
      { ...fields, homepage: given.homepage ?? '', stamp: given.stamp ?? (await stamp(secret, seconds)) },
      { settings },
    )
    expect(first.status).toBe(422)
    const page = await pageOf(first)
    expect(page.text).toContain(sentence)
    expect([page.value('notes'), page.value('homepage')]).toEqual(['Kept.', ''])
    vi.setSystemTime(Date.now() + 3000)
    const again = await post('/submit', { ...fields, stamp: page.value('stamp') ?? '' }, { settings })
    expect(again.status).toBe(303)
  })

  it('believes its time where there is no secret to sign it with', async () => {
    expect((await post('/submit', { ...short(), stamp: await stamp('any') })).status).toBe(303)
    expect((await post('/submit', { ...short(), stamp: await stamp(undefined, 1) })).status).toBe(422)
  })

  it('comes back from a limit with what was typed, and says when to try again', async () => {
    const address = anAddress()
    const settings = { SUBMISSIONS_PER_DAY: '1' }
    await post('/submit', { ...short(), stamp: await stamp() }, { address, settings })
    const given = short()
    const daily = await post('/submit', { ...given, stamp: await stamp() }, { address, settings })
    expect(daily.status).toBe(429)
    expect(daily.headers.get('Retry-After')).toBe('43200')
    expect((await pageOf(daily)).value('name')).toBe(given.name)
    const flooded = await post(
      '/submit',
      { ...given, stamp: await stamp() },
      { settings: { SUBMISSION_BURST: { limit: async () => ({ success: false }) } } },
    )
    expect([flooded.status, flooded.headers.get('Retry-After')]).toEqual([429, '60'])
    expect((await pageOf(flooded)).text).toContain('please wait a minute')
  })
})

interface Spam {
  readonly homepage?: string
  readonly seconds?: number
  readonly secret?: string
  readonly stamp?: string | undefined
}

describe('Turnstile', () => {
  const settings = { TURNSTILE_SITE_KEY: 'site-key', TURNSTILE_SECRET_KEY: 'secret-key' }
  afterEach(() => vi.restoreAllMocks())

  /** Cloudflare's side: takes nothing but what its documentation says. */
  const answering = (verdict: object | 'nothing') =>
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const request = new Request(input, init)
      expect([request.method, request.url]).toEqual([
        'POST',
        'https://challenges.cloudflare.com/turnstile/v0/siteverify',
      ])
      const { secret, response, remoteip, ...others } = await request.json<Record<string, string>>()
      expect([secret, others]).toEqual(['secret-key', {}])
      expect(remoteip).toMatch(/^2001:db8:/)
      if (verdict === 'nothing')
        throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
      return Response.json(
        response === 'a-token' ? verdict : { success: false, 'error-codes': ['invalid-input-response'] },
      )
    })

  it('is on no page unless both its keys are set, and on its forms alone', async () => {
    for (const some of [{}, { TURNSTILE_SITE_KEY: 'site-key' }, { TURNSTILE_SECRET_KEY: 'secret-key' }]) {
      const page = await get('/submit', some)
      expect(page.headers.get('Content-Security-Policy')).not.toContain('cloudflare')
      expect(await page.text()).not.toContain('cloudflare')
    }
    expect((await get('/docs', settings)).headers.get('Content-Security-Policy')).not.toContain('cloudflare')
    for (const path of ['/submit', '/r/covid-ct/report']) {
      const page = await get(path, settings)
      const policy = page.headers.get('Content-Security-Policy') ?? ''
      expect(policy).toContain('frame-src https://challenges.cloudflare.com')
      expect(policy).toContain("script-src 'self' https://challenges.cloudflare.com")
      const html = await page.text()
      expect(html).toContain('<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"')
      expect(html).toContain('data-sitekey="site-key"')
    }
  })

  it('lets through what it says a person sends', async () => {
    answering({ success: true })
    const fields = { ...short(), 'cf-turnstile-response': 'a-token', stamp: await stamp() }
    expect((await post('/submit', fields, { settings })).status).toBe(303)
  })

  it.each([
    ['', { success: true }, 'wait for the check above the button'],
    ['not-a-token', { success: true }, 'expired or failed'],
    ['a-token', { success: false, 'error-codes': ['timeout-or-duplicate'] }, 'expired or failed'],
    ['a-token', { success: false, 'error-codes': ['internal-error'] }, 'did not answer'],
    ['a-token', 'nothing' as const, 'did not answer'],
  ])('holds back the token “%s” with %j', async (token, verdict, sentence) => {
    answering(verdict)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const given = short()
    const fields = { ...given, 'cf-turnstile-response': token, stamp: await stamp() }
    const answer = await post('/submit', fields, { settings })
    expect(answer.status).toBe(422)
    const page = await pageOf(answer)
    expect(page.text).toContain(sentence)
    expect(page.value('name')).toBe(given.name)
    expect(log.mock.calls.join()).not.toMatch(/secret-key|a-token/)
    expect(log).toHaveBeenCalledTimes(sentence === 'did not answer' ? 1 : 0)
  })
})

describe('a report', () => {
  const fieldsOf = async (path = '/r/covid-ct/report') => valuesOn(await pageOf(await get(path)))

  it('has in its fields what the record says, and sends what differs', async () => {
    const fields = await fieldsOf()
    const { record } = await registry.getResource('covid-ct')
    expect(fields).toMatchObject({
      name: record.name,
      ct: 'yes',
      license: record.license ?? '',
      baseVersion: '1',
    })
    const answer = await post('/r/covid-ct/report', {
      ...fields,
      organization: 'UC San Diego',
      mrt: record.availability.mrt === 'yes' ? 'no' : 'yes',
      license: 'MIT',
      reason: 'So says its page.',
      'evidence.0.source': 'https://github.com/UCSD-AI4H/COVID-CT',
      stamp: await stamp(),
    })
    const { kind, slug, baseVersion, changes, reason, evidence } = await sent(idIn(answer))
    expect({ kind, slug, baseVersion, reason }).toEqual({
      ...{ kind: 'correction', slug: 'covid-ct', baseVersion: 1, reason: 'So says its page.' },
    })
    expect(changes).toEqual({
      ...{ organization: 'UC San Diego', license: 'MIT' },
      availability: { mrt: record.availability.mrt === 'yes' ? 'no' : 'yes' },
    })
    expect(evidence.map(({ field }) => field)).toEqual(['organization', 'license', 'availability.mrt'])
  })

  it('can be notes alone, and not nothing at all', async () => {
    const fields = { ...(await fieldsOf()), reason: 'I looked.', 'evidence.0.source': 'https://x.org' }
    const nothing = await post('/r/covid-ct/report', { ...fields, stamp: await stamp() })
    expect(nothing.status).toBe(422)
    expect((await pageOf(nothing)).text).toContain('Name at least one change.')
    const noted = await post('/r/covid-ct/report', {
      ...fields,
      notes: 'The link is slow.',
      stamp: await stamp(),
    })
    const { changes, evidence } = await sent(idIn(noted))
    expect({ changes, evidence }).toEqual({
      changes: { notes: 'The link is slow.' },
      evidence: [{ field: 'notes', source: 'https://x.org' }],
    })
  })

  it('can ask for a removal, whatever else stands in it', async () => {
    const fields = { ...(await fieldsOf('/r/coronacases/report')), kind: 'removal', name: 'Changed' }
    const wanting = await post('/r/coronacases/report', { ...fields, stamp: await stamp() })
    const page = await pageOf(wanting)
    expect(page.error('reason')).toBe('This is required.')
    const answer = await post('/r/coronacases/report', {
      ...fields,
      reason: 'It is empty.',
      stamp: await stamp(),
    })
    expect(await sent(idIn(answer))).toMatchObject({
      kind: 'removal',
      slug: 'coronacases',
      reason: 'It is empty.',
    })
  })

  it('can confirm that all is right, for which no reason is needed', async () => {
    const fields = { ...(await fieldsOf('/r/eurorad/report')), kind: 'confirmation', name: 'Changed' }
    const answer = await post('/r/eurorad/report', { ...fields, reason: '', stamp: await stamp() })
    const confirmed = await sent(idIn(answer))
    expect(confirmed).toMatchObject({ kind: 'confirmation', slug: 'eurorad' })
    expect(confirmed).not.toHaveProperty('reason')
    const seen = { ...fields, reason: 'Its page is as it was.', stamp: await stamp() }
    expect(await sent(idIn(await post('/r/eurorad/report', seen)))).toMatchObject({ reason: seen.reason })
  })

  it.each([
    ['license', 'license'],
    ['counts', 'counts.images'],
    ['use', 'use.commercial'],
    ['annotations', 'annotations.class_labels'],
    ['cautions', 'cautions'],
    ['availability', 'ct'],
    ['availability.ultrasound', 'ultrasound'],
  ] as const)('begins at the field that its address names: %s', async (field, name) => {
    const { elements } = await pageOf(await get(reportAddress('covid-ct', field)))
    const focused = elements.filter(({ attributes }) => 'autofocus' in attributes)
    expect(focused.map(({ attributes }) => attributes.name)).toEqual([name])
    const labels = elements.filter(({ attributes }) => attributes.class === 'field')
    expect(labels.length, 'fields').toBeLessThan(16)
  })

  it('of one field sends that field, and keeps to it where it comes back', async () => {
    const address = reportAddress('covid-ct', 'doi')
    const page = await pageOf(await get(address))
    expect(page.value('reason')).toBe('DOI was not recorded.')
    expect(page.value('license')).toBeUndefined()
    const fields = {
      baseVersion: page.value('baseVersion') ?? '',
      doi: 'none',
      reason: page.value('reason') ?? '',
    }
    const refused = await pageOf(await post(address, { ...fields, stamp: await stamp() }))
    expect(refused.error('doi')).toBeDefined()
    expect(refused.value('license')).toBeUndefined()
    const answer = await post(address, { ...fields, doi: '10.5281/zenodo.4711', stamp: await stamp() })
    expect(await sent(idIn(answer))).toMatchObject({
      kind: 'correction',
      changes: { doi: '10.5281/zenodo.4711' },
      reason: 'DOI was not recorded.',
    })
  })

  it('of a record that has moved on is laid over it as it is now', async () => {
    const fields = {
      ...(await fieldsOf('/r/radiopaedia/report')),
      organization: 'Typed here',
      reason: 'I know.',
    }
    const { token } = await registry.addMaintainer('console', '900000000000000077', 'Mai')
    const maintainer = { kind: 'token', token } as const
    const { submission } = await registry.submit(
      STRANGER,
      {
        kind: 'correction',
        slug: 'radiopaedia',
        baseVersion: 1,
        changes: { name: 'Renamed meanwhile' },
        reason: 'Its name.',
      },
      { door: 'http' },
    )
    await registry.decideSubmission(maintainer, submission.id, { decision: 'approve', version: 1 })
    const answer = await post('/r/radiopaedia/report', { ...fields, stamp: await stamp() })
    expect(answer.status).toBe(409)
    const page = await pageOf(answer)
    expect(page.text).toContain('What changed since you opened it')
    expect(['name', 'organization', 'reason', 'baseVersion'].map((name) => page.value(name))).toEqual([
      'Renamed meanwhile',
      'Typed here',
      'I know.',
      '2',
    ])
    const again = Object.fromEntries(Object.keys(fields).map((name) => [name, page.value(name) ?? '']))
    const { changes } = await sent(
      idIn(await post('/r/radiopaedia/report', { ...again, stamp: await stamp() })),
    )
    expect(changes).toEqual({ organization: 'Typed here' })
  })

  it('is of what is listed', async () => {
    expect((await get('/r/nothing-like-it/report')).status).toBe(404)
    const { record } = await registry.getResource('eurorad')
    const { token } = await registry.addMaintainer('console', '900000000000000078', 'Mo')
    const removal = {
      kind: 'removal',
      slug: 'eurorad',
      baseVersion: record.version,
      reason: 'A test.',
    } as const
    const { submission } = await registry.submit(STRANGER, removal, { door: 'http' })
    await registry.decideSubmission({ kind: 'token', token }, submission.id, {
      decision: 'approve',
      version: 1,
    })
    const removed = await get('/r/eurorad/report')
    expect(removed.status).toBe(404)
    expect(await removed.text()).toContain('is no longer listed')
    expect((await post('/r/eurorad/report', { reason: 'Late.', stamp: await stamp() })).status).toBe(404)
  })
})

describe('each page', () => {
  it('is for one reader: nobody keeps it', async () => {
    for (const path of ['/submit', '/r/covid-ct/report']) {
      const page = await get(path)
      expect(page.headers.get('Cache-Control')).toBe('no-store')
      expect(page.headers.get('Referrer-Policy')).toBe('same-origin')
    }
  })
})

describe('a list with a bad entry', () => {
  const LISTS = ['formats', 'cautions', 'origins', 'formerUrls', 'derivedFrom']

  it.each(LISTS)('of %s comes back as it was typed, with the fault at its field', async (field) => {
    for (const entry of [
      'x'.repeat(900),
      '\u202egnp',
      'a\u0000b',
      Array(60)
        .fill('a')
        .map((a, i) => a + i)
        .join('\n'),
    ]) {
      const typed = `${entry}\nfine`
      const answer = await post('/submit', {
        ...short(),
        notes: 'Kept',
        [field]: typed,
        stamp: await stamp(),
      })
      expect(answer.status).toBe(422)
      const page = await pageOf(answer)
      expect(page.value('notes')).toBe('Kept')
      expect(page.value(field)).toBe(typed)
      expect(page.error(field)).toMatch(/\.$/)
    }
  })
})
