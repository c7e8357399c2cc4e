import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Slug } from '../../schema/contract.ts'
import type { AppEnv } from '../env.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { PAGE, readQuery } from './query.ts'

const ChangesQuery = z.strictObject({ ...PAGE, slug: z.optional(Slug) })

/** The record of what became of resources, latest first. Who did it is no part of it. */
export const changes = new Hono<AppEnv>().get('/', async (c) => {
  const { slug, limit, cursor } = readQuery(c, ChangesQuery)
  const list = `changes ${slug ?? ''}`
  const { items, next } = await c.get('registry').listChanges({
    slug,
    size: Number(limit),
    before: cursor === undefined ? undefined : readCursor(list, cursor),
  })
  return c.json({ items, nextCursor: next === undefined ? null : writeCursor(list, next) })
})
