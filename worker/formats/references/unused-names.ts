/**
 * Gives each name once: whoever wants `cohen2020covid` second gets `cohen2020covida`, then `cohen2020covidb`, as lists
 * of references tell the works of a year apart. The first has been written by then, so it stays bare.
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
