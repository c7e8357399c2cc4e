// Files that people upload, as Discord keeps them at its CDN (reference, "Signed Attachment CDN URLs").

import type { APIAttachment } from 'discord-api-types/v10'
import { CHANNEL_ID, newSnowflake } from './protocol/people.ts'

interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface Cdn {
  /** The address that files have from now on. */
  serveAt(origin: string): void
  upload(file: UploadedFile): APIAttachment
  find(id: string): APIAttachment | undefined
  /** Undefined where the request is not for a file. */
  answer(request: Request): Response | undefined
}

const PATH = /^\/ephemeral-attachments\/\d+\/(\d+)\//

/** As an interaction has it; `url` works until it expires. */
export function attachment(name: string, size: number, origin = 'https://cdn.discordapp.com'): APIAttachment {
  const id = newSnowflake()
  const path = `ephemeral-attachments/${CHANNEL_ID}/${id}/${encodeURIComponent(name)}?ex=1&is=1&hm=1`
  return {
    id,
    filename: name,
    size,
    url: `${origin}/${path}`,
    proxy_url: `${origin.replace('cdn.discordapp.com', 'media.discordapp.net')}/${path}`,
    content_type: 'application/octet-stream',
    ephemeral: true,
  }
}

export function openCdn(): Cdn {
  const files = new Map<string, { readonly sent: APIAttachment; readonly bytes: UploadedFile['bytes'] }>()
  let origin: string | undefined
  return {
    serveAt(at) {
      origin = at
    },
    upload({ name, bytes }) {
      const sent = attachment(name, bytes.length, origin)
      files.set(sent.id, { sent, bytes })
      return sent
    },
    find: (id) => files.get(id)?.sent,
    answer(request) {
      const { pathname, searchParams } = new URL(request.url)
      const [, id] = PATH.exec(pathname) ?? []
      if (id === undefined) return undefined
      const file = files.get(id)
      // Without its signature an address is that of nothing.
      if (request.method !== 'GET' || !file || !searchParams.has('hm'))
        return new Response('This content is no longer available.', { status: 404 })
      return new Response(file.bytes, {
        headers: { 'Content-Type': file.sent.content_type ?? 'application/octet-stream' },
      })
    },
  }
}
