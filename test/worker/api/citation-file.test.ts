import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import citation from '../../../CITATION.cff?raw'
import { app } from '../../../worker/app.ts'
import { applyReleases } from '../../support/releases.ts'

beforeAll(applyReleases)

it('CITATION.cff is how the registry says that its latest release is cited', async () => {
  const answer = await app.request('/v1/citation.cff', {}, { ...env, PUBLIC_URL: '' })
  expect(await answer.text()).toBe(citation)
})
