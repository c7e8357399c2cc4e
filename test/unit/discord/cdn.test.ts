import { describe, expect, it } from 'vitest'
import { createDiscord } from '../../discord/discord.ts'

const bytes = Uint8Array.from(new TextEncoder().encode('@misc{a}'))

describe('a file that a person uploads', () => {
  it('is at the address that the interaction names, as it was sent', async () => {
    const { cdn, fetch } = createDiscord()
    const { url, size, filename } = cdn.upload({ name: 'my refs.bib', bytes })
    expect({ size, filename }).toEqual({ size: 8, filename: 'my refs.bib' })
    expect(url).toMatch(/^https:\/\/cdn\.discordapp\.com\/ephemeral-attachments\/\d+\/\d+\/my%20refs\.bib\?/)
    expect(await (await fetch(new Request(url))).text()).toBe('@misc{a}')
  })

  it('is at none without its signature, by another id, or to write to', async () => {
    const { cdn, fetch } = createDiscord()
    const { url } = cdn.upload({ name: 'refs.bib', bytes })
    const [bare = ''] = url.split('?')
    for (const request of [
      new Request(bare),
      new Request(url.replace(/\d+\/refs/, '1/refs')),
      new Request(url, { method: 'PUT', body: 'x' }),
    ])
      expect((await fetch(request)).status).toBe(404)
  })
})
