import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import readme from '../../../README.md?raw'
import guide from '../../../worker/api/README.md?raw'
import { app } from '../../../worker/app.ts'

const HERE = 'http://localhost:8787'

/** The lines of the README and of the API's guide that read, as they are printed. */
const lines = `${readme}\n${guide}`
  .split('\n')
  .filter((line) => /^curl (-H "[^"]*" )?"[^"]*"$/.test(line))
  .map((line) => ({
    line,
    header: /-H "([^:]*): ([^"]*)"/.exec(line),
    url: /"([^"]*)"$/.exec(line)?.[1]?.replace('$API', `${HERE}/v1`) ?? '',
  }))

describe('the documents', () => {
  it('has lines to try', () => {
    expect(lines.length).toBeGreaterThan(10)
  })

  it.each(lines)('$line works as printed', async ({ header, url }) => {
    const answer = await app.request(
      url,
      { headers: header ? { [header[1] ?? '']: header[2] ?? '' } : {} },
      { ...env, PUBLIC_URL: HERE, CONTACT_EMAIL: 'contact@registry.example' },
    )
    expect(answer.status).toBe(200)
    expect((await answer.text()).length).toBeGreaterThan(20)
  })
})
