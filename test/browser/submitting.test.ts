// Someone suggests a data set, and sees it through.

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { faultsOf, REGISTRY, visit, WIDTHS } from './browser.ts'
import { decideInChat, sendIn } from './elsewhere.ts'

/** Sooner nobody has filled in a form. */
const READING_MS = 3000

const WAYS = WIDTHS.flatMap((width) => [true, false].map((javaScript) => ({ width, javaScript })))

describe.each(WAYS)('$width pixels wide, JavaScript: $javaScript', ({ width, javaScript }) => {
  it('a suggestion is mended, told from its like, sent, asked about, answered and withdrawn', async () => {
    const visitor = await visit({ width, javaScript })
    const { page } = visitor
    const expectNoFaults = async () => expect(javaScript ? await faultsOf(visitor) : []).toEqual([])
    const unique = crypto.randomUUID().slice(0, 8)
    const name = `POCUS Ultrasound Dataset ${unique}`

    await page.goto('/submit')
    await page.getByLabel('Address', { exact: true }).fill('pocus.example, I think')
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByRole('group', { name: 'Ultrasound' }).getByLabel('yes').check()
    await page.getByLabel('Licence', { exact: true }).fill('CC BY 4.0')
    await page.getByLabel('Notes').fill('Two lines,\nboth kept.')
    await sleep(READING_MS)
    await page.getByRole('button', { name: 'Send suggestion' }).click()

    await page.getByText('Not sent.').waitFor()
    await page.locator('#problems:focus').waitFor()
    const address = page.getByLabel('Address', { exact: true })
    expect(await address.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#field-url-error').textContent()).toContain('An address begins with')
    expect(await page.getByLabel('Notes').inputValue()).toBe('Two lines,\nboth kept.')
    expect(await page.getByLabel('Licence', { exact: true }).inputValue()).toBe('CC BY 4.0')
    await expectNoFaults()
    await page.getByRole('link', { name: 'Organisation' }).click()
    await page.locator('[name="organization"]:focus').waitFor()
    await page.keyboard.type('A hospital')
    await address.fill(`https://pocus-${unique}.org/data`)
    await page.getByRole('button', { name: 'Send suggestion' }).click()

    await page.getByText('is it one of these?').waitFor()
    const alike = page.getByRole('link', { name: 'COVID-19 Pocus Ultrasound Dataset' })
    expect(await alike.getAttribute('href')).toBe('/r/covid-19-pocus-ultrasound')
    await expectNoFaults()
    await page.getByRole('button', { name: 'None of these: send it' }).first().click()

    await page.getByText('Save this link').waitFor()
    const kept = (await page.locator('#keep-link').getAttribute('href')) ?? ''
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name)
    await expectNoFaults()

    const reference = /S-\w{5}/.exec(await page.title())?.[0] ?? ''
    await decideInChat('ask', { submission: reference, reason: 'Whose images are they?' })
    await page.goto(kept)
    await page.getByText('Whose images are they?').waitFor()
    await page.getByLabel('Your answer').fill('Those of three clinics.')
    await page.getByRole('button', { name: 'Send answer' }).click()
    await page.getByText('Waiting for a maintainer').waitFor()
    await page.getByText('Those of three clinics.').waitFor()

    await page.getByText('Change it', { exact: true }).click()
    await page.getByLabel('Organisation').fill('Three hospitals')
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.locator('dd', { hasText: 'Three hospitals' }).waitFor()
    await expectNoFaults()

    await page.getByText('Withdraw it', { exact: true }).click()
    await page.getByRole('button', { name: 'Withdraw submission' }).click()
    await page.getByText('Withdrawn', { exact: true }).waitFor()
    expect(page.url()).toBe(kept)
    // A browser tells of every form that came back; of nothing else.
    expect(visitor.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
    await visitor.leave()
  })
})

describe('with a script', () => {
  it('a form is sent by one click, and can be sent again by who goes back', async () => {
    const visitor = await visit()
    const { page } = visitor
    await page.goto('/submit')
    const button = page.getByRole('button', { name: 'Send suggestion' })
    // The form is on its way until then.
    const disabled = Promise.withResolvers<void>()
    await page.exposeFunction('told', disabled.resolve)
    await page.evaluate(`new MutationObserver(() => told()).observe(
      document.querySelector('button.main'), { attributeFilter: ['disabled'] })`)
    await page.route('**/submit', async (route) => {
      await disabled.promise
      await route.continue()
    })
    await button.click()
    await page.getByText('Not sent.').waitFor()
    await page.unroute('**/submit')
    await page.goBack()
    await page.getByRole('button', { name: 'Send suggestion', disabled: false }).waitFor()
    await visitor.leave()
  })

  it('asks for no reason where nothing is wrong, without a script too', async () => {
    const { page } = await visit({ javaScript: false })
    await page.goto('/r/eurorad/report')
    const required = page.getByText('· required', { exact: true })
    expect(await required.isVisible()).toBe(true)
    await page.getByLabel('Nothing: I looked, and everything is still right').check()
    expect(await required.isVisible()).toBe(false)
    await sleep(READING_MS)
    await page.getByRole('button', { name: 'Send report' }).click()
    await page.getByText('Save this link').waitFor()
  })

  it('asks before what was typed is left unsent', async () => {
    const id = await sendIn({
      kind: 'correction',
      ...{ slug: 'covid-ct', baseVersion: await versionOf('covid-ct'), reason: 'So says its page.' },
      changes: { license: 'MIT', availability: { mrt: 'yes' } },
    })
    const visitor = await visit()
    const { page } = visitor
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.accept()
    })
    await page.goto(`/submissions/${id}`)
    expect(await page.locator('.changed ins').allTextContents()).toContain('MIT')
    await page.getByText('Change it', { exact: true }).click()
    await page.getByRole('link', { name: 'Data sets' }).click()
    await page.waitForURL('/')
    await page.goto(`/submissions/${id}`)
    expect(asked).toEqual([])
    await page.getByText('Change it', { exact: true }).click()
    await page.getByLabel('Reason').fill('Typed, and not sent.')
    await page.getByRole('link', { name: 'Data sets' }).click()
    await page.waitForURL('/')
    expect(asked).toEqual(['beforeunload'])
    await visitor.leave()
  })
})

const versionOf = async (slug: string): Promise<number> => {
  const answer = await fetch(`${REGISTRY}/v1/resources/${slug}`)
  return ((await answer.json()) as { version: number }).version
}
