// What the bench asks: every row of the table of costs, and what is written.

import { randomUUID } from 'node:crypto'
import { type Keys, signedHeaders } from '../../bot/cli/keys.ts'
import { slashCommand } from '../discord/protocol/interactions.ts'
import { MAINTAINER } from '../discord/protocol/people.ts'
import { COSTS } from '../scale/cost-rows.ts'
import type { Outgoing } from './load.ts'

export interface Case {
  readonly name: string
  readonly make: () => Promise<Outgoing>
}

/** Each request comes from a network of its own, since one may send only so many. */
let callers = 0
const nextAddress = () => {
  callers += 1
  return `198.${18 + ((callers >> 16) & 1)}.${(callers >> 8) & 255}.${callers & 255}`
}

const interaction = (keys: Keys, body: object): Outgoing => {
  const text = JSON.stringify(body)
  const headers = signedHeaders((signed) => keys.sign(signed), text)
  return { method: 'POST', path: '/interactions', headers, body: text }
}

const read = (path: string): Outgoing => ({
  ...{ method: 'GET', path },
  headers: { Accept: '*/*', 'CF-Connecting-IP': nextAddress() },
})

const post = (path: string, body: object, more: Readonly<Record<string, string>> = {}): Outgoing => ({
  ...{ method: 'POST', path, body: JSON.stringify(body) },
  headers: {
    'Content-Type': 'application/json',
    'CF-Connecting-IP': nextAddress(),
    'Idempotency-Key': randomUUID(),
    ...more,
  },
})

export const commandCase = (keys: Keys, path: string): Case => ({
  name: `/${path}`,
  make: async () => interaction(keys, slashCommand(path)),
})

export const readingCases = (keys: Keys): readonly Case[] =>
  COSTS.flatMap(({ name, request }): Case[] => {
    if ('path' in request) return [{ name: `GET ${request.path}`, make: async () => read(request.path) }]
    const repeated = { name, make: async () => interaction(keys, request.interaction()) }
    const anew = {
      name: `${name}, anew`,
      make: async () => interaction(keys, askedAnew(request.interaction())),
    }
    return ALSO_ANEW.has(name) ? [repeated, anew] : [repeated]
  })

/** What is asked again is answered as before, so these are measured as they are the first time too. */
const ALSO_ANEW: ReadonlySet<string> = new Set([
  '/covid-data ultrasound {}',
  '/covid-data list {}',
  '/covid-data search {"query":"lung ultrasound"}',
  '/covid-data show {"resource":"covid-ct"}',
  '/covid-data compare {"a":"covidx-us","b":"covidx-ct"}',
  '/covid-data help-wanted {}',
  'keystroke "cov"',
  'keystroke "lung"',
])

let times = 0
/** With an option that no answer heeds and no other request has. */
function askedAnew(body: object): object {
  times += 1
  const { data } = body as { data: { options: readonly { options?: readonly object[] }[] } }
  const [subcommand, ...others] = data.options
  const options = [...(subcommand?.options ?? []), { name: 'time', type: 4, value: times }]
  return { ...body, data: { ...data, options: [{ ...subcommand, options }, ...others] } }
}

export interface Writing {
  readonly keys: Keys
  /** A maintainer's. */
  readonly token: string
  /** Sends a request that is no part of what is measured, and returns the answer's JSON. */
  readonly prepare: (outgoing: Outgoing) => Promise<{ readonly id: string }>
}

const MANAGING = { permissions: String(1n << 5n) }
let additions = 0

function addition(): Outgoing {
  additions += 1
  return post('/v1/submissions', {
    kind: 'addition',
    resource: {
      name: `Bench cohort ${additions} ${randomUUID().slice(0, 8)}`,
      url: `https://cohort-${additions}-${randomUUID().slice(0, 8)}.example.net/data`,
      organization: `Hospital ${additions}`,
      availability: { ultrasound: 'yes', ct: 'no' },
    },
  })
}

export function writingCases({ keys, token, prepare }: Writing): readonly Case[] {
  const authorized = { Authorization: `Bearer ${token}` }
  const send = () => prepare(addition())
  const decide = (id: string, decision: object) =>
    post(`/v1/submissions/${id}/decisions`, decision, authorized)
  /** A submission that was decided, and what comes of it. */
  const decided = async (decision: object) => {
    const { id } = await send()
    await prepare(decide(id, decision))
    return id
  }
  const [approve, reject, ask] = [
    { decision: 'approve', version: 1 },
    { decision: 'reject', reason: 'It has no images.' },
    { decision: 'ask', reason: 'Who may have the images?' },
  ]
  return [
    { name: 'POST /v1/submissions', make: async () => addition() },
    {
      name: 'PATCH /v1/submissions/:id',
      async make() {
        const edit = { version: 1, resource: { organization: 'Another hospital' } }
        return { ...post(`/v1/submissions/${(await send()).id}`, edit), method: 'PATCH' }
      },
    },
    {
      name: 'POST /v1/submissions/:id/withdrawal',
      make: async () => post(`/v1/submissions/${(await send()).id}/withdrawal`, {}),
    },
    {
      name: 'POST /v1/submissions/:id/answers',
      make: async () => post(`/v1/submissions/${await decided(ask)}/answers`, { text: 'Everybody.' }),
    },
    {
      name: 'POST /v1/submissions/:id/decisions approve',
      make: async () => decide((await send()).id, approve),
    },
    {
      name: 'POST /v1/submissions/:id/decisions reject',
      make: async () => decide((await send()).id, reject),
    },
    {
      name: 'POST /v1/submissions/:id/decisions ask',
      make: async () => decide((await send()).id, ask),
    },
    {
      name: 'POST /v1/submissions/:id/undo',
      make: async () => post(`/v1/submissions/${await decided(approve)}/undo`, { version: 2 }, authorized),
    },
    {
      name: 'POST /v1/submissions/:id/redactions',
      async make() {
        const redaction = { reason: 'A patient.', versions: 2 }
        return post(`/v1/submissions/${await decided(reject)}/redactions`, redaction, authorized)
      },
    },
    {
      name: '/covid-review queue',
      make: async () => interaction(keys, slashCommand('covid-review queue', {}, { person: MAINTAINER })),
    },
    {
      name: '/covid-watch add, of a watch that is there',
      make: async () => interaction(keys, slashCommand('covid-watch add', { about: 'ultrasound' }, MANAGING)),
    },
  ]
}
