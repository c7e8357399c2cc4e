export function lookAlikes<T extends { name: string; url: string }>(
  _c: { name: string; url: string },
  _o: readonly T[],
  _m: number,
): { of: T; reason: string }[] {
  return []
}
