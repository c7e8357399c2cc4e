// A file of references, as somebody uploads it.

import type { Refused } from '../../refusals.ts'
import { LENGTHS } from '../values/text.ts'

export type FileRead = { readonly text: string } | { readonly refused: Refused }

/** Its text: UTF-8, or else Windows-1252, in which older programs export. A file with a zero byte is no text. */
export function textOfFile(size: number, bytes: Uint8Array): FileRead {
  if (size > LENGTHS.pasted) return { refused: { name: 'fileTooLarge', values: [LENGTHS.pasted] } }
  if (bytes.includes(0)) return { refused: { name: 'fileUnreadable', values: [] } }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes) }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes) }
  }
}
