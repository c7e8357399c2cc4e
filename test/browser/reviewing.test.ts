// Maintainers at work: by the keyboard, on a phone without a script, and two at once.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SECOND_VISITOR } from '../discord/protocol/people.ts'
import { faultsOf, mistakesIn, REGISTRY, type Visitor, visit } from './browser.ts'
import { appoint, signIn } from './signing-in.ts'

const visitors: Visitor[] = []
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()))
})

beforeAll(() => appoint(SECOND_VISITOR, 'add'))
afterAll(() => appoint(SECOND_VISITOR, 'remove'))

async function seated(given: Parameters<typeof visit>[0] = {}, path = '/review', person = 'Maintainer') {
  const visitor = await visit(given)
  visitors.push(visitor)
  await signIn(visitor, path, person)
  await visitor.page.getByText('Signed in as').waitFor()
  await visitor.page.waitForLoadState()
  return visitor
}

let senders = 0

/** Sends something in, as programs do; gives its reference. */
async function sent(input: object): Promise<string> {
  senders += 1
  const answer = await fetch(`${REGISTRY}/v1/submissions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'CF-Connecting-IP': `2001:${senders.toString(16)}:1::1`,
    },
    body: JSON.stringify(input),
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { reference: string }).reference
}

const addition = (name: string) => ({
  kind: 'addition',
  resource: {
    name,
    url: `https://data.org/${name.toLowerCase().replaceAll(' ', '-')}`,
    organization: 'A hospital',
    availability: { ultrasound: 'yes', ct: 'no' },
    license: 'CC BY 4.0',
  },
  evidence: [{ field: 'license', source: 'https://data.org/readme', asOf: '2026-10' }],
  submitter: { name: 'Ada', contact: 'ada@data.org' },
})

async function correction() {
  const { version } = await resource('eurorad')
  return {
    kind: 'correction',
    slug: 'eurorad',
    baseVersion: version,
    changes: { access: 'view_only', availability: { mrt: 'yes' } },
    reason: 'So says their page.',
  }
}

const resource = async (slug: string) =>
  (await (await fetch(`${REGISTRY}/v1/resources/${slug}`)).json()) as { version: number }

const isListed = async (name: string) =>
  (await (await fetch(`${REGISTRY}/v1/resources?q=${encodeURIComponent(name)}`)).text()).includes(`"${name}"`)

const stateOf = async ({ context }: Visitor, reference: string) =>
  ((await (await context.request.get(`/review/${reference}/version`)).json()) as { state: string }).state

describe('by the keyboard', () => {
  it('one approves, rejects and asks, and the next one opens by itself', async () => {
    const references = []
    for (const name of ['Typed Atlas One', 'Typed Atlas Two', 'Typed Atlas Three'])
      references.push(await sent(addition(name)))
    const [one = '', two = '', three = ''] = references
    const maintainer = await seated()
    const { page } = maintainer
    await page.getByLabel('Name, reference or sender').fill('typed atlas')
    await page.waitForURL('**/review?text=typed+atlas')
    await page.getByRole('heading', { name: 'Review', exact: true }).click()
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press('j')
      await page.keyboard.press('x')
    }
    await page.getByRole('button', { name: 'Review 3' }).click()
    await page.waitForURL(`**/review/${one}?then=${two},${three}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Typed Atlas One')

    await page.keyboard.press('a')
    await page.waitForURL(`**/review/${two}?*`)
    expect(await page.locator('.decided').textContent()).toContain(`approved: Typed Atlas One ${one}`)
    expect(await isListed('Typed Atlas One')).toBe(true)

    await page.keyboard.press('r')
    await page.locator('#reject-reason:focus').waitFor()
    await page.keyboard.type('a quiet reason')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(`**/review/${three}?*`)

    await page.keyboard.press('q')
    await page.locator('#ask-reason:focus').waitFor()
    await page.keyboard.type('Which licence?')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/review?decided=${three}`)
    expect(await stateOf(maintainer, one)).toBe('approved')
    expect(await stateOf(maintainer, two)).toBe('rejected')
    expect(await stateOf(maintainer, three)).toBe('asked')

    await page.goto(`/review/${three}?decided=${one}`)
    await page.keyboard.press('u')
    await page.waitForURL(`**/review/${one}?note=undone`)
    expect(await isListed('Typed Atlas One')).toBe(false)
    await page.keyboard.press('e')
    await page.waitForURL(`**/review/${one}/edit`)
    expect(maintainer.complaints).toEqual([])
  })

  it('what it does is told, and can be turned off for good', async () => {
    const reference = await sent(addition('Quiet Atlas'))
    const { page } = await seated({}, `/review/${reference}`)
    await page.keyboard.press('?')
    await page.getByLabel('Use single letters').uncheck()
    await page.reload()
    await page.keyboard.press('e')
    await page.keyboard.press('?')
    expect(await page.getByText('reject: goes to its reason').isVisible()).toBe(false)
    expect(new URL(page.url()).pathname).toBe(`/review/${reference}`)
    await page.locator('#keys summary').click()
    await page.getByLabel('Use single letters').check()
    await page.locator('#keys summary').focus()
    await page.keyboard.press('e')
    await page.waitForURL(`**/review/${reference}/edit`)
  })
})

describe('two maintainers at once', () => {
  it('are told who was faster, and lose nothing that they typed', async () => {
    const reference = await sent(addition('Atlas of Two'))
    const [first, second] = await Promise.all([
      seated({}, `/review/${reference}`),
      seated({}, `/review/${reference}`, 'Another'),
    ])
    await second.page.keyboard.press('a')
    await second.page.waitForURL(`**decided=${reference}*`)

    await first.page.keyboard.press('r')
    await first.page.locator('#reject-reason:focus').waitFor()
    await first.page.keyboard.type('My own words')
    // Back from another tab.
    await first.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await first.page.getByText(/^Another approved this on .* at \d\d:\d\d UTC\./).waitFor()
    const disabled = first.page.getByRole('button', { name: 'Approve', disabled: true })
    await disabled.first().waitFor({ state: 'attached' })
    expect(await first.page.locator('#reject-reason').inputValue()).toBe('My own words')
    await first.page.getByRole('link', { name: 'See it as it is now' }).click()
    await first.page.getByRole('button', { name: 'Undo' }).click()
    await first.page.waitForURL(`**/review/${reference}?note=undone`)
  })

  it('find out by deciding too, without a script', async () => {
    const reference = await sent(addition('Atlas of Two More'))
    const late = await seated({ javaScript: false }, `/review/${reference}`)
    const early = await seated({}, `/review/${reference}`, 'Another')
    await early.page.keyboard.press('a')
    await early.page.waitForURL(`**decided=${reference}*`)
    await late.page.getByText('Reject …').click()
    await late.page.getByLabel('Reason', { exact: true }).fill('My own words')
    await late.page.getByRole('button', { name: 'Reject' }).click()
    expect(await late.page.getByRole('alert').textContent()).toMatch(
      /Another already approved this, on .*What you wrote:.*My own words/,
    )
  })
})

describe.each([true, false])('on a phone, with JavaScript: %s', (javaScript) => {
  it('the actions are at hand, and lead to their words', async () => {
    const reference = await sent(addition(`Thumb Atlas ${javaScript}`))
    const maintainer = await seated({ width: 360, javaScript }, `/review/${reference}`)
    const { page } = maintainer
    await page.getByRole('link', { name: 'Reject', exact: true }).click()
    await page.locator('#reject-reason').fill('Not public.')
    await page.locator('#reject').getByRole('button').click()
    await page.waitForURL(`**decided=${reference}*`)
    expect(await stateOf(maintainer, reference)).toBe('rejected')
    await page.locator('.decided').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.thumbs').getByRole('button', { name: 'Approve' }).click()
    await page.waitForURL(`**decided=${reference}*`)
    expect(await isListed(`Thumb Atlas ${javaScript}`)).toBe(true)
  })

  it('several are approved after a question, two at a time, and undone', async () => {
    const organization = `Sheaf ${javaScript}`
    const names = javaScript ? ['Quokka', 'Narwhal', 'Okapi'] : ['Axolotl', 'Pangolin', 'Dingo']
    for (const [i, name] of names.entries()) {
      const { resource, ...rest } = addition(name)
      const url = `https://zenodo.org/records/99000${i}${javaScript ? 1 : 2}`
      await sent({ ...rest, resource: { ...resource, url, organization } })
    }
    const search = `/review?text=${encodeURIComponent(organization)}`
    const maintainer = await seated({ width: 360, javaScript }, search)
    const { page } = maintainer
    for (const box of await page.locator('[name="selected"]').all()) await box.check()
    await page.getByRole('button', { name: javaScript ? 'Approve 3 …' : 'Approve …' }).click()
    await page.getByRole('heading', { name: 'Approve 3?' }).waitFor()
    if (javaScript) expect(await faultsOf(maintainer)).toEqual([])
    await page.getByRole('button', { name: 'Approve 3' }).click()
    if (!javaScript) await page.getByRole('button', { name: 'Approve the remaining 1' }).click()
    await page.getByText('Done with the selection.').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Approved: 3')
    if (javaScript) expect(await faultsOf(maintainer)).toEqual([])
    await page.getByRole('button', { name: 'Undo all 3' }).click()
    await page.getByRole('heading', { level: 1, name: /^Undone, waiting again/ }).waitFor()
    const rest = page.getByRole('button', { name: 'Undo the remaining 1' })
    if (!javaScript && (await rest.isVisible())) await rest.click()
    await page.getByText('Done with the selection.').waitFor()
    expect(await isListed(names[0] ?? '')).toBe(false)
    expect(maintainer.complaints).toEqual([])
  })
})

describe('the pages for maintainers', () => {
  // Colours are those of the theme at every width, and places those of the width in either theme.
  it.each([
    [360, 'dark'],
    [1280, 'light'],
  ] as const)('are for everyone to read, %i pixels wide, in the %s theme', async (width, theme) => {
    const one = await sent(addition(`Read at ${width} ${theme}`))
    const two = await sent(await correction())
    const maintainer = await seated({ width, theme })
    const { page } = maintainer
    const faultsAt = async (path: string) => {
      await page.goto(path)
      for (const summary of await page.locator('summary').filter({ visible: true }).all())
        await summary.click()
      return faultsOf(maintainer)
    }
    expect(await faultsAt('/review')).toEqual([])
    expect(await faultsAt(`/review/${one}?note=edited`)).toEqual([])
    await page.getByRole('button', { name: 'Approve' }).filter({ visible: true }).first().click()
    await page.waitForURL(`**decided=${one}*`)
    expect(await faultsAt(`/review/${two}?decided=${one}&then=${one}`)).toEqual([])
    expect(await faultsAt(`/review/${two}/edit`)).toEqual([])
    expect(await faultsAt(`/review/${one}`)).toEqual([])
    expect(maintainer.complaints).toEqual([])
  })

  it('are right as HTML', async () => {
    const one = await sent(addition('Right as HTML'))
    const two = await sent(await correction())
    const { context } = await seated()
    const mistakesAt = async (path: string, form?: Record<string, string>) => {
      const headers = { Origin: REGISTRY }
      const answer = await (form ? context.request.post(path, { form, headers }) : context.request.get(path))
      return mistakesIn(await answer.text())
    }
    for (const path of [
      '/review',
      '/review?text=nothing+like+it',
      '/review/deliveries',
      `/review/${one}?note=edited`,
      `/review/${one}/edit`,
      `/review/${two}?decided=${one}&then=${one}`,
      `/review/${two}/edit`,
    ])
      expect([path, await mistakesAt(path)]).toEqual([path, []])
    // Refused, decided, and a selection on its way.
    expect(await mistakesAt('/review', { do: 'reject', selected: `${one}@1` })).toEqual([])
    expect(await mistakesAt(`/review/${one}`, { do: 'reject' })).toEqual([])
    expect(await mistakesAt(`/review/${one}/edit`, { version: '1', name: '', url: 'x' })).toEqual([])
    expect(await mistakesAt('/review', { do: 'approve', selected: `${one}@1` })).toEqual([])
    const confirmed = { do: 'approve', selected: `${one}@1`, confirmed: 'yes' }
    expect(await mistakesAt('/review', confirmed)).toEqual([])
    expect(await mistakesAt(`/review/${one}`, { do: 'reject', reason: 'Too late.' })).toEqual([])
  })
})
