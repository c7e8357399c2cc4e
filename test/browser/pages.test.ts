// What holds of every page: it can be read by everyone, is right as HTML, and small.

import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { faultsOf, LOOKS, mistakesIn, REGISTRY, visit } from './browser.ts'

/** With 46 resources, compressed. */
const MOST_BYTES = 60 * 1024

const PAGES = [
  '/',
  '/?release=2.0&ct=yes',
  '/?q=zzzz',
  '/docs',
  '/review',
  '/nothing-here',
  '/r/covid-ct',
  '/r/covidx-us',
  '/history',
  '/history?slug=covid-ct',
  '/about',
] as const

describe.each(PAGES)('%s', (path) => {
  it.each(LOOKS)('is for everyone to read, %i pixels wide, in the %s theme', async (width, theme) => {
    const visitor = await visit({ width, theme })
    await visitor.page.goto(path)
    expect(await faultsOf(visitor)).toEqual([])
    expect(visitor.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
    await visitor.leave()
  })

  it('is right as HTML, and small', async () => {
    const html = await (await fetch(`${REGISTRY}${path}`, { headers: { Accept: 'text/html' } })).text()
    expect(await mistakesIn(html)).toEqual([])
    expect(gzipSync(html).length).toBeLessThan(MOST_BYTES)
  })
})
