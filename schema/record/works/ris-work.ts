// A record of RIS: a tag at the start of each line, as reference managers and publishers write it.

import { dateIn } from './bibtex-work.ts'
import type { PrintedWork } from './printed-work.ts'
import { risNames } from './written-names.ts'

const TYPES: { readonly [type: string]: PrintedWork['type'] } = {
  ...{ JOUR: 'article-journal', EJOUR: 'article-journal', JFULL: 'article-journal', MGZN: 'article-journal' },
  ...{ CONF: 'paper-conference', CPAPER: 'paper-conference', CHAP: 'chapter', ECHAP: 'chapter' },
  ...{ BOOK: 'book', EBOOK: 'book', EDBOOK: 'book', THES: 'thesis', RPRT: 'report', GOVDOC: 'report' },
  ...{
    DATA: 'dataset',
    DBASE: 'dataset',
    AGGR: 'dataset',
    COMP: 'software',
    ELEC: 'webpage',
    WEB: 'webpage',
  },
}

const LINE = /^([A-Z][A-Z0-9])(?: {1,2}- ?|\s*-\s+|\s*-$)(.*)$/

export const isRisStart = (line: string): boolean => LINE.exec(line)?.[1] === 'TY'
export const isRisEnd = (line: string): boolean => LINE.exec(line)?.[1] === 'ER'

/** The lines of one record. A line without a tag goes on with the one before. */
export function risWork(lines: readonly string[]): PrintedWork {
  const tags: [tag: string, value: string][] = []
  for (const line of lines) {
    const [, tag, value = ''] = LINE.exec(line) ?? []
    const last = tags.at(-1)
    if (tag !== undefined) tags.push([tag, value.trim()])
    else if (last && line.trim() !== '') last[1] += ` ${line.trim()}`
  }
  const all = (...names: string[]) =>
    names.flatMap((name) => tags.flatMap(([tag, value]) => (tag === name && value !== '' ? [value] : [])))
  const first = (...names: string[]) => all(...names)[0]
  const type = TYPES[first('TY') ?? ''] ?? 'article'
  const [start, end] = [first('SP') ?? '', first('EP')]
  const isArxiv = /^arxiv$/i.test(first('DB', 'DP') ?? '') || /^arxiv:/i.test(first('AN') ?? '')
  const number = first('AN')?.replace(/^arxiv:\s*/i, '')
  return {
    type,
    title: first('TI', 'T1', ...(type === 'book' ? ['BT', 'T2'] : ['CT'])),
    author: risNames(all('AU').length > 0 ? all('AU') : all('A1')),
    container: first('T2', 'JF', 'JO', 'BT', 'JA', 'J2'),
    publisher: first('PB'),
    issued: dateIn(first('DA') ?? '') ?? dateIn(/\d{4}.*/.exec(first('PY', 'Y1') ?? '')?.[0] ?? ''),
    accessed: dateIn(first('Y2') ?? ''),
    page: end === undefined || start.includes('-') || start === end ? start : `${start}-${end}`,
    volume: first('VL'),
    issue: first('IS'),
    version: type === 'dataset' || type === 'software' || isArxiv ? first('ET') : undefined,
    doi: first('DO', 'L3') ?? all('M3').find((value) => value.startsWith('10.')),
    url: first('UR'),
    arxiv: isArxiv && /\d{4}\.\d{4,5}|\/\d{7}/.test(number ?? '') ? number : undefined,
  }
}
