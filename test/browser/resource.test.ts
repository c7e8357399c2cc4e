// What the page of a resource does in a browser beyond being read: it copies, and it stays when the resource goes.

import { describe, expect, it } from 'vitest'
import { faultsOf, mistakesIn, PATIENCE, REGISTRY, visit } from './browser.ts'
import { decideInChat } from './elsewhere.ts'

describe('a citation', () => {
  it('is copied in the style of its button, which says so', async () => {
    const visitor = await visit()
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visitor.page.goto('/r/covid-ct')
    const second = visitor.page.locator('.references > li').nth(1)
    await second.getByRole('button', { name: 'Copy BibTeX' }).click()
    await second.getByRole('status').filter({ hasText: 'BibTeX copied.' }).waitFor()
    expect(await visitor.page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^@\w+\{[\s\S]*COVID-CT-Dataset[\s\S]*\}$/,
    )
    await visitor.leave()
  })

  it('is shown and selected where the browser does not let it be copied', async () => {
    const visitor = await visit({ width: 360 })
    await visitor.page.addInitScript('navigator.clipboard.writeText = () => Promise.reject(new Error("No."))')
    await visitor.page.goto('/about')
    await visitor.page.getByRole('button', { name: 'Copy APA-like text' }).first().click()
    await visitor.page.getByText('is selected: copy it by hand').waitFor()
    expect(await visitor.page.evaluate('getSelection().toString()')).toContain('release 4.0')
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.leave()
  })

  it('is a text to select and a file to load without JavaScript', async () => {
    const visitor = await visit({ javaScript: false })
    await visitor.page.goto('/r/covid-ct')
    expect(await visitor.page.getByRole('button').count()).toBe(0)
    const first = visitor.page.locator('.references > li').first()
    expect(await first.locator('pre').first().isVisible()).toBe(false)
    await first.getByText('Show the texts').click()
    expect(await first.locator('pre').first().innerText()).toContain('COVID-CT')
    const file = visitor.page.getByRole('link', { name: 'BibTeX', exact: true })
    expect(await file.getAttribute('href')).toBe('/v1/resources/covid-ct.bib')
    await visitor.leave()
  })
})

describe('the line to type', () => {
  it('is copied whole, and a phone shows it with the lineage as lists', async () => {
    const visitor = await visit({ width: 320 })
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await visitor.page.goto('/r/covid-net-covidx')
    expect(await visitor.page.getByRole('button', { name: 'Copy the command' }).count()).toBe(0)
    expect(await visitor.page.locator('.family').isVisible()).toBe(false)
    expect(await visitor.page.getByRole('heading', { name: 'Contains data from' }).isVisible()).toBe(true)
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.page.goto('/r/covidx-ct')
    await visitor.page.getByRole('button', { name: 'Copy the command' }).click()
    await visitor.page.getByText('Command copied.').waitFor()
    expect(await visitor.page.evaluate('navigator.clipboard.readText()')).toBe(
      'kaggle datasets download -d hgunraj/covidxct',
    )
    await visitor.leave()
  })
})

describe('the page of what was removed', () => {
  /** Sends something in, and has the maintainer approve it. */
  async function approved(input: object): Promise<void> {
    const sent = await fetch(`${REGISTRY}/v1/submissions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': '2001:db8:dead::1' },
      body: JSON.stringify(input),
    })
    const { id, reference } = (await sent.json()) as { id: string; reference: string }
    await decideInChat('approve', { submission: reference })
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${REGISTRY}/v1/submissions/${id}`)).json()) as { state: string }).state,
        { timeout: PATIENCE },
      )
      .toBe('approved')
  }

  it('stays for everyone to read, with what was known', async () => {
    const resource = {
      slug: 'passing-lungs',
      name: 'Passing lungs',
      url: 'https://passing-lungs.org/data',
      organization: 'A hospital',
      availability: { ultrasound: 'yes' },
    }
    await approved({ kind: 'addition', resource })
    await approved({ kind: 'removal', slug: 'passing-lungs', baseVersion: 1, reason: 'It has closed.' })
    const answer = await fetch(`${REGISTRY}/r/passing-lungs`)
    expect(answer.status).toBe(410)
    expect(await mistakesIn(await answer.text())).toEqual([])
    for (const theme of ['light', 'dark'] as const) {
      const visitor = await visit({ width: 360, theme })
      await visitor.page.goto('/r/passing-lungs')
      expect(await visitor.page.getByText('No longer listed since').isVisible()).toBe(true)
      expect(await visitor.page.getByText('It has closed.').first().isVisible()).toBe(true)
      expect(await faultsOf(visitor)).toEqual([])
      await visitor.leave()
    }
  })
})
