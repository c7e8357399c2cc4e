// Streams a download, so that memory holds only one page of records at a time.

import type { Registry } from '../../schema/verbs/registry.ts'
import type { PageStart } from '../../schema/verbs/resources.ts'
import type { Writer } from '../formats/catalogue.ts'
import type { Selection } from '../http/filters.ts'

/** The most records a query, 5 MB: the 50 queries of the free plan have 45,000, more than its 500 MB hold. */
const PAGE_SIZE = 1000
/** Pages begin small and double, since the platform sends a piece when the next one is ready. */
const FIRST_SIZE = 25

/** The download in pieces, one for each page. */
export async function* piecesOf(
  registry: Pick<Registry, 'listResources' | 'renewTime'>,
  selection: Selection,
  writer: Writer,
): AsyncGenerator<string> {
  yield writer.head()
  let from: PageStart | undefined
  let size = FIRST_SIZE
  do {
    const { items, next } = await registry.listResources({ ...selection, from, size })
    yield items.map((item) => writer.row(item)).join('')
    registry.renewTime()
    from = next
    size = Math.min(2 * size, PAGE_SIZE)
  } while (from)
  yield writer.tail()
}

/** A stream that reads the next piece only when its reader wants it. `onFault` gets the fault that breaks it. */
export function streamOf(
  pieces: AsyncGenerator<string>,
  onFault: (fault: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isWanted = true
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          // The platform does not repeat a pull that enqueues nothing, so this skips empty pieces.
          let next = await pieces.next()
          while (!next.done && next.value === '') next = await pieces.next()
          if (!isWanted) return
          if (next.done) controller.close()
          else controller.enqueue(encoder.encode(next.value))
        } catch (fault) {
          onFault(fault)
          controller.error(fault)
        }
      },
      // The reader has gone; a query may still be running.
      async cancel() {
        isWanted = false
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
