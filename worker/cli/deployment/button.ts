// The Deploy to Cloudflare button of whoever's repository this is.

import { Failure } from '../../../bot/cli/failure.ts'

/** As git has a remote: over https or ssh. The button takes these two hosts alone, and public repositories. */
const REMOTE = /^(?:https:\/\/(?:[^@/]+@)?|(?:ssh:\/\/)?git@)(github\.com|gitlab\.com)[:/](.+?)(?:\.git)?\/?$/

/** Markdown, and the address in it. */
export function deployButton(remote: string): readonly [markdown: string, address: string] {
  const [, host, path] = REMOTE.exec(remote.trim()) ?? []
  if (host === undefined || path === undefined)
    throw new Failure(
      'The button takes a public repository on github.com or gitlab.com, and the remote “origin” of this one is none.',
    )
  const address = `https://deploy.workers.cloudflare.com/?url=https://${host}/${path}`
  return [`[![Deploy to Cloudflare](https://deploy.workers.cloudflare.com/button)](${address})`, address]
}
