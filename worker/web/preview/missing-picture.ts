// GET /previews/{file}: Cloudflare answers for the pictures that were deployed (wrangler.toml, [assets]), so the Worker is
// asked for the others: of a resource that was listed or changed after that, or of a page's earlier state.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import type { PageRoute } from '../page-route.ts'
import { picturePath, REGISTRY_PICTURE } from './picture.ts'

/** The picture of the registry stands in. */
async function answerMissingPicture(c: Context<AppEnv>): Promise<Response> {
  const registry = await picturePath(REGISTRY_PICTURE)
  return c.req.path === registry ? c.notFound() : c.redirect(registry, 302)
}

export const missingPicture: PageRoute = { path: '/previews/:file', get: answerMissingPicture }
