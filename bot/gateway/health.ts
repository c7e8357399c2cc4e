// Lines of JSON for monitoring: one for each event of the connection, and one every minute.

import type { Relayed } from './relay.ts'

export interface Health {
  /** Counts an interaction; call the result with its outcome. */
  began(): (relayed: Relayed) => void
  event(event: string): void
  /** Starts the regular lines; call the result to stop them. */
  every(ms: number): () => void
}

/** The state of the connection to Discord. */
export interface Connection {
  readonly isConnected: boolean
  /** Discord's time to acknowledge the latest heartbeat, in milliseconds. */
  readonly pingMs: number | null
}

export function openHealth(print: (line: string) => void, connection: () => Connection): Health {
  const counts = { interactions: 0, answered: 0, deferred: 0, failed: 0, inFlight: 0 }
  /** The Worker's times since the last line. */
  let workerMs: number[] = []

  function event(name: string): void {
    const mean = workerMs.reduce((sum, ms) => sum + ms, 0) / workerMs.length
    print(
      JSON.stringify({
        at: new Date().toISOString(),
        event: name,
        ...counts,
        ...connection(),
        workerMs: workerMs.length > 0 ? Math.round(mean) : null,
      }),
    )
    workerMs = []
  }

  return {
    began() {
      counts.interactions += 1
      counts.inFlight += 1
      return ({ isDeferred, isFailed, workerMs: took }) => {
        counts.inFlight -= 1
        if (isFailed) counts.failed += 1
        else counts.answered += 1
        if (isDeferred) counts.deferred += 1
        if (took !== undefined) workerMs.push(took)
      }
    },
    event,
    every(ms) {
      const timer = setInterval(() => event('running'), ms)
      return () => clearInterval(timer)
    },
  }
}
