import { generateKeyPairSync } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { createDiscord } from './test/discord/discord.ts'
import { problemsOfResponse } from './test/discord/rules/judge.ts'
import { serveWeb } from './test/outside/server.ts'
import { judge, keepDocument } from './test/support/openapi-judge.ts'

// The pure tests run in Node, and take seconds. What touches the database or answers a request runs in workerd, on a real
// D1: `worker`, and with thousands of records `scale`. `process` starts the commands as a terminal does. `browser` has
// one registry and one Chromium (test/browser/setup.ts).

/** A machine that is busy with other things is no reason to fail: ends are for what never comes. */
const LONG = 600_000

/** What test/support/discord.ts sends to be judged. */
interface Judged {
  readonly response: unknown
  readonly interactionType: number
  readonly onMessage: boolean
}

/** A key pair made for this run alone. */
const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('hex'),
  }
}

const discord = keyPair()

/** Read by the first project that has a Worker, as the web below is started by it. */
let migrations: ReturnType<typeof readD1Migrations> | undefined
function allMigrations() {
  migrations ??= readD1Migrations('./schema/migrations')
  return migrations
}

let web: ReturnType<typeof serveWeb> | undefined
async function outsideUrl(): Promise<string> {
  web ??= serveWeb()
  return (await web).url
}

/** A Discord for each host that is called by that name: test files run side by side, and none resets another's. */
const standIns = new Map<string, ReturnType<typeof createDiscord>>()
function standInAt({ url }: Request) {
  const { host } = new URL(url)
  const standIn =
    standIns.get(host) ?? createDiscord({ redirectUri: 'https://registry.example/review/callback' })
  standIns.set(host, standIn)
  return standIn
}

/** An import of a file gets one of the test's own instead, which itself gets the real one. */
const inPlaceOf = (file: string, own: string) => ({
  name: `in-place-of-${file}`,
  enforce: 'pre' as const,
  resolveId: (source: string, importer = '') =>
    importer !== resolve(own) && resolve(dirname(importer), source) === resolve(file) ? resolve(own) : null,
})

/** A project whose files run in workerd, with a database each. */
const inWorkerd = (
  name: string,
  include: string[],
  own?: ReturnType<typeof inPlaceOf>,
  names: string[] = [],
) => ({
  plugins: [
    own,
    inPlaceOf('worker/log.ts', 'test/support/faults/read-log.ts'),
    inPlaceOf('worker/http/prepared.ts', 'test/support/prepared.ts'),
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        r2Buckets: ['BACKUPS'],
        bindings: {
          OUTSIDE_URL: await outsideUrl(),
          MIGRATIONS: await allMigrations(),
          DISCORD_PUBLIC_KEY: `${keyPair().publicKey},${discord.publicKey}`,
          DISCORD_PRIVATE_KEY: discord.privateKey,
          RUNS: process.env.RUNS ?? '1',
          SEED: process.env.SEED ?? '1',
        },
        serviceBindings: {
          // The schemas are compiled to code, which workerd forbids: so Node judges what workerd answers.
          async DISCORD_JUDGE(request: Request) {
            const { response, interactionType, onMessage } = (await request.json()) as Judged
            return Response.json(problemsOfResponse(response, interactionType, onMessage))
          },
          // For the same reason: whether the OpenAPI document is one, and describes an answer.
          OPENAPI_JUDGE: async (request: Request) =>
            Response.json(
              new URL(request.url).pathname === '/documents'
                ? keepDocument(await request.text())
                : await judge(await request.json()),
            ),
          // Discord's REST side, for journeys: what they send there is judged, kept, and can be looked at.
          STAND_IN: (request: Request) => standInAt(request).fetch(request),
        },
      },
    })),
  ],
  test: {
    name,
    include,
    setupFiles: ['./test/support/workerd-setup.ts', ...names],
    // To start a Worker costs more than most files do, so they share: test/support/workerd-setup.ts.
    isolate: false,
    testTimeout: LONG,
    hookTimeout: LONG,
  },
})

/** A project whose files run in Node. */
const inNode = (name: string, globalSetup: string[] = []) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    globalSetup,
    setupFiles: ['./test/support/random-cases.ts'],
    isolate: false,
    testTimeout: LONG,
    hookTimeout: LONG,
  },
})

/** As vitest has it, but with the tests that take milliseconds last: then no processor waits for a long file at the end. */
class ShortLast extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    return [false, true].flatMap((isShort) =>
      sorted.filter(({ project }) => (project.name === 'unit') === isShort),
    )
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: ShortLast },
    // By itself vitest leaves one core idle, which on two of them is half; some tests only wait for other processes.
    maxWorkers: 3,
    // Whatever was started is ended, however long that takes.
    teardownTimeout: LONG,
    projects: [
      inNode('unit'),
      inNode('process', ['test/support/state.ts']),
      inNode('browser', ['test/support/state.ts', 'test/browser/setup.ts']),
      inWorkerd('worker', ['test/worker/**/*.test.ts', 'test/journeys/**/*.test.ts']),
      inWorkerd('scale', ['test/scale/**/*.test.ts']),
      inWorkerd(
        'seventh-type',
        ['test/seventh-type/**/*.test.ts'],
        inPlaceOf('schema/vocabulary.ts', 'test/seventh-type/vocabulary.ts'),
        ['./test/seventh-type/german-name.ts'],
      ),
      inWorkerd(
        'added-field',
        ['test/added-field/**/*.test.ts', 'test/unit/schema/fields.test.ts'],
        inPlaceOf('schema/record/fields.ts', 'test/added-field/fields.ts'),
        ['./test/added-field/names.ts'],
      ),
    ],
  },
})
