// Flags that npm takes from a command line before the script sees them.

import { Failure } from './failure.ts'

/**
 * npm takes flags before `--` for its own, even unknown ones, and PowerShell can lose the `--` (npm/cli#4903). So
 * `npm run deploy --dry-run` would deploy. npm sets an environment variable for each.
 *
 * @throws Failure where npm has kept one of these flags.
 */
export function refuseKeptByNpm(
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const kept = flags.find((flag) => environment[`npm_config_${flag.replaceAll('-', '_')}`])
  if (kept === undefined) return
  const command = `npm run ${environment.npm_lifecycle_event ?? '…'}`
  throw new Failure(
    [
      `npm has kept --${kept} for itself, so nothing was done. It goes behind two dashes:`,
      `  ${command} -- --${kept}`,
      'In PowerShell, which can lose them, with quotes:',
      `  ${command} "--" --${kept}`,
    ].join('\n'),
  )
}
