// The page as a browser gets it, made of its sources when the playground starts.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const HERE = join(import.meta.dirname, '../page')

/** What is served, by path. */
export type Files = ReadonlyMap<string, { readonly type: string; readonly content: string }>

export async function bundle(): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: { page: join(HERE, 'main.ts'), style: join(HERE, 'page.css') },
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  })
  const built = (path: string) => outputFiles.find((file) => file.path === path)?.text ?? ''
  return new Map([
    ['/', { type: 'text/html', content: await readFile(join(HERE, 'page.html'), 'utf8') }],
    ['/page.js', { type: 'text/javascript', content: built('/page.js') }],
    ['/style.css', { type: 'text/css', content: built('/style.css') }],
  ])
}
