// The time that a process has spent on processors, which only Linux tells here: elsewhere it is left out.

import { readdirSync, readFileSync } from 'node:fs'

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // A process or thread may have ended since it was listed.
    return undefined
  }
}

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The workerd that a process has started; undefined where there is no /proc. */
export function workerdUnder(parent: number): number | undefined {
  const found = filesIn('/proc').find((name) => {
    const [, command, ancestor] = /^\d+ \((.*)\) \S (\d+)/.exec(textOf(`/proc/${name}/stat`) ?? '') ?? []
    return command === 'workerd' && Number(ancestor) === parent
  })
  return found === undefined ? undefined : Number(found)
}

/** Milliseconds so far, of all its threads. */
export function processorTime(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined
  const threads = filesIn(`/proc/${pid}/task`)
  if (threads.length === 0) return undefined
  return threads.reduce((sum, thread) => {
    const [nanoseconds = '0'] = (textOf(`/proc/${pid}/task/${thread}/schedstat`) ?? '').split(' ')
    return sum + Number(nanoseconds) / 1e6
  }, 0)
}
