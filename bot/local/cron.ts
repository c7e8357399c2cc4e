// The cron triggers of a deployed Worker: `wrangler dev` has none, but takes being told.

const EVERY = 30_000

/** Runs the scheduled handler now and ever again, one run at a time. Gives what ends it. */
export function keepScheduling(url: string): () => void {
  let isRunning = false
  const ending = new AbortController()
  const trigger = () => {
    if (isRunning) return
    isRunning = true
    // What went wrong in it is in the Worker's log; a Worker that is not there is noticed without us.
    fetch(`${url}/cdn-cgi/handler/scheduled`, { signal: ending.signal })
      .then((response) => response.text())
      .catch(() => {})
      .finally(() => {
        isRunning = false
      })
  }
  trigger()
  const timer = setInterval(trigger, EVERY)
  return () => {
    clearInterval(timer)
    ending.abort()
  }
}
