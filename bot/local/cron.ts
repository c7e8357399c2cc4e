// The cron triggers of a deployed Worker: `wrangler dev` has none, but takes being told.

const EVERY = 30_000

export interface Scheduler {
  /** Runs the scheduled handler, unless it runs. */
  run(): void
  end(): void
}

export function schedulerOf(url: string): Scheduler {
  let isRunning = false
  const ending = new AbortController()
  return {
    run() {
      if (isRunning || ending.signal.aborted) return
      isRunning = true
      // What went wrong in it is in the Worker's log; a Worker that is not there is noticed without us.
      fetch(`${url}/cdn-cgi/handler/scheduled`, { signal: ending.signal })
        .then((response) => response.text())
        .catch(() => {})
        .finally(() => {
          isRunning = false
        })
    },
    end: () => ending.abort(),
  }
}

/** Runs the scheduled handler now and ever again, one run at a time. Gives what ends it. */
export function keepScheduling(url: string): () => void {
  const { run, end } = schedulerOf(url)
  run()
  const timer = setInterval(run, EVERY)
  return () => {
    clearInterval(timer)
    end()
  }
}
