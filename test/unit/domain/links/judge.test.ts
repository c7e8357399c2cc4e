import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../../../schema/record/sites/link.ts'
import { judge, nextLook } from '../../../../worker/domain/links/judge.ts'
import { type Look, unanswered } from '../../../../worker/domain/links/look.ts'

const UNCHECKED: LinkState = {
  ...{ verdict: 'unchecked', since: null, finalUrl: null, failures: 0, failedOn: null },
  ...{ movedOn: null, identity: null, finding: null, saying: null },
}
const alive: Look = {
  ...{ verdict: 'alive', finalUrl: 'https://a.example/', isPermanent: true, saying: 'answers 200' },
  ...{ identity: { title: 'A', name: '', doi: '' }, waitSeconds: 0 },
}
const moved = (finalUrl: string, isPermanent = true): Look => ({
  ...alive,
  ...{ verdict: 'moved', finalUrl, isPermanent, saying: `leads to ${finalUrl}` },
})
const failure = unanswered('does not answer')
const blocked: Look = { ...alive, verdict: 'blocked', identity: null, saying: 'answers 403' }

/** Looks by day and hour: "1T08" is the first of December at eight. */
const judged = (...looks: readonly (readonly [when: string, look: Look])[]) =>
  looks.reduce(
    (state, [when, look]) => judge(state, look, new Date(`2026-12-0${when}:00:00.000Z`)),
    UNCHECKED,
  )

describe('an address that does not answer', () => {
  it('is unreachable on the first and second day, and dead on the third', () => {
    expect(judged(['1T08', failure])).toMatchObject({ verdict: 'unreachable', finding: null })
    expect(judged(['1T08', failure], ['2T08', failure]).verdict).toBe('unreachable')
    expect(judged(['1T08', failure], ['2T08', failure], ['3T08', failure])).toMatchObject({
      ...{ verdict: 'dead', finding: 'dead', failures: 3, since: '2026-12-03T08:00:00.000Z' },
    })
  })

  it('fails once a day, however often it is looked at', () => {
    const day = ['00', '06', '12', '18', '23'].map((hour) => [`1T${hour}`, failure] as const)
    expect(judged(...day)).toMatchObject({ verdict: 'unreachable', failures: 1 })
  })

  it.each([
    ['answers', alive],
    ['turns programs away', blocked],
    ['leads elsewhere', moved('https://b.example/')],
  ])('begins anew where it %s between', (_, between) => {
    expect(judged(['1T08', failure], ['2T08', failure], ['3T08', between], ['4T08', failure])).toMatchObject({
      verdict: 'unreachable',
      failures: 1,
    })
  })

  it('is alive again when it answers, however long it was dead', () => {
    const state = judged(...(['1T08', '2T08', '3T08'] as const).map((day) => [day, failure] as const), [
      '4T08',
      alive,
    ])
    expect(state).toMatchObject({ verdict: 'alive', failures: 0, finding: null })
  })
})

describe('an address that leads elsewhere', () => {
  it('gives reason for a correction when it leads to the same on another day', () => {
    expect(judged(['1T08', moved('https://b.example/')]).finding).toBeNull()
    expect(
      judged(['1T08', moved('https://b.example/')], ['1T20', moved('https://b.example/')]).finding,
    ).toBeNull()
    expect(judged(['1T08', moved('https://b.example/')], ['2T08', moved('https://b.example/')]).finding).toBe(
      'moved',
    )
  })

  it('gives none where it leads to another place each day, or only for now', () => {
    expect(
      judged(['1T08', moved('https://b.example/')], ['2T08', moved('https://c.example/')]).finding,
    ).toBeNull()
    expect(
      judged(['1T08', moved('https://b.example/', false)], ['2T08', moved('https://b.example/', false)]),
    ).toMatchObject({ verdict: 'moved', finding: null })
  })
})

it('keeps since when a verdict holds, and the identity of the first good look', () => {
  const later = { ...alive, identity: { title: 'B', name: '', doi: '' } }
  expect(judged(['1T08', alive], ['2T08', later])).toMatchObject({
    since: '2026-12-01T08:00:00.000Z',
    identity: { title: 'A' },
  })
})

describe('the next look', () => {
  const now = new Date('2026-12-01T00:00:00.000Z')
  it.each([
    [0, '2026-12-01T20:00:00.000Z'],
    [3600, '2026-12-01T20:00:00.000Z'],
    [2 * 86_400, '2026-12-03T00:00:00.000Z'],
    [1e12, '2026-12-08T00:00:00.000Z'],
  ])('after a wish for %d seconds is at %s', (waitSeconds, at) => {
    expect(nextLook({ waitSeconds }, now)).toBe(at)
  })
})
