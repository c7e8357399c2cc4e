// One story over all pages: what someone suggests is in the table once a maintainer has approved it.

import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { visit } from './browser.ts'
import { signIn } from './signing-in.ts'

/** Sooner nobody has filled in a form. */
const READING_MS = 3000

it.each([
  [360, true, 'Lighthouse'],
  [1280, false, 'Meadow'],
])('a suggestion comes into the table, %i pixels wide, with JavaScript: %s', async (width, javaScript, word) => {
  const name = `${word} ${crypto.randomUUID().slice(0, 8)}`
  const contributor = await visit({ width, javaScript })
  await contributor.page.goto('/')
  await contributor.page.getByRole('link', { name: 'Suggest a data set' }).first().click()
  await contributor.page.getByLabel('Address', { exact: true }).fill(`https://${name.replace(' ', '-')}.org`)
  await contributor.page.getByLabel('Name', { exact: true }).fill(name)
  await contributor.page.getByLabel('Organisation', { exact: true }).fill('A hospital')
  await contributor.page.getByRole('group', { name: 'MRI' }).getByLabel('yes').check()
  await sleep(READING_MS)
  await contributor.page.getByRole('button', { name: 'Send suggestion' }).click()
  await contributor.page.getByText('Save this link').waitFor()

  const maintainer = await visit({ width, javaScript })
  await signIn(maintainer, `/review?text=${encodeURIComponent(name)}`)
  await maintainer.page.getByRole('link', { name }).click()
  await maintainer.page.getByRole('heading', { level: 1, name }).waitFor()
  await maintainer.page.getByRole('button', { name: 'Approve', exact: true }).first().click()
  await maintainer.page.locator('.decided', { hasText: `approved: ${name}` }).waitFor()

  await contributor.page.reload()
  await contributor.page.getByText('Listed', { exact: true }).waitFor()
  // As the address is shared: read at once, not a minute later.
  await maintainer.page.goto(`/?mrt=yes&q=${encodeURIComponent(name)}`)
  const row = maintainer.page.locator('table.resources tbody tr', { hasText: name })
  expect(await row.locator('.has li:not(.rest)').count()).toBe(1)
  await row.getByRole('link', { name }).click()
  await maintainer.page.getByRole('heading', { level: 1, name }).waitFor()
  expect([...contributor.complaints, ...maintainer.complaints]).toEqual([])
  await Promise.all([contributor.leave(), maintainer.leave()])
})
