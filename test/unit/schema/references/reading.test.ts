import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latexText } from '../../../../schema/record/works/latex-text.ts'
import { pastedReferences, readReferences } from '../../../../schema/record/works/pasted-references.ts'
import { ProposedReferences } from '../../../../schema/record/works/proposed-references.ts'
import { type Reference, referenceTitle } from '../../../../schema/record/works/reference.ts'
import { apa } from '../../../../worker/formats/references/apa.ts'
import {
  pairs,
  type ReadItem,
  readBiblatex,
  readBibtex,
  readRis,
} from '../../formats/references/read-back.ts'
import { BIBTEX, CONFERENCE, PREPRINTS, RIS } from './entries.ts'

const read = (text: string) => pastedReferences(text, [])

function only(text: string): Reference {
  const { references, problems } = read(text)
  expect(problems).toEqual([])
  expect(references).toHaveLength(1)
  return references[0] as Reference
}

/** Without the markup that Citation.js keeps, and with its spellings of what looks the same. */
const plain = (text: string | undefined) =>
  text
    ?.replace(/<[^>]+>/g, '')
    .replace(/[’]/g, "'")
    .replace(/\u00a0/g, ' ')
    // A dotless i has lost its dot to the accent already.
    .replace(/ı(?=\p{M})/gu, 'i')
    .normalize('NFC')

const ofOurs = ({ title, author, issued, DOI, ...rest }: Reference) => ({
  title: plain(title),
  author: pairs((author ?? []).filter((name) => !('literal' in name && name.literal === 'others'))),
  year: issued?.['date-parts'][0]?.[0],
  DOI: DOI?.toLowerCase(),
  container: plain(rest['container-title']),
})

const ofTheirs = ({ title, author, issued, DOI, ...rest }: ReadItem) => ({
  title: plain(title),
  author: pairs((author ?? []).filter(({ family, literal }) => (family ?? literal) !== 'others')).map(
    (name) => name.map((part) => plain(part)),
  ),
  year: issued?.['date-parts'][0]?.[0],
  DOI: DOI?.replace(/^https:\/\/doi\.org\/|\\/g, '').toLowerCase(),
  container: plain(rest['container-title']),
})

describe('entries of BibTeX', () => {
  it.each(
    BIBTEX.map((entry) => [entry.slice(0, 60), entry] as const),
  )('are what Citation.js reads: %s', (_, entry) => {
    const isBiblatex = /journaltitle|\bdate\s*=|@(?:online|dataset|software|report|thesis)/.test(entry)
    expect(ofOurs(only(entry))).toEqual(ofTheirs(isBiblatex ? readBiblatex(entry) : readBibtex(entry)))
  })

  it.each(PREPRINTS)('are preprints of arXiv: %s', (entry, number) => {
    const reference = only(entry)
    expect(reference).toMatchObject({
      type: expect.stringMatching(/^(?:article|webpage)$/),
      archive: 'arXiv',
      archive_location: number,
    })
    expect(reference).not.toHaveProperty('container-title')
    expect(ofOurs(reference).author).toEqual(ofTheirs(readBibtex(entry)).author)
  })

  it('are what they are with CRLF, a byte order mark and comments around them', () => {
    const file = `\ufeff% Encoding: UTF-8\n\n${BIBTEX.slice(0, 5).join(',\n\n')}\n`
    const expected = BIBTEX.slice(0, 5).map(only)
    expect(read(file).references).toEqual(expected)
    expect(read(file.replaceAll('\n', '\r\n')).references).toEqual(expected)
  })
})

describe('records of RIS', () => {
  it.each(
    RIS.map((record) => [record.slice(0, 60), record] as const),
  )('are what Citation.js reads: %s', (_, record) => {
    expect(ofOurs(only(record))).toEqual(ofTheirs(readRis(record)))
  })

  it('are papers of conferences', () => {
    expect(only(CONFERENCE)).toMatchObject({
      type: 'paper-conference',
      'container-title': '2016 IEEE Conference on Computer Vision and Pattern Recognition',
      issued: { 'date-parts': [[2016]] },
      page: '770-778',
      DOI: '10.1109/CVPR.2016.90',
    })
  })

  it('are several in a file', () => {
    const file = `Provider: Example\n${RIS.join('\n')}`
    expect(read(file).references).toEqual(RIS.map(only))
    expect(read(file.replaceAll('\n', '\r\n')).references).toEqual(RIS.map(only))
  })
})

describe('lines', () => {
  it.each([
    ['10.1148/radiol.2021203957', { DOI: '10.1148/radiol.2021203957' }, 'doi:10.1148/radiol.2021203957'],
    [
      'https://doi.org/10.1148/radiol.2021203957',
      { DOI: '10.1148/radiol.2021203957' },
      'doi:10.1148/radiol.2021203957',
    ],
    [
      'doi: 10.5281/zenodo.3757476',
      { type: 'dataset', DOI: '10.5281/zenodo.3757476' },
      'doi:10.5281/zenodo.3757476',
    ],
    [
      'arXiv:2004.14133',
      { type: 'article', archive: 'arXiv', archive_location: '2004.14133' },
      'arXiv:2004.14133',
    ],
    ['2004.14133v2', { archive_location: '2004.14133' }, 'arXiv:2004.14133'],
    ['https://arxiv.org/pdf/2004.14133.pdf', { archive_location: '2004.14133' }, 'arXiv:2004.14133'],
    ['10.48550/arXiv.2004.14133', { archive_location: '2004.14133' }, 'arXiv:2004.14133'],
    ['PMID: 33399506', { URL: 'https://pubmed.ncbi.nlm.nih.gov/33399506/' }, 'PMID:33399506'],
    [
      'https://pubmed.ncbi.nlm.nih.gov/33399506/',
      { URL: 'https://pubmed.ncbi.nlm.nih.gov/33399506/' },
      'PMID:33399506',
    ],
    [
      'https://example.org/paper',
      { type: 'webpage', URL: 'https://example.org/paper' },
      'https://example.org/paper',
    ],
  ])('%s', (line, fields, title) => {
    const reference = only(line)
    expect(reference).toMatchObject(fields)
    expect(referenceTitle(reference)).toBe(title)
    expect(ProposedReferences.safeParse([reference]).success).toBe(true)
    expect(apa(reference).length).toBeGreaterThan(title.length)
  })

  it('keep what is there by its id, in the order written', () => {
    const known = [only(BIBTEX[0] ?? ''), only('arXiv:2004.14133')]
    const text = `[${known[1]?.id}] as it is shown\n10.1000/xyz123\n[${known[0]?.id}] as well`
    const { references, problems } = pastedReferences(text, known)
    expect(problems).toEqual([])
    expect(references.map(({ id }) => id)).toEqual([known[1]?.id, 'doi-10-1000-xyz123', known[0]?.id])
    expect(references[0]).toBe(known[1])
  })

  it('name a work once, in whatever form', () => {
    expect(read('10.1000/ABC\nhttps://doi.org/10.1000/abc\ndoi:10.1000/abc').references).toHaveLength(1)
    expect(read(`arXiv:2003.11597\n${PREPRINTS[0]?.[0]}\n${PREPRINTS[2]?.[0]}`).references).toHaveLength(1)
  })
})

describe('what cannot be read', () => {
  it.each([
    ['10.1000/a\nsome words', { name: 'noReference', values: [2, 'some words'] }],
    ['[gone] A title', { name: 'referenceNotThere', values: [1, 'gone'] }],
    [
      '\n\n@article{key1,\n title = {A {b},\n year = 2020\n}\n',
      { name: 'bibtexUnreadable', values: [3, 'key1', 'notClosed'] },
    ],
    ['@article{key1, title = "A', { name: 'bibtexUnreadable', values: [1, 'key1', 'notClosed'] }],
    ['@article{key1,\n title {A}\n}', { name: 'bibtexUnreadable', values: [1, 'key1', 'noValue'] }],
    ['@article{key1}', { name: 'bibtexUnreadable', values: [1, 'key1', 'noFields'] }],
    ['@article{key1, year = 2020}', { name: 'referenceUnnamed', values: [1, 'key1'] }],
    ['TY  - JOUR\nPY  - 2020\nER  - ', { name: 'referenceUnnamed', values: [1, ''] }],
    [
      Array.from({ length: 21 }, (_, i) => `10.1000/${i}x`).join('\n'),
      { name: 'tooManyReferences', values: [20] },
    ],
    ['x'.repeat(70_000), { name: 'referencesTooLong', values: [65_536] }],
  ])('is named with its line: %j', (text, problem) => {
    expect(read(text).problems).toEqual([problem])
  })

  it('leaves the entries around it as they are', () => {
    const text = `${BIBTEX[0]}\n@article{broken, title = {A\n${BIBTEX[1]}`
    const { references, problems } = read(text)
    expect(references).toEqual([only(BIBTEX[0] ?? ''), only(BIBTEX[1] ?? '')])
    expect(problems).toEqual([{ name: 'bibtexUnreadable', values: [11, 'broken', 'notClosed'] }])
  })
})

describe('LaTeX', () => {
  it.each([
    [String.raw`{\AA}ngstr\"om`, 'Ångström'],
    [String.raw`na\"{\i}ve \'{\i} \v cas`, 'naïve í čas'],
    [String.raw`a~b\,c \textit{d}\/ \%\&\_\#\{\}\$`, 'a b c d %&_#{}$'],
    ["$\\alpha$--$\\beta_1$ --- ``x''", 'α–β1 — “x”'],
    ['\\unknowncommand{kept} \\~{} \\', 'kept'],
  ])('%s', (written, printed) => {
    expect(latexText(written)).toBe(printed)
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '@article{k,',
      '@string{a = a # a}',
      '@',
      '{',
      '}',
      '"',
      '\n',
      '\\',
      '\\"',
      '$',
      ' # ',
      ' = ',
      ',',
      'TY  - JOUR\n',
    ),
    fc.constantFrom(
      'ER  - \n',
      'AU  - A, B\n',
      'author = {',
      ' and ',
      '~',
      'title={',
      '[a]',
      '10.1/x\n',
      'arXiv:',
      '\u0000',
    ),
  )

  it('is read to its end, into references that have the shape', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { references } = read(pieces.join(''))
        for (const reference of references) expect(reference.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })

  it.each([
    ...[
      '@a{',
      '@a{k,x={',
      '@a{k,x=1} ',
      '{',
      '}',
      '\\',
      ' ',
      '\n',
      '@',
      '@a ',
      'a # ',
      '"',
      '\n@a{k,x="',
      'TY  - JOUR\n',
    ],
    ...[
      '@string{a = a # a # a}\n',
      '\n@a{k, title = a # a # a # a # a # a}',
      '@comment{',
      ' and ',
      '\\"{',
      '$',
      '[a',
      ',',
      '~',
    ],
    ...[
      '@a{k,title={x},author={',
      '@a{k,title={x},author={A and B and ',
      'AU  - A\n',
      'TY  - JOUR\nTI  - x\n',
      '@a{k,title={x}}\n',
    ],
    ...[
      '@a{k,doi={  } }',
      '@a{k,title={x}, note={access',
      '@a{k,url={}}}}',
      '@a{k,author={{{{',
      'arxiv:',
      '@a\n',
      '\n@a{',
    ],
  ])('of half a megabyte takes no long time: %j', (piece) => {
    const text = `@string{a = "${'b'.repeat(300)}"}\n${piece.repeat(Math.ceil(500_000 / piece.length))}`
    const start = performance.now()
    readReferences(text, [])
    readReferences(`@a{k,title={x},author={${text}}}`, [])
    expect(performance.now() - start).toBeLessThan(5000)
  }, 20_000)
})
