import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { baseOf } from './base.ts'
import { BASE, type PreparedName, readPrepared } from './prepared.ts'

/** An isolate reads each once: they depend on the code and the settings alone. */
const texts = new Map<PreparedName, { readonly base: string; readonly text: string }>()

/** A prepared text, JSON, with the registry's address in it as `written` has that. */
export async function preparedAt(
  c: Context<AppEnv>,
  name: PreparedName,
  written: (base: string) => string = (base) => base,
): Promise<string> {
  const base = baseOf(c)
  const known = texts.get(name)
  if (known?.base === base) return known.text
  const inJson = JSON.stringify(written(base)).slice(1, -1)
  const text = (await readPrepared(c, name, base !== '')).replaceAll(BASE, () => inJson)
  texts.set(name, { base, text })
  return text
}
