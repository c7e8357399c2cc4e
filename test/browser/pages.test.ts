// What holds of every page: it can be read by everyone, is right as HTML, and small.

import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, LOOKS, mistakesIn, REGISTRY, visit } from './browser.ts'
import { sendIn } from './elsewhere.ts'

/** With a page of 100 resources, compressed. */
const MOST_BYTES = 60 * 1024

const PAGES = [
  '/',
  '/?release=2.0&ct=yes',
  '/?q=zzzz',
  '/docs',
  '/review',
  '/r/covid-ct',
  '/r/covidx-us',
  '/compare',
  '/compare?a=covid-net-covidx&b=covid-19-image-data-collection&c=covid-ct&d=covidx-us',
  '/history',
  '/history?slug=covid-ct',
  '/about',
  '/privacy',
  '/submit',
  '/submit?url=https://data.org&ultrasound=yes&license=MIT',
  '/r/covid-ct/report',
  '/r/covid-ct/report?field=license',
  '/submissions/{id}?sent',
  '/nothing-here',
] as const

/** The address of a page; that of a submission needs one. */
async function addressOf(path: (typeof PAGES)[number]): Promise<string> {
  if (!path.includes('{id}')) return path
  const name = crypto.randomUUID()
  const resource = { name, url: `https://${name}.org`, organization: 'A hospital' }
  return path.replace('{id}', await sendIn({ kind: 'addition', resource }))
}

describe.each(PAGES)('%s', (page) => {
  let path = ''
  beforeAll(async () => {
    path = await addressOf(page)
  })

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
