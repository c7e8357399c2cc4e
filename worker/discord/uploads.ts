// Fetches a file that was uploaded with a modal.

import type { Attachment } from '../../bot/interaction.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import { type FileRead, textOfFile } from '../../schema/record/works/reference-file.ts'
import { userAgent } from '../http/user-agent.ts'
import { readAtMost } from '../outgoing/read-at-most.ts'

export interface UploadSettings {
  readonly apiUrl: string
  readonly applicationId: string
  /** The limit until the last byte, in milliseconds: well inside the 20 seconds that an answer has. */
  readonly timeLimitMs?: number
  /** Called with why a file was not read. The sentence has no address: that of an upload is a credential. */
  onFault(fault: string): void
}

/** Discord has files at its CDN; a stand-in, which speaks plain HTTP on this machine, has its own. */
const CDN = ['https://cdn.discordapp.com', 'https://media.discordapp.net']

function isServed(url: string, apiUrl: string): boolean {
  const { protocol, origin } = new URL(apiUrl)
  const origins = protocol === 'http:' ? [...CDN, origin] : CDN
  return URL.canParse(url) && origins.includes(new URL(url).origin)
}

/** The text of a file, or why there is none. Never rejects. */
export async function readUpload({ url, size }: Attachment, settings: UploadSettings): Promise<FileRead> {
  const { apiUrl, applicationId, timeLimitMs = 5000, onFault } = settings
  if (size > LENGTHS.pasted) return TOO_LARGE
  try {
    if (!isServed(url, apiUrl)) throw new Error('its address is not of Discord')
    const response = await fetch(url, {
      headers: { 'User-Agent': userAgent(applicationId) },
      // A redirect could lead anywhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
    })
    if (!response.ok) throw new Error(`the answer is ${response.status}`)
    const { body, isWhole } = await readAtMost(response, LENGTHS.pasted)
    return isWhole ? textOfFile(body.length, body) : TOO_LARGE
  } catch (error) {
    onFault(`An uploaded file was not read: ${error instanceof Error ? error.message : error}`)
    return { refused: { name: 'fileUnreachable', values: [] } }
  }
}

const TOO_LARGE: FileRead = { refused: { name: 'fileTooLarge', values: [LENGTHS.pasted] } }
