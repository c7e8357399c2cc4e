import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import { pictureFile, REGISTRY_PICTURE, resourcePicture } from '../../web/preview/picture.ts'
import { ROOT } from '../local/wrangler.ts'
import { latestRelease } from '../release/release-file.ts'
import { openPainter } from './painter.ts'

/** Cloudflare serves it without asking the Worker (wrangler.toml, [assets]). */
const FOLDER = join(ROOT, 'worker/static/previews')

/** Writes the pictures of the registry and of the resources in the latest release, and returns the names of the files. */
export async function writePreviews(folder = FOLDER): Promise<readonly string[]> {
  const { items } = latestRelease(join(ROOT, 'schema/survey'))
  const paint = await openPainter()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const picture of [REGISTRY_PICTURE, ...items.map((item) => resourcePicture(completeRecord(item)))]) {
    const png = await paint(picture)
    if (!png) continue
    const file = await pictureFile(picture)
    await writeFile(join(folder, file), png)
    files.push(file)
  }
  return files
}
