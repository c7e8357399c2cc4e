import { generateKeyPairSync } from 'node:crypto'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { createDiscord } from './bot/local/discord/discord.ts'
import { problemsOfResponse } from './bot/local/judge.ts'
import { judge } from './test/openapi-judge.ts'

// What touches the database or answers a request runs in workerd, on a real D1; pure functions, and what only ever
// runs in Node, run in Node.
const IN_WORKERD = [
  'test/worker/registry/**/*.test.ts',
  'test/worker/discord/**/*.test.ts',
  'test/worker/jobs/**/*.test.ts',
  'test/worker/api/**/*.test.ts',
  'test/worker/web/**/*.test.ts',
  'test/journeys/**/*.test.ts',
]

/** What people do with the pages: one registry and one browser for all of it (test/browser/setup.ts). */
const IN_A_BROWSER = 'test/browser/**/*.test.ts'

/** A machine that is busy with other things is no reason to fail: ends are for what never comes. */
const LONG = 600_000

/** What test/discord.ts sends to be judged. */
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

/** A Discord for each host that is called by that name: test files run side by side, and none resets another's. */
const standIns = new Map<string, ReturnType<typeof createDiscord>>()
function standInAt({ url }: Request) {
  const { host } = new URL(url)
  const standIn =
    standIns.get(host) ?? createDiscord({ redirectUri: 'https://registry.example/review/callback' })
  standIns.set(host, standIn)
  return standIn
}

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which on two of them is half; some tests only wait for other processes.
    maxWorkers: 3,
    // Whatever was started is ended, however long that takes.
    teardownTimeout: LONG,
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [...IN_WORKERD, IN_A_BROWSER],
          globalSetup: ['test/state.ts'],
          isolate: false,
          testTimeout: LONG,
          hookTimeout: LONG,
        },
      },
      {
        test: {
          name: 'browser',
          include: [IN_A_BROWSER],
          globalSetup: ['test/state.ts', 'test/browser/setup.ts'],
          isolate: false,
          testTimeout: LONG,
          hookTimeout: LONG,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations('./schema/migrations'),
                DISCORD_PUBLIC_KEY: `${keyPair().publicKey},${discord.publicKey}`,
                DISCORD_PRIVATE_KEY: discord.privateKey,
              },
              serviceBindings: {
                // The schemas are compiled to code, which workerd forbids: so Node judges what workerd answers.
                async DISCORD_JUDGE(request: Request) {
                  const { response, interactionType, onMessage } = (await request.json()) as Judged
                  return Response.json(problemsOfResponse(response, interactionType, onMessage))
                },
                // For the same reason: whether the OpenAPI document is one, and describes an answer.
                OPENAPI_JUDGE: async (request: Request) => Response.json(await judge(await request.json())),
                // Discord's REST side, for journeys: what they send there is judged, kept, and can be looked at.
                STAND_IN: (request: Request) => standInAt(request).fetch(request),
              },
            },
          })),
        ],
        test: {
          name: 'workerd',
          include: IN_WORKERD,
          setupFiles: ['./test/workerd-setup.ts'],
          // To start a Worker costs more than most files do, so they share: test/workerd-setup.ts.
          isolate: false,
          testTimeout: LONG,
          hookTimeout: LONG,
        },
      },
    ],
  },
})
