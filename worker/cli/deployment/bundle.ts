// The code as it would be sent, by wrangler's own rehearsal, which asks nobody.

import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { mustRun, type Run } from './run.ts'

/** What the free plan takes, compressed. */
export const LARGEST_BUNDLE = 3 * 1024 * 1024

export interface Bundle {
  /** Compressed, in bytes. */
  readonly size: number
  /** The same for the same code. */
  readonly hash: string
}

export async function bundle(run: Run): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-bundle-'))
  try {
    await mustRun(run, ['deploy', '--dry-run', '--outdir', folder], 'The Worker could not be bundled')
    const hash = createHash('sha256')
    const contents: Buffer[] = []
    for (const name of readdirSync(folder).sort()) {
      // Beside the modules it writes a source map, which no request reads, and a note that tells when.
      if (name.endsWith('.map') || name === 'README.md') continue
      const content = readFileSync(join(folder, name))
      hash.update(`${name} ${content.length} `).update(content)
      contents.push(content)
    }
    return { size: gzipSync(Buffer.concat(contents)).length, hash: hash.digest('hex') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const sizeOf = ({ size }: Bundle): string =>
  size < LARGEST_BUNDLE
    ? `${kibibytes(size)} compressed, of the ${kibibytes(LARGEST_BUNDLE)} that the free plan takes`
    : `${kibibytes(size)} compressed, more than the ${kibibytes(LARGEST_BUNDLE)} that the free plan takes`

const kibibytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`
