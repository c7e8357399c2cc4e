import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalAddress } from '../../../../schema/record/values/addresses/address.ts'
import { leadsWhereItReads } from '../../../../schema/record/values/addresses/shown-host.ts'
import { checkWebAddress } from '../../../../schema/record/values/addresses/web-address.ts'
import { LENGTHS } from '../../../../schema/record/values/text.ts'
import survey from '../../../../schema/survey/2.0.json' with { type: 'json' }
import { withSentence } from '../with-sentence.ts'

const readsAs = (sign: string, reading: string) =>
  `The host of the address has ${sign} in it, which a browser reads as “${reading}”: copy the address from a browser.`

describe('a text', () => {
  it.each([
    'https://lungs.example/a',
    'HTTPS://Example.org:8443/a@b?c#d',
    'https://münchen.de',
    'https://xn--gthub-n2e.com/x',
    'http://8.8.8.8/',
  ])('%s leads where it reads', (text) => {
    expect(leadsWhereItReads(text)).toBe(true)
  })

  it.each([
    'https://gіthub.com/x',
    'https://аррӏе.com',
    'https://github.com%2eevil.com/x',
    'https://ｇithub.com/x',
    'https://github.com。evil.com/x',
    'https://github.com@evil.com/x',
    'https://evil.com\\@github.com',
    'https:evil.com',
    'https://0x7f.1/',
    'https://a.org/ b',
    'https://',
    'javascript://github.com/%0aalert(1)',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.org',
    'eurorad.org',
  ])('%s does not, or is no address', (text) => {
    expect(leadsWhereItReads(text)).toBe(false)
  })
})

describe('an address', () => {
  it.each([
    'https://github.com/jannisborn/covid19-pocus-ultrasound',
    'http://www.medicalsegmentation.com/covid19/',
    'https://example.org:8443/data?x=1&y=%20#part',
    'https://my_lab.github.io/data.',
    'https://münchen.de/',
    'https://例え.テスト.jp',
    'https://한국.kr/a',
    'https://пример.рф/x',
    'https://xn--mnchen-3ya.de/x',
    'https://doi.org/10.1016/j.media.2021.102225',
    'https://example.org/a@b',
  ])('%s is listed as it is', (url) => {
    expect(checkWebAddress(`  ${url}\n`)).toEqual({ url })
  })

  it.each([
    ['10.1016/J.media.2021.102225', 'https://doi.org/10.1016/J.media.2021.102225'],
    ['doi: 10.1016/S0140-6736(20)', 'https://doi.org/10.1016/S0140-6736(20)'],
    ['doi.org/10.17632/2fxz4px6d8.4', 'https://doi.org/10.17632/2fxz4px6d8.4'],
    ['arXiv:2003.11597', 'https://arxiv.org/abs/2003.11597'],
    ['arxiv:2003.11597v3', 'https://arxiv.org/abs/2003.11597'],
    ['[the data](https://eurorad.org/x)', 'https://eurorad.org/x'],
    ['"https://eurorad.org/x",', 'https://eurorad.org/x'],
    ['(https://eurorad.org/x)', 'https://eurorad.org/x'],
    ['PMID: 33740033', 'https://pubmed.ncbi.nlm.nih.gov/33740033/'],
    ['PMC7993598', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7993598/'],
    ['HTTPS://Example.org', 'https://example.org'],
    ['https://MÜNCHEN.de/ä', 'https://münchen.de/%C3%A4'],
    ['https://例え.テスト.jp/データ', 'https://例え.テスト.jp/%E3%83%87%E3%83%BC%E3%82%BF'],
    ['https://github.com:443/a/../b/./c?q#r', 'https://github.com/b/c?q#r'],
    ['https://github.com/%2e%2e/evil', 'https://github.com/evil'],
    // Letters of other scripts that pass for Latin ones.
    ['https://gіthub.com/x', 'https://xn--gthub-n2e.com/x'],
    ['https://аррӏе.com', 'https://xn--80ak6aa92e.com'],
    ['https://zenodo.οrg.com/1', 'https://zenodo.xn--rg-ibc.com/1'],
    ['https://kagglе.com/datasets', 'https://xn--kaggl-3we.com/datasets'],
    ['https://gıthub.com', 'https://xn--gthub-n4a.com'],
    ['https://пример.com', 'https://xn--e1afmkfd.com'],
    ['https://github.comノa.jp', 'https://github.xn--coma-xq4c.jp'],
    // Without a scheme, or in the brackets that a mail puts around an address.
    ['eurorad.org', 'https://eurorad.org'],
    ['www.Kaggle.com/datasets/a/b', 'https://www.kaggle.com/datasets/a/b'],
    ['github.com:8443/a?b=c', 'https://github.com:8443/a?b=c'],
    ['//example.org/x', 'https://example.org/x'],
    ['münchen.de/x', 'https://münchen.de/x'],
    ['<https://example.org/a>', 'https://example.org/a'],
    [' < example.org/a > ', 'https://example.org/a'],
    ['<10.5281/zenodo.3757476>', 'https://doi.org/10.5281/zenodo.3757476'],
  ])('%s is listed as %s', (given, url) => {
    expect(checkWebAddress(given)).toEqual({ url })
  })

  it.each([
    ['', 'The address is empty.'],
    ['eurorad', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['someone@eurorad.org', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['see eurorad.org', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['ftp://example.org/x', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['javascript:alert(1)', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['10.1234/a?b', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['10.1234/../a', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['https:example.org', 'The address cannot be read; please copy it from a browser.'],
    ['https:///example.org', 'The address cannot be read; please copy it from a browser.'],
    ['https://', 'The address cannot be read; please copy it from a browser.'],
    ['https://example.org:99999', 'The address cannot be read; please copy it from a browser.'],
    ['https://example.org/a b', 'The address has a space in it.'],
    ['https://example.org/\nx', 'The address has a space in it.'],
    ['https://example.org\\@eurorad.org', 'The address has \\ in it.'],
    ['https://example.org/">', 'The address has " in it.'],
    ['https://user:secret@example.org', 'The address has a user name or password in it.'],
    ['https://github.com@example.org', 'The address has a user name or password in it.'],
    ['https://@example.org', 'The address has a user name or password in it.'],
    ['https://example.org:0/', 'The address has port 0, where no server can answer.'],
    ['https://example.org./', 'The host of the address, example.org., ends with a full stop.'],
    ['https://example.org。', readsAs('。', '.')],
    ['https://github.com。evil.com/x', readsAs('。', '.')],
    ['https://github.com．evil.com/x', readsAs('．', '.')],
    ['https://github.com%2eevil.com/x', readsAs('%2e', '.')],
    ['https://git%68ub.com', readsAs('%68', 'h')],
    ['https://ｇithub.com/x', readsAs('ｇ', 'g')],
    ['https://ｅvil.org', readsAs('ｅ', 'e')],
    ['https://𝐠ithub.com/', readsAs('𝐠', 'g')],
    ['github.com。evil.com/x', 'An address begins with https:// or http://, or is a DOI or an arXiv number.'],
    ['https://１２７.0.0.1', readsAs('１', '1')],
    ['https://exa\u200bmple.org', 'The address has an invisible character (U+200B) after “https://exa”.'],
    ['https://a..org', 'The host of the address, a..org, is not a host name.'],
    ['https://a*b.org', 'The host of the address, a*b.org, is not a host name.'],
    ['https://-a.org', 'The host of the address, -a.org, is not a host name.'],
    ['https://a.b', 'The host of the address, a.b, is not a host name.'],
    [
      `https://${'a.'.repeat(130)}org`,
      `The host of the address, ${'a.'.repeat(130)}org, is not a host name.`,
    ],
  ])('%j is refused', (given, problem) => {
    expect(withSentence(checkWebAddress(given))).toEqual({ problem })
  })

  it.each(
    (
      'localhost data.localhost printer.local wiki.internal nas.home.arpa a.test b.example c.invalid d.onion ' +
      'e.alt 8.8.8.8.in-addr.arpa f.corp g.lan intranet LOCALHOST'
    ).split(' '),
  )('of %s is refused: it is not on the public web', (host) => {
    expect(withSentence(checkWebAddress(`https://${host}:8080/data`))).toEqual({
      problem: `The host of the address, ${host.toLowerCase()}, is not on the public web.`,
    })
  })

  it('is at most as long as an address may be', () => {
    const longest = `https://example.org/${'a'.repeat(LENGTHS.url - 20)}`
    expect(checkWebAddress(longest)).toEqual({ url: longest })
    expect(withSentence(checkWebAddress(`${longest}a`))).toEqual({
      problem: 'The address is longer than 500 characters.',
    })
  })

  it('of every resource of the survey is listed', () => {
    for (const { url } of survey.items) expect(checkWebAddress(url)).toEqual({ url })
  })

  it('that is listed has a canonical form', () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true })
    const doi = fc.stringMatching(/^10\.\d{4,9}\/[!-~]{1,20}$/)
    fc.assert(
      fc.property(fc.oneof(address, doi, fc.string({ unit: 'binary' })), (given) => {
        const checked = checkWebAddress(given)
        fc.pre('url' in checked)
        expect(canonicalAddress(checked.url)).toBe(canonicalAddress(given))
        expect(canonicalAddress(checked.url)).toBeDefined()
      }),
    )
  })
})

// RFC 6890 and IANA's registry of special-purpose IPv4 addresses: first address, length of the prefix.
const SPECIAL_RANGES = [
  [[0, 0, 0, 0], 8],
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10],
  [[127, 0, 0, 0], 8],
  [[169, 254, 0, 0], 16],
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24],
  [[192, 88, 99, 0], 24],
  [[192, 168, 0, 0], 16],
  [[198, 18, 0, 0], 15],
  [[198, 51, 100, 0], 24],
  [[203, 0, 113, 0], 24],
  [[224, 0, 0, 0], 4],
  [[240, 0, 0, 0], 4],
] as const

const number = (bytes: readonly number[]) => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

const specialIpv4 = fc
  .constantFrom(...SPECIAL_RANGES)
  .chain(([first, prefix]) => fc.nat(2 ** (32 - prefix) - 1).map((offset) => number(first) + offset))

const bytesOf = (ip: number) => [24, 16, 8, 0].map((shift) => Math.floor(ip / 2 ** shift) % 256)

/** An IPv4 address in one of inet_aton's spellings: one to four parts, each decimal, octal or hexadecimal. */
const spelling = (ip: number) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 }),
    )
    .map(([parts, bases]) => {
      const bytes = bytesOf(ip)
      const values = [...bytes.slice(0, parts - 1), number(bytes.slice(parts - 1))]
      const prefixes: Record<number, string> = { 8: '0', 10: '', 16: '0x' }
      return values.map((value, i) => `${prefixes[bases[i] ?? 10]}${value.toString(bases[i])}`).join('.')
    })

describe('an address that is a number', () => {
  const refused = (host: string) => {
    const problem = expect.stringMatching(/^The address leads to a number, /)
    expect(withSentence(checkWebAddress(`http://${host}/`))).toEqual({ problem })
  }

  it('is refused where it is private, reserved or local, in any spelling', () => {
    fc.assert(
      fc.property(
        specialIpv4.chain((ip) => fc.tuple(spelling(ip), fc.constantFrom('', '.', ':8080'))),
        ([host, end]) => refused(`${host}${end}`),
      ),
    )
  })

  it('is refused where IPv6 carries such a one', () => {
    fc.assert(
      fc.property(specialIpv4, (ip) => {
        const dotted = bytesOf(ip).join('.')
        const [high, low] = [Math.floor(ip / 65536), ip % 65536].map((half) => half.toString(16))
        // Mapped and compatible (RFC 4291), NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), Teredo (RFC 4380).
        for (const start of ['::ffff:', '::', '64:ff9b::', '64:ff9b:1::']) refused(`[${start}${dotted}]`)
        refused(`[2002:${high}:${low}::1]`)
        refused(`[2001:0:${high}:${low}::1]`)
      }),
    )
  })

  it.each([
    '[::1]',
    '[::]',
    '[fd00::1]',
    '[fe80::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '8.8.8.8',
    '[2606:4700::1]',
  ])('is refused as %s, public or not', (host) => refused(host))
})
