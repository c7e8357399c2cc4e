import { vi } from 'vitest'

/** Its result, while time goes on in which nothing else answers. */
export async function inTime<Result>(work: () => Promise<Result>, most = 9000, step = 50): Promise<Result> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const began = Date.now()
  let result: { readonly value: Result } | undefined
  const working = work().then((value) => {
    result = { value }
  })
  while (!result && Date.now() - began <= most) {
    await vi.advanceTimersByTimeAsync(step)
    // D1 itself answers in time that goes on meanwhile.
    await scheduler.wait(5)
  }
  if (!result) throw new Error(`It is not done after ${most} ms.`)
  await working
  return result.value
}
