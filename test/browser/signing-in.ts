// Through the door of the pages for maintainers, as people go.

import { REGISTRY, type Visitor } from './browser.ts'

/** Opens a page of maintainers, and signs in as one of the stand-in's people on the way there. */
export async function signIn({ page }: Visitor, path = '/review', person = 'Maintainer'): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Sign in with Discord' }).click()
  await page.getByRole('button', { name: `Be ${person}` }).click()
  await page.waitForURL((url) => url.origin === REGISTRY)
}
