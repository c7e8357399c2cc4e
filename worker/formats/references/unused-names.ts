/**
 * Returns each name once: the second `cohen2020covid` becomes `cohen2020covida`, the third `cohen2020covidb`. The first
 * keeps its name, because it is already written.
 */
export function unusedNames(): (wanted: string) => string {
  const used = new Set<string>()
  const suffixes = new Map<string, number>()
  return (wanted) => {
    let name = wanted
    while (used.has(name)) {
      const suffix = (suffixes.get(wanted) ?? 0) + 1
      suffixes.set(wanted, suffix)
      name = wanted + letters(suffix)
    }
    used.add(name)
    return name
  }
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(number: number): string {
  const before = Math.floor((number - 1) / 26)
  const last = String.fromCharCode('a'.charCodeAt(0) + ((number - 1) % 26))
  return before === 0 ? last : letters(before) + last
}
