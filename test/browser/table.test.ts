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
      const opener = page.getByText(/^Filters/)
      const unfold = async () => {
        if (await opener.isVisible()) await opener.click()
      }
      await unfold()

      await page.getByRole('checkbox', { name: /^Ultrasound \d/ }).check()
      await apply()
      await page.waitForURL('/?ultrasound=yes&release=3.0')
      expect(await rows.count()).toBe(await hits('ultrasound=yes'))
      if (!javaScript) await unfold()
      await page.locator('#facet-access > summary').click()
      await page.getByRole('checkbox', { name: /^open \d/ }).check()
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
      await page.getByRole('searchbox').fill('italian')
      if (!javaScript) await page.getByRole('button', { name: 'Search' }).click()
      await page.waitForURL('/?ultrasound=yes&q=italian&release=3.0')
      expect(await rows.count()).toBe(1)
      expect(await rows.first().textContent()).toContain('ICLUS')
      await page.getByRole('link', { name: 'Clear filters' }).click()
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

    it(width === 360 ? 'has a card for each data set' : 'has ten data sets in the first screen', async () => {
      const { page } = visitor
      await page.setViewportSize({ width, height: 900 })
      await page.goto('/')
      const rows = page.locator('table.resources tbody tr')
      const tenth = await rows.nth(9).boundingBox()
      expect((tenth?.y ?? Infinity) + (tenth?.height ?? 0) <= 900).toBe(width === 1280)
      const first = await rows.first().boundingBox()
      expect((first?.y ?? Infinity) + (first?.height ?? 0)).toBeLessThan(640)
      expect(await page.locator('table.resources td .label').first().isVisible()).toBe(width === 360)
    })
  })
})

describe('a question', () => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await visit({ width: 1280 })
  })
  afterAll(() => visitor.leave())

  it('begins with ten data sets in sight on a desk', async () => {
    const { page } = visitor
    await page.goto('/')
    const rows = await page
      .locator('table.resources tbody tr')
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().bottom))
    expect(rows.filter((bottom) => bottom <= 900).length).toBeGreaterThanOrEqual(10)
  })

  it('of lung ultrasound for commercial use is answered in two clicks, and what was ticked stays', async () => {
    const { page, complaints } = visitor
    await page.goto('/?release=4.0')
    await page
      .locator('#facet-annotations')
      .getByText(/^\d+ more$/)
      .click()
    const number = async (box: string) => Number(await page.locator(`[data-count="${box}"]`).textContent())
    await page.getByRole('checkbox', { name: /^Ultrasound \d/ }).check()
    await page.waitForURL('/?ultrasound=yes&release=4.0')
    expect(await page.locator('#facet-annotations details[open]').count()).toBe(1)
    // The numbers are those of the narrowed list.
    const expected = await number('commercial=yes')
    await page.locator('#facet-commercial').getByRole('checkbox', { name: /^yes/ }).check()
    await page.waitForURL('/?ultrasound=yes&commercial=yes&release=4.0')
    expect(await page.locator('table.resources tbody tr').count()).toBe(expected)
    expect(expected).toBeGreaterThan(0)

    const name = await page.locator('table.resources th[scope="row"] a').first().textContent()
    await page.getByRole('checkbox', { name: `Compare ${name}` }).check()
    await page.locator('#facet-commercial').getByRole('checkbox', { name: /^yes/ }).uncheck()
    await page.waitForURL('/?ultrasound=yes&release=4.0')
    expect(await page.getByRole('checkbox', { name: `Compare ${name}` }).isChecked()).toBe(true)
    await page.getByRole('searchbox').fill('coronacases')
    await page.waitForURL(/q=coronacases/)
    await page
      .locator('.tray')
      .getByText(name ?? '')
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('is not answered anew at each arrow key', async () => {
    const { page } = visitor
    await page.goto('/')
    await page.locator('#facet-types input').first().focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    expect(new URL(page.url()).search).toBe('')
    await page.keyboard.press('Space')
    await page.waitForURL('/?ct=yes')
    expect(await page.locator(':focus').getAttribute('name')).toBe('ct')
  })
})

it('the survey’s Table 1 prints on one page in landscape', async () => {
  const { page, leave } = await visit()
  await page.goto('/?release=2.0')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  expect(Number(width)).toBeGreaterThan(Number(height))
  await leave()
})
