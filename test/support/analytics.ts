/** Analytics Engine, as strict as its limits are: Cloudflare drops a point beyond them without a word. */
export function fakeAnalytics() {
  const points: AnalyticsEngineDataPoint[] = []
  const sizeOf = (value: ArrayBuffer | string | null) =>
    typeof value === 'string' ? new TextEncoder().encode(value).length : (value?.byteLength ?? 0)
  const dataset: AnalyticsEngineDataset = {
    writeDataPoint(point = {}) {
      const { indexes = [], blobs = [], doubles = [] } = point
      if (indexes.length > 1 || indexes.some((index) => sizeOf(index) > 96))
        throw new TypeError('One index of 96 bytes at most.')
      if (blobs.length > 20 || blobs.reduce((sum, blob) => sum + sizeOf(blob), 0) > 16_384)
        throw new TypeError('20 blobs of 16 KiB together at most.')
      if (doubles.length > 20 || !doubles.every(Number.isFinite)) throw new TypeError('20 numbers at most.')
      points.push(point)
    },
  }
  return { dataset, points }
}
