/** The first bytes of a body. What comes after them is not waited for. Rejects where the body breaks off. */
export async function readAtMost(
  { body }: Response,
  most: number,
): Promise<{ readonly body: Uint8Array; readonly isWhole: boolean }> {
  if (body === null) return { body: new Uint8Array(), isWhole: true }
  if (most === 0) {
    await body.cancel()
    return { body: new Uint8Array(), isWhole: false }
  }
  const bytes = new Uint8Array(most)
  let length = 0
  for await (const chunk of body) {
    const taken = chunk.subarray(0, most - length)
    bytes.set(taken, length)
    length += taken.length
    if (taken.length < chunk.length) return { body: bytes, isWhole: false }
  }
  return { body: bytes.subarray(0, length), isWhole: true }
}
