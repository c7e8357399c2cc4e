// The table as people use it: with JavaScript and without, at a desk and on a phone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REGISTRY, type Visitor, visit, WIDTHS } from './browser.ts'

/** How many there are, as programs are told. */
async function hits(query: string): Promise<number> {
  const answer = await fetch(`${REGISTRY}/v1/export.ndjson?${query}&release=3.0`)
  return (await answer.text()).trim().split('\n').length
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScript) => {
  describe.each(WIDTHS)('%i pixels wide', (width) => {
    let visitor: Visitor
    beforeAll(async () => {
      visitor = await visit({ width, javaScript })
    })
    afterAll(() => visitor.leave())

    it('a researcher narrows the table down, shares it, and goes back to all of it', async () => {
      const { page, complaints } = visitor
      const rows = page.locator('table.resources tbody tr')
      const apply = async () => {
        if (!javaScript) await page.locator('button', { hasText: 'Apply' }).click()
      }
      // A release: what others do meanwhile changes nothing of it.
      await page.goto('/?release=3.0')
      await rows.nth(45).waitFor()
      const opener = page.getByText('Filter and sort')
      if (await opener.isVisible()) await opener.click()

      await page.getByLabel('Ultrasound', { exact: true }).selectOption('yes')
      await apply()
      await page.waitForURL('/?ultrasound=yes&release=3.0')
      expect(await rows.count()).toBe(await hits('ultrasound=yes'))
      await page.getByLabel('Access', { exact: true }).selectOption('open')
      await apply()
      await page.waitForURL('/?ultrasound=yes&access=open&release=3.0')
      const wanted = await hits('ultrasound=yes&access=open')
      expect(await rows.count()).toBe(wanted)
      expect(await page.getByRole('status').textContent()).toContain(`${wanted} of 46`)
      expect(await page.getByRole('link', { name: 'export.csv' }).getAttribute('href')).toBe(
        '/v1/export.csv?ultrasound=yes&access=open&release=3.0',
      )

      await page.reload()
      expect(await rows.count()).toBe(wanted)
      await page.getByRole('link', { name: /^Access: open/ }).click()
      await page.waitForURL('/?ultrasound=yes&release=3.0')
      await page.getByLabel('Search', { exact: true }).fill('italian')
      if (!javaScript) await page.getByRole('button', { name: 'Search' }).click()
      await page.waitForURL('/?ultrasound=yes&q=italian&release=3.0')
      expect(await rows.count()).toBe(1)
      expect(await rows.first().textContent()).toContain('ICLUS')
      await page.getByRole('link', { name: 'Ask for all' }).click()
      await page.waitForURL('/?release=3.0')
      await rows.nth(45).waitFor()
      expect(complaints).toEqual([])
    })

    it('looks at the survey as printed, and at one of its resources', async () => {
      const { page } = visitor
      await page.goto('/')
      await page.getByRole('link', { name: /^2\.0/ }).click()
      await page.waitForURL('/?release=2.0')
      expect(await page.locator('table.resources tbody tr').count()).toBe(14)
    })

    it(width === 360 ? 'has a card for each resource' : 'has the data types as columns', async () => {
      const { page } = visitor
      await page.goto('/')
      const isShown = await page.getByRole('columnheader', { name: 'Ultrasound' }).isVisible()
      const box = await page.locator('table.resources thead').boundingBox()
      expect(isShown && (box?.width ?? 0) > 300).toBe(width === 1280)
      const label = page.locator('table.resources td .label').first()
      expect(await label.isVisible()).toBe(width === 360)
    })
  })
})
