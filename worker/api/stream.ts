// A rendering of many records, read page by page while it goes out: a page is all that is held at a time.

import type { Registry } from '../../schema/verbs/registry.ts'
import type { PageStart } from '../../schema/verbs/resources.ts'
import type { Writer } from '../formats/catalogue.ts'
import type { Wanted } from '../http/filters.ts'

/** Records a round trip. The free plan allows 50 of those in a request. */
const PAGE_SIZE = 500

/** The rendering in pieces, a page each. */
export async function* piecesOf(
  registry: Pick<Registry, 'listResources'>,
  wanted: Wanted,
  writer: Writer,
): AsyncGenerator<string> {
  yield writer.head()
  let from: PageStart | undefined
  do {
    const { items, next } = await registry.listResources({ ...wanted, from, size: PAGE_SIZE })
    yield items.map((item) => writer.row(item)).join('')
    from = next
  } while (from)
  yield writer.tail()
}

/** A stream that asks for the next piece when someone reads, and not before. What breaks it is told to `onFault`. */
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
          // A pull that gives nothing is not repeated, so empty pieces are passed over here.
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
      // Whoever reads has gone; a page may be on its way still.
      async cancel() {
        isWanted = false
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
