// The cron triggers of a deployed Worker: `wrangler dev` has none, but takes being told.

const EVERY = 30_000

export interface Scheduler {
  /** Runs the scheduled handler; while it runs, once more after that: what came up meanwhile may have been too late. */
  run(): void
  end(): void
}

export function schedulerOf(url: string): Scheduler {
  let isRunning = false
  let isWanted = false
  const ending = new AbortController()

  async function runs(): Promise<void> {
    isRunning = true
    while (isWanted) {
      isWanted = false
      // What went wrong in it is in the Worker's log; a Worker that is not there is noticed without us.
      await fetch(`${url}/cdn-cgi/handler/scheduled`, { signal: ending.signal })
        .then((response) => response.text())
        .catch(() => {})
    }
    isRunning = false
  }

  return {
    run() {
      isWanted = !ending.signal.aborted
      if (!isRunning) void runs()
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
