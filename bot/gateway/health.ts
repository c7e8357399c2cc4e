// What a host that watches the relay reads: a line of JSON for each thing that happens, and one every minute.

import type { Relayed } from './relay.ts'

export interface Health {
  /** Counts one that came; what it gives is told what became of it. */
  began(): (relayed: Relayed) => void
  event(event: string): void
  /** Begins with the lines of every minute; the answer ends that. */
  every(ms: number): () => void
}

/** How it stands with Discord. */
export interface Connection {
  readonly isConnected: boolean
  /** What Discord took to acknowledge the latest heartbeat, in milliseconds. */
  readonly pingMs: number | null
}

export function openHealth(print: (line: string) => void, connection: () => Connection): Health {
  const counts = { interactions: 0, answered: 0, deferred: 0, failed: 0, inFlight: 0 }
  /** What the Worker took, since the last line. */
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
