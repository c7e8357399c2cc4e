import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// What touches the database or answers a request runs in workerd, on a real D1; pure functions, and what only ever
// runs in Node, run in Node.
const IN_WORKERD = [
  'test/worker/registry/**/*.test.ts',
  'test/worker/discord/**/*.test.ts',
  'test/journeys/**/*.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: IN_WORKERD,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { MIGRATIONS: await readD1Migrations('./schema/migrations') } },
          })),
        ],
        test: {
          name: 'workerd',
          include: IN_WORKERD,
          setupFiles: ['./test/workerd-setup.ts'],
        },
      },
    ],
  },
})
