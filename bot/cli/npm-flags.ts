// What npm takes off a command line before the script sees it.

import { Failure } from './failure.ts'

/**
 * npm takes flags that stand before `--` for its own, even those that it does not know, and PowerShell can lose the `--`
 * (npm/cli#4903). So `npm run deploy --dry-run` would deploy. All that it tells the script is a variable for each.
 *
 * @throws Failure where it has kept one of these: without it more would be done than was asked for, or elsewhere.
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
