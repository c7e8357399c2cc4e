// What is typed, in the order in which it makes a story: each command at least once.

import type { ComponentState } from '../../../bot/custom-id.ts'
import type { Values } from '../../discord/protocol/interactions.ts'
import type { Answers } from '../../discord/protocol/modal-answers.ts'
import { MAINTAINER, SECOND_VISITOR } from '../../discord/protocol/people.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'

export interface Step extends Scene {
  readonly path: string
  /** Of the reference of the latest submission, where that is needed. */
  readonly values?: Values | ((reference: string) => Values)
  /** What alone is clicked on the answer, where it is not whatever was not clicked yet. */
  readonly clicks?: readonly string[]
  /** What is typed into the fields of the form that opens, where that is not anything. */
  readonly typed?: Answers
}

const MANAGING = { permissions: String(1n << 5n) }
const as = { person: MAINTAINER }

export const STEPS: readonly Step[] = [
  { path: 'covid-data ct' },
  { path: 'covid-data ct', values: { access: 'open', license: 'CC-BY-4.0' } },
  { path: 'covid-data ct', values: { license: 'not a licence' }, locale: 'de' },
  { path: 'covid-data x-ray', values: { also: 'metadata' } },
  { path: 'covid-data mrt', values: { unknown: 'unknown' } },
  { path: 'covid-data mri', place: 'direct' },
  { path: 'covid-data ultrasound', values: { private: true } },
  { path: 'covid-data metadata', values: { access: 'open' } },
  { path: 'covid-data case-review', locale: 'de', serverLocale: 'de' },
  { path: 'covid-data list' },
  { path: 'covid-data search', values: { query: 'covid' } },
  { path: 'covid-data search', values: { query: `covid ${'data '.repeat(20)}` } },
  { path: 'covid-data search', values: { query: 'covid', use: 'commercial' } },
  { path: 'covid-data show', values: { resource: 'covid-ct' } },
  { path: 'covid-data show', values: { resource: 'none such at all' } },
  { path: 'covid-data compare', values: { a: 'covid-ct', b: 'cord-19' } },
  { path: 'covid-data cite', values: { resource: 'cord-19', style: 'ris' } },
  { path: 'covid-data cite' },
  { path: 'covid-data changes', values: { resource: 'covid-ct' } },
  { path: 'covid-data changes' },
  { path: 'covid-data help-wanted' },
  { path: 'covid-data about' },
  { path: 'covid-data help', place: 'direct', locale: 'de' },
  { path: 'covid-data forget-me' },
  { path: 'covid-data report', values: { resource: 'covid-ct' } },
  { path: 'covid-data submit', clicks: ['lacks', 'references', 'redo', 'discard'] },
  {
    path: 'covid-data submit',
    values: { link: 'https://github.com/lung-lab/covid-xray-masks' },
    typed: { url: 'https://github.com/lung-lab/covid-xray-masks' },
    person: SECOND_VISITOR,
    clicks: ['unfound', 'discard'],
  },
  { path: 'covid-data submit', clicks: ['send'] },
  {
    path: 'covid-review ask',
    values: (submission) => ({ submission, reason: 'Which licence?' }),
    clicks: ['decide'],
    ...as,
  },
  { path: 'covid-data my-submissions' },
  { path: 'covid-data submit', person: SECOND_VISITOR, clicks: ['send'] },
  { path: 'covid-review queue', ...as },
  { path: 'covid-review queue' },
  { path: 'covid-data submit', person: SECOND_VISITOR, clicks: ['send'] },
  { path: 'covid-review show', values: (submission) => ({ submission }), ...as },
  { path: 'covid-review approve', values: (submission) => ({ submission }), ...as },
  { path: 'covid-review reject', values: (submission) => ({ submission, reason: 'No data' }), ...as },
  { path: 'covid-data submit', person: SECOND_VISITOR, clicks: ['send'] },
  {
    path: 'covid-review reject',
    values: (submission) => ({ submission, reason: 'No data' }),
    clicks: ['decide'],
    ...as,
  },
  { path: 'covid-data my-submissions', person: SECOND_VISITOR, clicks: ['again'] },
  { path: 'covid-data report', person: SECOND_VISITOR, values: { resource: 'covid-ct' }, clicks: ['report'] },
  {
    path: 'covid-review reject',
    values: (submission) => ({ submission, reason: 'No data' }),
    clicks: ['decide'],
    ...as,
  },
  { path: 'covid-data my-submissions', person: SECOND_VISITOR, clicks: ['again'] },
  { path: 'covid-review block', values: (submission) => ({ submission, reason: 'Spam' }), ...as },
  { path: 'covid-review block', values: (submission) => ({ submission, lift: true }), ...as },
  { path: 'covid-review revert', values: { change: 1, reason: 'A mistake' }, clicks: ['revert'], ...as },
  { path: 'covid-review settle', values: { resource: 'cord-19' }, ...as },
  { path: 'covid-review candidates', ...as },
  { path: 'covid-review redact', values: { resource: 'covid-ct' }, ...as },
  { path: 'covid-review redact', ...as },
  { path: 'covid-data submit', person: SECOND_VISITOR, clicks: ['send'] },
  {
    path: 'covid-review reject',
    values: (submission) => ({ submission, reason: 'No data' }),
    clicks: ['decide'],
    ...as,
  },
  { path: 'covid-review redact', values: (submission) => ({ submission }), clicks: ['redact'], ...as },
  { path: 'covid-review maintainers', values: { action: 'list' }, ...as },
  { path: 'covid-review release', values: { version: '9.0', note: 'A test' }, ...as },
  { path: 'covid-watch add', values: { about: 'ultrasound' }, ...MANAGING },
  { path: 'covid-watch add', values: { about: 'everything' } },
  { path: 'covid-watch list', ...MANAGING },
  { path: 'covid-data forget-me', person: SECOND_VISITOR, clicks: ['forgetMe'] },
  { path: 'covid-watch remove', values: { about: 'ultrasound' }, ...MANAGING },
]

/** Buttons that no answer above has: what needs a page, or a message that did not reach Discord. */
export const ELSEWHERE: readonly ComponentState[] = [
  { action: 'cited', style: 'bibtex', skip: 1, slug: 'covid-19-pocus-ultrasound' },
  {
    action: 'filtered',
    dataTypes: ['ct'],
    shown: 'both',
    access: 'open',
    license: '-',
    from: undefined,
    page: 1,
  },
  { action: 'wrong', slug: 'covid-ct', version: 1 },
  { action: 'claims', slug: 'covid-ct', version: 1 },
  { action: 'retry', delivery: 1 },
  { action: 'confirm', proposal: 1 },
  { action: 'approveMany', chosen: [{ reference: 'S-00000', version: 1 }], done: [] },
  { action: 'undoMany', chosen: [{ reference: 'S-00000', version: 1 }] },
]
