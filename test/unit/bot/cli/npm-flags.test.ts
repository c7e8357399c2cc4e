import { describe, expect, it } from 'vitest'
import { refuseKeptByNpm } from '../../../../bot/cli/npm-flags.ts'

describe('a flag that npm has kept for itself', () => {
  it('ends the command, and it is told how to type it', () => {
    const environment = { npm_lifecycle_event: 'deploy', npm_config_dry_run: 'true' }
    expect(() => refuseKeptByNpm(['dry-run'], environment)).toThrow(
      /^npm has kept --dry-run.*\n {2}npm run deploy -- --dry-run\n.*\n {2}npm run deploy "--" --dry-run$/,
    )
  })

  it('is none where npm says so, or says nothing', () => {
    const environment = { npm_lifecycle_event: 'deploy', npm_config_dry_run: '', npm_config_yes: 'true' }
    refuseKeptByNpm(['dry-run', 'guild'], environment)
  })
})
