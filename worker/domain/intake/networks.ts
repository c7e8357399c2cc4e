// The networks of an address on the internet, by which its senders are counted.

/**
 * The network that one sender has, then a wider one that many may share. IPv4: the address alone. IPv6: the /64 of one
 * link (RFC 4291, 2.5.1), then the /48 that one customer may get (RFC 6177).
 */
export function networksOf(address: string): readonly [string, ...string[]] {
  const groups = groupsOf(address)
  if (!groups) return [address]
  if (groups.slice(0, 6).join(':') === IPV4_MAPPED) return [ipv4Of(groups)]
  return [`${groups.slice(0, 4).join(':')}::/64`, `${groups.slice(0, 3).join(':')}::/48`]
}

/** RFC 4291, 2.5.5.2. */
const IPV4_MAPPED = '0:0:0:0:0:ffff'

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] | undefined {
  if (!address.includes(':') || !URL.canParse(`http://[${address}]`)) return undefined
  // The parser writes every spelling of an address as the same one.
  const [before = [], after = []] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}

const ipv4Of = (groups: readonly string[]): string =>
  groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join('.')
