import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }

const MODULE = './bot/cli/own-node.mjs'

/** A command that prints “done”, by a Node that takes itself for that version. */
function commandOf(version: string) {
  const versions = JSON.stringify({ ...process.versions, node: version })
  const lines = [
    `Object.defineProperty(process, 'versions', { value: ${versions} })`,
    `await import('${MODULE}')`,
    `console.log('done')`,
  ]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', lines.join('\n')],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

it.each([process.versions.node, '22.18.0', '24.0.0'])('a command runs on Node %s', (version) => {
  expect(commandOf(version)).toEqual({ status: 0, stdout: 'done\n', stderr: '' })
})

it.each(['20.20.2', '22.17.1'])('on Node %s a command says what to do, and nothing else', (version) => {
  const { status, stdout, stderr } = commandOf(version)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^This is Node [\d.]+, and .*“npm ci”, .*“npm rebuild .*”\.\n$/)
})

it('every command that Node runs looks at it first', () => {
  const commands = Object.values(manifest.scripts).filter((script) => script.startsWith('node '))
  expect(commands.length).toBeGreaterThan(5)
  expect(commands.filter((script) => !script.startsWith(`node --import ${MODULE} `))).toEqual([])
})
