// Signing in with Discord, for which the stand-in Discord stands in.

import { afterEach, describe, expect, it } from 'vitest'
import { VISITOR } from '../discord/protocol/people.ts'
import { DISCORD, faultsOf, mistakesIn, REGISTRY, type Visitor, visit } from './browser.ts'
import { appoint, signIn } from './signing-in.ts'

let visitor: Visitor
afterEach(() => visitor.leave())

const at = (origin: string) => (url: URL) => url.origin === origin
const heading = () => visitor.page.getByRole('heading', { level: 1 }).textContent()
const offer = ({ page }: Visitor) => page.getByRole('link', { name: 'Sign in with Discord' })
const signedInAs = () => visitor.page.getByText('Signed in as')
const sessionCookie = async () =>
  (await visitor.context.cookies(REGISTRY)).find(({ name }) => name === 'session')

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
  it('a maintainer signs in, stays so, and signs out', async () => {
    visitor = await visit({ javaScript })
    const { page } = visitor
    await signIn(visitor, '/review?state=asked')
    // Where one wanted to go.
    expect(page.url()).toBe(`${REGISTRY}/review?state=asked`)
    expect(await signedInAs().textContent()).toContain('Signed in as Maintainer')
    expect(await sessionCookie()).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    await page.goto('/docs')
    await page.goto('/review')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await offer(visitor).waitFor()
    expect(page.url()).toBe(`${REGISTRY}/review`)
    expect(await sessionCookie()).toBeUndefined()
    // Not by the browser's memory of the page either.
    await page.goBack()
    expect(await signedInAs().isVisible()).toBe(false)
    expect(visitor.complaints).toEqual([])
  })

  it('who cancels is told so, and can go on', async () => {
    visitor = await visit({ javaScript })
    const { page } = visitor
    await page.goto('/review')
    await offer(visitor).click()
    await page.waitForURL(at(DISCORD))
    expect(await page.title()).toBe('Stand-in Discord')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.waitForURL(at(REGISTRY))
    expect(await heading()).toBe('Not signed in')
    await page.getByRole('link', { name: 'Sign in with Discord' }).click()
    await page.getByRole('button', { name: 'Be Maintainer' }).click()
    await signedInAs().waitFor()
    expect(visitor.complaints).toEqual([])
  })

  it('who is no maintainer is told kindly, and has no session', async () => {
    visitor = await visit({ javaScript })
    await signIn(visitor, '/review', 'Visitor')
    expect(await heading()).toBe('For maintainers only')
    expect(await visitor.page.getByText('A maintainer can add you').isVisible()).toBe(true)
    expect(await sessionCookie()).toBeUndefined()
  })
})

it('signing out everywhere ends it in another browser too', async () => {
  // Someone whom no other test is signed in as.
  await appoint(VISITOR, 'add')
  visitor = await visit()
  const other = await visit()
  await Promise.all([signIn(visitor, '/review', 'Visitor'), signIn(other, '/review', 'Visitor')])
  await visitor.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await offer(visitor).waitFor()
  await other.page.reload()
  await offer(other).waitFor()
  await appoint(VISITOR, 'remove')
  await other.leave()
})

describe('every page on the way', () => {
  it.each([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)('is for everyone to read, %i pixels wide, in the %s theme', async (width, theme) => {
    visitor = await visit({ width, theme })
    const { page } = visitor
    const isWell = async () => {
      expect(await faultsOf(visitor)).toEqual([])
      expect(await mistakesIn(await page.content())).toEqual([])
    }
    await page.goto('/review')
    await isWell()
    await offer(visitor).click()
    await page.waitForURL(at(DISCORD))
    await isWell()
    await page.getByRole('button', { name: 'Be Visitor' }).click()
    await page.waitForURL(at(REGISTRY))
    await isWell()
    await page.goto('/review/callback')
    expect(await heading()).toBe('Please start again')
    await signIn(visitor)
    await isWell()
  })
})
