// The least that any bot on Workers and D1 does: the signature, one row of D1, JSON.

interface Bindings {
  readonly DB: D1Database
  readonly DISCORD_PUBLIC_KEY: string
}

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

let key: CryptoKey | undefined

export default {
  async fetch(request, env) {
    key ??= await crypto.subtle.importKey('raw', bytes(env.DISCORD_PUBLIC_KEY), 'Ed25519', false, ['verify'])
    const body = await request.text()
    const signature = bytes(request.headers.get('X-Signature-Ed25519') ?? '')
    const message = new TextEncoder().encode(`${request.headers.get('X-Signature-Timestamp')}${body}`)
    if (!(await crypto.subtle.verify('Ed25519', key, signature, message)))
      return new Response('invalid signature', { status: 401 })
    const row = await env.DB.prepare('select slug, name, url from resources where id = 1').first()
    return Response.json({ type: 4, data: { content: JSON.stringify(row), allowed_mentions: { parse: [] } } })
  },
} satisfies ExportedHandler<Bindings>
