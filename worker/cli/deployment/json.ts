import type * as z from 'zod/mini'

/** What wrangler printed as JSON, if it has the shape; another one is a wrangler that this was not written for. */
export function json<Shape extends z.ZodMiniType>(
  shape: Shape,
  printed: string,
  what: string,
): z.infer<Shape> {
  let value: unknown
  try {
    value = JSON.parse(printed)
  } catch (cause) {
    throw new Error(`Wrangler was asked for ${what} as JSON, and printed: ${printed}`, { cause })
  }
  const { data, error } = shape.safeParse(value)
  if (error) throw new Error(`Wrangler tells ${what} in another shape than expected: ${error.message}`)
  return data as z.infer<Shape>
}
