// Somebody without Discord sends a data set in on a page and hears of it by mail, once they said that they want to.

import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import worker from '../../worker/index.ts'
import { openMailer } from '../../worker/mail/sender.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { playMail } from '../outside/mail.ts'
import { ANNA, addition, rows, STRANGER } from '../worker/registry/submissions.ts'
import { get, pageOf, post } from '../worker/web/forms.ts'

const BASE = 'https://registry.example'
const mail = playMail('registry.example')
const settings = { MAIL: mail.binding, MAIL_FROM: 'news@registry.example', PUBLIC_URL: BASE }

const registry = createRegistry(env.DB, { submissionsPerDay: 1000 })

async function cron() {
  const execution = createExecutionContext()
  await worker.scheduled(createScheduledController({ cron: '* * * * *' }), { ...env, ...settings }, execution)
  await waitOnExecutionContext(execution)
}

const opened = async (path: string) => pageOf(await get(path, settings))
/** The paths that a mail links to. */
const linksIn = (text: string) =>
  [...text.matchAll(/https:\/\/registry\.example(\/\S+)/g)].map(([, path]) => path)
const lastMail = () => mail.outbox.at(-1) ?? expect.unreachable('No mail was sent.')

async function sentByStranger(name: string) {
  const { submission } = await registry.submit(
    STRANGER,
    { ...addition(name), submitter: { name: 'Ada', contact: 'ada@lab.example' } },
    { door: 'web' },
  )
  return submission
}

async function following(name: string, address = 'ada@lab.example') {
  const submission = await sentByStranger(name)
  await post(`/submissions/${submission.id}/mail`, { mailAddress: address }, { settings })
  await cron()
  const [path = ''] = linksIn(lastMail().text)
  await post(path, {}, { settings })
  await cron()
  return { ...submission, path }
}

beforeAll(() => registry.addMaintainer('console', ANNA.kind === 'discord' ? ANNA.discordId : '', 'Anna'))

describe('news of a submission by mail', () => {
  it('come after one letter, which quotes nothing that was typed and is confirmed by a click', async () => {
    const { id, reference } = await sentByStranger('Buy pills at pills.example')
    const page = await opened(`/submissions/${id}?sent`)
    expect(page.value('mailAddress')).toBe('ada@lab.example')
    const answer = await post(`/submissions/${id}/mail`, { mailAddress: ' ada@lab.example ' }, { settings })
    expect(answer.headers.get('Location')).toBe(`/submissions/${id}`)
    expect((await opened(`/submissions/${id}`)).text).toContain('A letter is on its way to ada@lab.example.')
    await cron()
    const letter = lastMail()
    expect(letter).toMatchObject({ to: 'ada@lab.example', subject: `Do you want news of ${reference}?` })
    expect(letter.text).not.toMatch(/pills|Ada\b/)
    expect(letter.text).not.toContain(id)
    const [path = '', ...others] = linksIn(letter.text)
    expect(others).toEqual([])
    expect(letter.headers).toEqual({ 'List-Unsubscribe': `<${BASE}${path}>` })

    // A program that looks for danger follows the link, and nothing happens.
    await get(path, settings)
    await cron()
    expect(mail.outbox).toHaveLength(1)
    expect((await opened(path)).text).toContain(
      `Somebody wants news of ${reference} to go to ada@lab.example.`,
    )

    expect((await post(path, {}, { settings })).headers.get('Location')).toBe(path)
    expect((await opened(path)).text).toContain(`News of ${reference} goes to ada@lab.example.`)
    await post(path, {}, { settings })
    await cron()
    expect(mail.outbox).toHaveLength(2)
    expect(lastMail()).toMatchObject({ subject: `${reference}: Waiting for a maintainer` })
    expect(linksIn(lastMail().text)).toEqual([`/submissions/${id}`, path])
  })

  it('say what a maintainer asks, and what became of it', async () => {
    const { id, reference, path } = await following('Atlas of lungs')
    const before = mail.outbox.length
    await registry.decideSubmission(ANNA, reference, {
      decision: 'ask',
      version: 1,
      reason: 'Which licence?\nSee: README.',
    })
    await cron()
    expect(lastMail().text).toContain('> Which licence?\n> See: README.')
    const [link = ''] = linksIn(lastMail().text)
    expect(link).toBe(`/submissions/${id}`)
    await post(`${link}/answers`, { text: 'CC BY 4.0.' }, { settings })
    await cron()
    expect(mail.outbox).toHaveLength(before + 1)
    const { slug = '' } = await registry.decideSubmission(ANNA, reference, {
      decision: 'approve',
      version: 3,
    })
    await cron()
    expect(mail.outbox).toHaveLength(before + 2)
    expect(lastMail().text).toContain('Atlas of lungs: Listed.')
    expect(linksIn(lastMail().text)).toEqual([`/r/${slug}`, `/submissions/${id}`, path])
    // There is nothing to ask for any more.
    expect((await opened(`/submissions/${id}`)).value('mailAddress')).toBeUndefined()
    expect(
      (await post(`/submissions/${id}/mail`, { mailAddress: 'x@lab.example' }, { settings })).status,
    ).toBe(409)
  })

  it('end by a click, and the address is forgotten', async () => {
    const { id, reference, path } = await following('Book of lungs')
    const stopped = await post(`${path}/stop`, {}, { settings })
    expect((await pageOf(stopped)).text).toContain('has forgotten the address')
    expect((await post(`${path}/stop`, {}, { settings })).status).toBe(200)
    expect(
      await rows(
        'select * from mail_addresses where submission_id = (select id from submissions where reference = ?)',
        reference,
      ),
    ).toEqual([])
    const before = mail.outbox.length
    await registry.decideSubmission(ANNA, reference, {
      decision: 'reject',
      version: 1,
      reason: 'Not images.',
    })
    await cron()
    expect(mail.outbox).toHaveLength(before)
    expect((await get(path, settings)).status).toBe(404)
    expect((await post(path, {}, { settings })).status).toBe(404)
    expect((await opened(`/submissions/${id}`)).text).toContain('Not images.')
  })

  it('go to the last address alone', async () => {
    const { id } = await sentByStranger('Two addresses')
    await post(`/submissions/${id}/mail`, { mailAddress: 'one@lab.example' }, { settings })
    await post(`/submissions/${id}/mail`, { mailAddress: 'two@lab.example' }, { settings })
    const before = mail.outbox.length
    await cron()
    expect(mail.outbox.slice(before).map(({ to }) => to)).toEqual(['two@lab.example'])
  })
})

describe('asking for news', () => {
  it('shows again what is no address', async () => {
    const { id } = await sentByStranger('No address')
    for (const typed of [
      '',
      'ada',
      'ada@lab',
      'ada@lab.example, eve@lab.example',
      `a@${'b'.repeat(250)}.example`,
    ]) {
      const answer = await post(`/submissions/${id}/mail`, { mailAddress: typed }, { settings })
      expect(answer.status).toBe(422)
      const page = await pageOf(answer)
      expect(page.error('mailAddress')).not.toBe('')
      expect(page.value('mailAddress')).toBe(typed)
    }
  })

  it('is for who has the private link', async () => {
    const { reference } = await sentByStranger('Not theirs')
    expect(
      (await post(`/submissions/${reference}/mail`, { mailAddress: 'eve@lab.example' }, { settings })).status,
    ).toBe(404)
  })

  it('writes to one address no more than three letters that nobody answers, and five a day for one sender', async () => {
    const ask = async (address: string, from: string) => {
      const { id } = await sentByStranger(`Flood ${crypto.randomUUID()}`)
      return (await post(`/submissions/${id}/mail`, { mailAddress: address }, { settings, address: from }))
        .status
    }
    const tried: number[] = []
    for (const n of [1, 2, 3, 4]) tried.push(await ask('victim@lab.example', `198.51.100.${n}`))
    expect(tried).toEqual([303, 303, 303, 429])
    const byOne: number[] = []
    for (const n of [1, 2, 3, 4, 5, 6]) byOne.push(await ask(`victim${n}@lab.example`, '198.51.100.77'))
    expect(byOne).toEqual([303, 303, 303, 303, 303, 429])
  })

  it('is not offered where the registry sends no mail', async () => {
    const { id } = await sentByStranger('Off')
    for (const off of [{ MAIL_FROM: '' }, { PUBLIC_URL: '' }]) {
      const page = await pageOf(await get(`/submissions/${id}`, { ...settings, ...off }))
      expect(page.value('mailAddress')).toBeUndefined()
    }
  })
})

describe('the service that sends mail', () => {
  /** How a letter to an address ends. */
  async function attempt(address: string, binding = mail.binding) {
    const submission = await sentByStranger(`Fault ${crypto.randomUUID()}`)
    return openMailer({ ...settings, MAIL: binding }, 100)?.send({
      ...{ id: 1, createdAt: submission.createdAt, kind: 'mail', submission },
      letter: { address, token: 'a-token', submissionId: submission.id },
    })
  }

  it.each([
    ['E_RATE_LIMIT_EXCEEDED', 'retry'],
    ['E_DAILY_LIMIT_EXCEEDED', 'retry'],
    ['E_INTERNAL_SERVER_ERROR', 'retry'],
    ['lost', 'retry'],
    ['E_RECIPIENT_SUPPRESSED', 'nobody'],
    ['E_RECIPIENT_NOT_ALLOWED', 'nobody'],
    ['E_SENDER_DOMAIN_NOT_AVAILABLE', 'refused'],
  ])('may fail with %s: %s, and no address is kept with it', async (code, result) => {
    mail.next.push(code)
    const ended = await attempt('ada@lab.example')
    expect(ended).toMatchObject({ result })
    expect(JSON.stringify(ended)).not.toContain('lab.example')
  })

  it('is not waited for without end', async () => {
    const hangs = { send: () => new Promise<never>(() => {}) } as unknown as SendEmail
    expect(await attempt('ada@lab.example', hangs)).toMatchObject({ result: 'retry' })
  })
})
