// The Workers of the bench as modules for workerd: the registry's as wrangler sends it, the others as small as it would make
// them.

import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { HOME } from '../../bot/cli/keys.ts'
import { mustRun, runWrangler } from '../../worker/cli/deployment/run.ts'

export interface Module {
  readonly name: string
  readonly type: 'esm' | 'text'
  readonly contents: string
}

/** The folder that wrangler sends, into which it writes a source map and a note as well. */
export async function deployedModules(): Promise<readonly Module[]> {
  const folder = join(tmpdir(), `registry-bench-${process.pid}`)
  try {
    await mustRun(runWrangler, ['deploy', '--dry-run', '--outdir', folder], 'The Worker could not be bundled')
    return readdirSync(folder)
      .filter((name) => !name.endsWith('.map') && name !== 'README.md')
      .sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'))
      .map((name) => ({
        name,
        type: name === 'index.js' ? 'esm' : 'text',
        contents: readFileSync(join(folder, name), 'utf8'),
      }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const DECLARED = join(import.meta.dirname, 'rivals')
/** Out of version control, and of the folders that are checked. */
const INSTALLED = join(HOME, 'bench-rivals')

const bundled = (entry: string) =>
  build({
    entryPoints: [join(import.meta.dirname, entry)],
    ...{ bundle: true, minify: true, write: false, metafile: true, outdir: '/' },
    ...{ format: 'esm', target: 'es2024', platform: 'browser' },
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    nodePaths: [join(INSTALLED, 'node_modules')],
    logLevel: 'error',
  })

/** A Worker of the bench by its source. */
export async function smallModules(entry: string): Promise<readonly Module[]> {
  const { outputFiles } = await bundled(entry)
  return [{ name: 'index.js', type: 'esm', contents: outputFiles[0]?.text ?? '' }]
}

/** Bytes of the minified bundle by part: a package, or a room of ours. */
export async function bundleParts(): Promise<ReadonlyMap<string, number>> {
  const { metafile } = await bundled('../../worker/index.ts')
  const parts = new Map<string, number>()
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(file)
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput)
    }
  return new Map([...parts].sort(([, a], [, b]) => b - a))
}

function partOf(file: string): string {
  const [, inPackage] = file.split('node_modules/')
  if (inPackage !== undefined) return inPackage.split('/')[0] ?? file
  return file.split('/').slice(0, 2).join('/')
}

const RIVALS = ['discord-hono', 'slash-create', 'discord-interactions'] as const
export interface Rival {
  readonly name: string
  readonly modules: readonly Module[]
}

/** Their packages are no part of the project: the bench installs them where they are used, once. */
export async function installedRivals(): Promise<readonly Rival[]> {
  if (!existsSync(join(INSTALLED, 'node_modules'))) {
    mkdirSync(INSTALLED, { recursive: true })
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(DECLARED, file), join(INSTALLED, file))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: INSTALLED,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return Promise.all(RIVALS.map(async (name) => ({ name, modules: await smallModules(`rivals/${name}.ts`) })))
}
