import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { messageData } from '../../../bot/cards/kit/message.ts'
import { reviewCard } from '../../../bot/cards/submissions/review-card.ts'
import { writeChosen } from '../../../bot/custom-id.ts'
import { messagesFor } from '../../../bot/languages/index.ts'
import { respond } from '../../../bot/respond.ts'
import type { SubmissionInput } from '../../../schema/record/submission.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { sentMessage } from '../../discord/protocol/messages.ts'
import {
  asUser,
  MAINTAINER,
  newSnowflake,
  type Person,
  REVIEW_CHANNEL_ID,
  VISITOR,
} from '../../discord/protocol/people.ts'
import { clickOn } from '../../playground/chat/clicks.ts'
import { click, interact, readAnswer, visit } from '../../support/discord.ts'
import { requestOf } from '../../support/request-of.ts'
import { addition, SENDER } from '../registry/submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 1000 })
const SECOND: Person = { id: '1170000000000000900', username: 'second', globalName: 'Second' }

beforeAll(async () => {
  await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
  await registry.addMaintainer('console', SECOND.id, SECOND.globalName)
})

const ACTOR = { kind: 'discord', discordId: MAINTAINER.id, name: MAINTAINER.globalName } as const

const sent = async (input: SubmissionInput) =>
  (await registry.submit(SENDER, input, { door: 'discord' })).submission.reference

describe('/covid-review queue', () => {
  it('lists what waits, and opens one', async () => {
    const submission = await sent(addition('Queued'))
    const mai = visit(MAINTAINER)
    const queue = await mai.say('covid-review queue')
    expect(queue.ephemeral).toBe(true)
    expect(queue.text).toContain(`**${submission}** Addition · Queued · sent <t:`)
    const card = await mai.press('Open one', [submission])
    expect(card.ephemeral).toBe(true)
    expect(card.text).toContain(`## ${submission} · Addition · waits for a maintainer`)
  })

  it('approves several after a question, without those that need a closer look, and undoes them all', async () => {
    await env.DB.prepare("update submissions set state = 'withdrawn' where state = 'pending'").run()
    const sender = { kind: 'discord', discordId: '1170000000000000902', name: 'Third' } as const
    const by = async (input: SubmissionInput) =>
      (await registry.submit(sender, input, { door: 'discord' })).submission.reference
    const one = await by(addition('Quokka', { url: 'https://zenodo.org/records/8800001' }))
    const two = await by(addition('Narwhal', { url: 'https://zenodo.org/records/8800002' }))
    const odd = await by(addition('Buy cheap masks', { url: 'https://cheap-masks.shop' }))
    const { version: baseVersion } = (await registry.resolveResource('radiopaedia')).resource
    const removal = await by({ kind: 'removal', slug: 'radiopaedia', baseVersion, reason: 'Gone.' })
    const chosen = [one, two, odd, removal].map((reference) => writeChosen({ reference, version: 1 }))
    const states = async () =>
      Promise.all(
        [one, two, odd, removal].map(
          async (key) => (await registry.reviewSubmission(ACTOR, key)).submission.state,
        ),
      )
    const mai = visit(MAINTAINER)
    const listed = await mai.say('covid-review queue')
    expect(listed.text).toContain('-# ⚠ new host: cheap-masks.shop')
    expect(listed.text).toContain('· radiopaedia.org (removal) ·')
    const question = await mai.press('Approve several', chosen)
    expect(question.type).toBe(7)
    expect(question.text).toContain(`## Approve 2?\n**${one}** Quokka · zenodo.org\n**${two}** Narwhal`)
    expect(question.text).toContain(`**${odd}** Buy cheap masks: new host: cheap-masks.shop`)
    expect(question.text).toContain('radiopaedia.org (removal): removals are approved separately')
    expect(await states()).toEqual(['pending', 'pending', 'pending', 'pending'])
    const approved = await mai.press('Approve 2')
    expect(approved.text).toBe(`## 2 approved\n**${one}** Quokka\n**${two}** Narwhal`)
    expect(await states()).toEqual(['approved', 'approved', 'pending', 'pending'])
    const undone = await mai.press('Undo all 2')
    expect(undone.text).toContain('## 2 undone, waiting again')
    expect(await states()).toEqual(['pending', 'pending', 'pending', 'pending'])
    await mai.press('Back to the queue')
    await mai.press('Approve several', [writeChosen({ reference: removal, version: 1 })])
    expect((await mai.press('Approve one removal')).text).toContain('## 1 approved')
  })

  it('approves once, and says so each time, where the button comes twice', async () => {
    const sender = { kind: 'discord', discordId: '1170000000000000901', name: 'Other' } as const
    const { reference: submission } = (await registry.submit(sender, addition('Twice'), { door: 'discord' }))
      .submission
    const actor = { kind: 'discord', discordId: MAINTAINER.id, name: MAINTAINER.globalName } as const
    const card = messageData(
      reviewCard(messagesFor('en'), await registry.reviewSubmission(actor, submission)),
    )
    const message = sentMessage(card, REVIEW_CHANNEL_ID, newSnowflake())
    const click = clickOn(message, 'Approve', { person: MAINTAINER })
    const answers = [readAnswer(await interact(click)), readAnswer(await interact(click))]
    expect(answers[0]?.text).toContain(`## ${submission} · Addition · approved`)
    expect(answers[1]?.text).toBe(answers[0]?.text)
  })

  it('is for maintainers alone', async () => {
    const submission = await sent(addition('Hidden'))
    for (const [path, options] of [
      ['covid-review queue', {}],
      ['covid-review show', { submission }],
      ['covid-review approve', { submission }],
      ['covid-review reject', { submission, reason: 'No.' }],
      ['covid-review ask', { submission, reason: 'Why?' }],
    ] as const) {
      const answer = await visit(VISITOR).say(path, options)
      expect(answer.ephemeral).toBe(true)
      expect(answer.text).toBe('Only maintainers of the registry can do this.')
      const german = await visit(VISITOR, undefined, { locale: 'de' }).say(path, options)
      expect(german.text).toBe('Das kann nur, wer das Register pflegt.')
    }
  })
})

describe('a review card', () => {
  it('has buttons for maintainers alone, also where somebody has an old one', async () => {
    const submission = await sent(addition('Kept card'))
    const { ids } = await visit(MAINTAINER).say('covid-review show', { submission })
    expect(Object.keys(ids)).toEqual(['Approve', 'Edit', 'Ask', 'Reject'])
    for (const id of Object.values(ids))
      expect((await click(id, { person: VISITOR, askedBy: MAINTAINER })).text).toBe(
        'Only maintainers of the registry can do this.',
      )
  })

  it('says all that deciding takes', async () => {
    const submission = await sent({
      ...addition('POCUS ultrasound dataset', { notes: 'CC BY 4.0', availability: { ultrasound: 'yes' } }),
      reason: 'It is missing.',
      evidence: [{ field: 'availability.ultrasound', source: 'README', asOf: '2026-11-01' }],
    })
    const { text, links, ids } = await visit(MAINTAINER).say('covid-review show', { submission })
    for (const part of [
      '**Address** https\\://data.org/pocus-ultrasound-dataset',
      'has Ultrasound · unknown CT, X-ray, MRI, Metadata, Case review',
      '**Notes** CC BY 4.0',
      '**Why** It is missing.',
      '**Source** of Ultrasound: README, 1 November 2026',
      '**Looks like** COVID-19 Pocus Ultrasound Dataset (covid-19-pocus-ultrasound)',
      'From Sender (<@111111111111111111>) · 0 approved, 0 rejected before · sent <t:',
    ])
      expect(text).toContain(part)
    expect(Object.keys(ids)).toEqual(['Approve', 'Edit', 'Ask', 'Reject'])
    expect(links['Open data.org']).toBe('https://data.org/pocus-ultrasound-dataset')
  })

  it('of a correction shows only what changes', async () => {
    const submission = await sent({
      kind: 'correction',
      slug: 'covid-ct',
      baseVersion: 1,
      changes: { organization: 'UC San Diego', availability: { mrt: 'unknown' } },
      reason: 'Their own name.',
    })
    const { text } = await visit(MAINTAINER).say('covid-review show', { submission })
    expect(text).toContain('**Organisation** ~~University of California San Diego~~ → **UC San Diego**')
    expect(text).toContain('**MRI** ~~no~~ → **unknown**')
    expect(text).not.toContain('**Name**')
  })

  it('of a confirmation shows the record that is to be confirmed, and the queue shows it in short', async () => {
    const given = { license: 'CC-BY-4.0', access: 'open', availability: { ultrasound: 'yes' } } as const
    const added = await sent({
      ...addition('Still the same', { ...given, cautions: ['Faces are in it.'] }),
      evidence: [{ field: 'license', value: 'CC-BY-4.0', source: 'https://still.org/licence' }],
    })
    const { slug = '' } = await registry.decideSubmission(ACTOR, added, { decision: 'approve', version: 1 })
    const submission = await sent({ kind: 'confirmation', slug, baseVersion: 1 })
    const mai = visit(MAINTAINER)
    expect((await mai.say('covid-review queue')).text).toMatch(
      new RegExp(`\\*\\*${submission}\\*\\* Confirmation · .* · ✅ commercial use · .* · has Ultrasound`),
    )
    const shown = (await visit(VISITOR).say('covid-data show', { resource: slug })).text
    const { text } = await mai.say('covid-review show', { submission })
    const facts = shown.split('\n').filter((line) => /^(?:\*\*|⚠️|¹)/.test(line))
    expect(facts.length).toBeGreaterThan(5)
    for (const fact of facts) expect(text).toContain(fact)
  })

  it('approves by its button, says who and when, and takes it back', async () => {
    const submission = await sent(addition('By button'))
    const mai = visit(MAINTAINER)
    await mai.say('covid-review show', { submission })
    const approved = await mai.press('Approve')
    expect(approved.type).toBe(7)
    expect(approved.text).toContain(`## ${submission} · Addition · approved`)
    expect(approved.text).toContain(`**${MAINTAINER.globalName}** approved this on <t:`)
    expect((await registry.resolveResource('by-button')).resource.status).toBe('unknown')
    const undone = await mai.press('Undo')
    expect(undone.text).toContain('waits for a maintainer')
    expect((await registry.resolveResource('by-button')).resource.status).toBe('removed')
  })

  it('rejects with a usual reason, with words of one’s own, or both, but with none not', async () => {
    const submission = await sent(addition('To reject'))
    const mai = visit(MAINTAINER)
    await mai.say('covid-review show', { submission })
    await mai.press('Reject')
    expect((await mai.fill({})).text).toContain('Write a reason for a rejection, or the text of a question.')
    await mai.say('covid-review show', { submission })
    await mai.press('Reject')
    const rejected = await mai.fill({
      usual: ['Not about COVID-19 imaging.'],
      reason: 'It is about influenza.',
    })
    expect(rejected.text).toContain('rejected this on <t:')
    expect(rejected.text).toContain('Not about COVID-19 imaging. It is about influenza.')
  })

  it('asks, and the answer is on it', async () => {
    const submission = await sent(addition('To ask about'))
    const mai = visit(MAINTAINER)
    await mai.say('covid-review show', { submission })
    await mai.press('Ask')
    expect((await mai.fill({ reason: 'Which licence?' })).text).toContain('**Question** Which licence?')
    const sender = visit({ id: '111111111111111111', username: 'sender', globalName: 'Sender' })
    const mine = await sender.say('covid-data my-submissions')
    expect(mine.text).toContain('Question for you')
    await sender.press('Answer')
    expect((await sender.fill({ text: 'CC BY 4.0' })).text).toContain('**Answer** CC BY 4.0')
    expect((await mai.say('covid-review show', { submission })).text).toContain('**Answer** CC BY 4.0')
  })

  it('edits, on record', async () => {
    const submission = await sent(addition('To edit'))
    const mai = visit(MAINTAINER)
    await mai.say('covid-review show', { submission })
    await mai.press('Edit')
    const edited = await mai.fill({ name: 'Edited', url: 'https://data.org/edited' })
    expect(edited.text).toContain('**Name** Edited')
    await mai.press('Approve')
    expect((await registry.resolveResource('https://data.org/edited')).resource.name).toBe('Edited')
  })

  it('drawn from an older version is refused with a fresh one', async () => {
    const submission = await sent(addition('Moving on'))
    const mai = visit(MAINTAINER)
    const second = visit(SECOND)
    await mai.say('covid-review show', { submission })
    await second.say('covid-review show', { submission })
    await second.press('Edit')
    await second.fill({ name: 'Moved on' })
    const stale = await mai.press('Approve')
    expect(stale.text).toContain('> This submission has changed since you looked at it.')
    expect(stale.text).toContain('**Name** Moved on')
    expect((await mai.press('Approve')).text).toContain('· approved')
  })

  it('is shown before a typed command decides, and its button decides on what it showed', async () => {
    const submission = await sent(addition('Good data'))
    const mai = visit(MAINTAINER)
    const reason = '1. Not *public*: see https://data.org & @everyone.'
    const shown = await mai.say('covid-review reject', { submission, reason })
    expect(shown.text).toContain('**Name** Good data')
    expect(shown.text).toContain('Nothing is decided yet')
    const second = visit(SECOND)
    await second.say('covid-review approve', { submission })
    expect((await registry.reviewSubmission(ACTOR, submission)).submission.state).toBe('pending')
    await registry.editSubmission(SENDER, submission, { version: 1, resource: { name: 'Buy pills' } })
    const stale = await second.press('Approve')
    expect(stale.text).toContain('> This submission has changed since you looked at it.')
    expect(stale.text).toContain('**Name** Buy pills')
    expect((await mai.press('Reject for this reason')).text).toContain('> This submission has changed')
    await mai.say('covid-review reject', { submission, reason })
    expect((await mai.press('Reject for this reason')).text).toContain('rejected this on <t:')
    expect((await registry.reviewSubmission(ACTOR, submission)).submission.decision).toMatchObject({ reason })
  })

  it('asks what was typed, once', async () => {
    const submission = await sent(addition('Typed question'))
    const mai = visit(MAINTAINER)
    await mai.say('covid-review ask', { submission, reason: 'Which licence?' })
    expect((await mai.press('Ask this')).text).toContain('**Question** Which licence?')
  })

  it('tells whoever is too late who decided, and when', async () => {
    const submission = await sent(addition('Too late'))
    const [mai, second] = [visit(MAINTAINER), visit(SECOND)]
    const german = visit(SECOND, undefined, { locale: 'de' })
    await mai.say('covid-review show', { submission })
    await second.say('covid-review show', { submission })
    await mai.press('Approve')
    const answer = await german.say('covid-review approve', { submission })
    expect(answer.text).toContain(`Von **${MAINTAINER.globalName}** angenommen am`)
    expect(Object.keys(answer.ids)).not.toContain('Annehmen')
    await second.press('Reject')
    const late = await second.fill({ reason: 'No.' })
    expect(late.text).toMatch(new RegExp(`^> ${MAINTAINER.globalName} already approved this, on `))
  })

  it('of a record that has moved on shows it afresh, and can be approved then', async () => {
    const correction = (name: string): SubmissionInput => ({
      kind: 'correction',
      slug: 'eurorad',
      baseVersion: 1,
      changes: { name },
      reason: 'Because.',
    })
    const [first, submission] = [await sent(correction('Eurorad')), await sent(correction('EURORAD'))]
    const mai = visit(MAINTAINER)
    const [other, second] = [visit(SECOND), visit(MAINTAINER)]
    await mai.say('covid-review show', { submission })
    await second.say('covid-review show', { submission: first })
    await second.press('Approve')
    const late = await mai.press('Approve')
    expect(late.text).toContain(
      '> The record has changed: it is at version 2, and this was based on version 1.',
    )
    expect(late.text).toContain('**Name** ~~Eurorad~~ → **EURORAD**')
    expect((await other.say('covid-review approve', { submission })).text).toContain(
      '**Name** ~~Eurorad~~ → **EURORAD**',
    )
    expect((await mai.press('Approve')).text).toContain('· approved')
  })

  it('marks one’s own, which another maintainer decides on, and goes on to the next', async () => {
    const own = { kind: 'discord', discordId: MAINTAINER.id, name: MAINTAINER.globalName } as const
    const { submission } = await registry.submit(own, addition('My own'), { door: 'discord' })
    const mai = visit(MAINTAINER)
    expect((await mai.say('covid-review show', { submission: submission.reference })).text).toContain(
      'This is your own submission.',
    )
    expect((await mai.press('Approve')).text).toBe(
      'This is your own submission: another maintainer decides on it.',
    )
    const second = visit(SECOND)
    await second.say('covid-review show', { submission: submission.reference })
    const approved = await second.press('Approve')
    const next = Object.keys(approved.ids).find((label) => label.startsWith('Next ('))
    expect((await second.press(next ?? '')).text).toContain('waits for a maintainer')
  })

  it('is not there for a reference of nothing', async () => {
    expect((await visit(MAINTAINER).say('covid-review show', { submission: 'S-ZZZZZ' })).text).toContain(
      'There is no submission “S-ZZZZZ” that you can see.',
    )
  })
})

describe('/covid-review revert', () => {
  it('undoes a change by its number in the history', async () => {
    const submission = await sent({
      kind: 'correction',
      slug: 'coronacases',
      baseVersion: 1,
      changes: { name: 'Coronacases' },
      reason: 'Because.',
    })
    const mai = visit(MAINTAINER)
    await mai.say('covid-review approve', { submission })
    await mai.press('Approve')
    const history = await mai.say('covid-data changes', { resource: 'coronacases' })
    const change = Number(history.text.match(/v2 corrected · .* · #(\d+)/)?.[1])
    const asked = await mai.say('covid-review revert', { change, reason: 'The *dot* belongs to it.' })
    expect(asked.text).toContain(
      `## Revert change ${change} of Coronacases?\nName ~~Coronacases~~ → **coronacases.org**`,
    )
    expect((await registry.getResource('coronacases')).record.version).toBe(2)
    const reverted = await mai.press('Revert')
    expect(reverted.text).toBe('Reverted. coronacases.org is now at version 3.')
    expect((await registry.listChanges({ slug: 'coronacases', size: 1 })).items).toMatchObject([
      { action: 'reverted', reason: 'The *dot* belongs to it.' },
    ])
    expect((await mai.say('covid-review revert', { change, reason: 'Again.' })).text).toBe(
      `Nothing is left to undo of change ${change}.`,
    )
    expect((await visit(VISITOR).say('covid-review revert', { change, reason: 'x' })).text).toContain(
      'Only maintainers',
    )
  })
})

describe('/covid-review block', () => {
  it('says of a sender without an account what it does, and does it', async () => {
    const address = '198.51.100.120'
    const send = (name: string) =>
      registry.submit({ kind: 'anonymous', address }, addition(name), { door: 'http' })
    const { reference } = (await send('By nobody known')).submission
    const answer = await visit(MAINTAINER).say('covid-review block', { submission: reference })
    expect(answer.text).toContain('their network until the end of the day after the submission (UTC)')
    await expect(send('By the same')).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('keeps someone from sending more, until it is lifted', async () => {
    const submission = await sent(addition('By a pest'))
    const mai = visit(MAINTAINER)
    await mai.say('covid-review block', { submission, reason: 'Spam.' })
    await expect(sent(addition('More of it'))).rejects.toMatchObject({ code: 'forbidden' })
    expect((await mai.say('covid-review show', { submission })).text).toContain('· blocked ·')
    await mai.say('covid-review block', { submission, lift: true })
    await sent(addition('More of it'))
  })
})

describe('/covid-review maintainers', () => {
  const about = (action: string, user?: Person) => {
    const asked = slashCommand(
      'covid-review maintainers',
      { action, ...(user && { user: user.id }) },
      { person: MAINTAINER },
    )
    const resolved = user && { users: { [user.id]: asUser(user) } }
    return interact({ ...asked, data: { ...asked.data, ...(resolved && { resolved }) } }).then(readAnswer)
  }

  it('lists, adds and removes, and shows no token', async () => {
    const third: Person = { id: '1170000000000000901', username: 'third', globalName: 'Third' }
    const added = await about('add', third)
    expect(added.ephemeral).toBe(true)
    expect(added.text).toContain('**Third** is now a maintainer.')
    expect(added.text).not.toMatch(/crm-\d/)
    expect((await visit(third).say('covid-review queue')).text).toContain('wait for a decision')
    expect((await about('list')).text).toMatch(/Third, since \d+ \w+ \d{4}/)
    const proposed = await about('remove', third)
    expect(proposed.text).toContain('Nothing has happened yet. Another maintainer must confirm this.')
    expect(proposed.text).toContain('**Remove Third?** Proposed by ')
    expect(proposed.ids).not.toHaveProperty('Confirm')
    expect((await visit(third).say('covid-review queue')).text).toContain('wait for a decision')
    const second = visit(SECOND)
    await second.say('covid-review maintainers', { action: 'list' })
    expect((await second.press('Confirm')).text).toBe('Confirmed and done: **Remove Third**.')
    expect((await visit(third).say('covid-review queue')).text).toContain('Only maintainers')
    expect((await about('add')).text).toContain('A Discord user id is 15 to 20 digits')
  })
})

describe('what was not delivered', () => {
  it('stands in the queue, and is tried again', async () => {
    await sent(addition('Undelivered'))
    await env.DB.prepare(
      "update deliveries set state = 'dead', last_error = '50001: Missing Access', ended_at = created_at where id = (select max(id) from deliveries where kind = 'review')",
    ).run()
    const mai = visit(MAINTAINER)
    expect((await mai.say('covid-review queue')).text).toContain(
      '**Not delivered** (review, 0 tries): 50001: Missing Access',
    )
    expect((await mai.press('Try again')).text).toBe('The message will be sent again.')
    expect(
      await registry.listDead({ kind: 'discord', discordId: MAINTAINER.id, name: '' }, { size: 5 }),
    ).toEqual({ items: [] })
  })
})

it('a review card stays in the language in which it was posted, whatever the server and the maintainer speak', async () => {
  const german = messagesFor('de')
  const key = await sent(addition('Stays German'))
  const actor = { kind: 'discord', discordId: MAINTAINER.id, name: MAINTAINER.globalName } as const
  const posted = messageData(reviewCard(german, await registry.reviewSubmission(actor, key)))
  const message = sentMessage(posted, REVIEW_CHANNEL_ID, newSnowflake())
  const click = clickOn(message, german.review.approve, { person: MAINTAINER })
  const answer = await respond(requestOf(click), {
    registry,
    postedMessages: () => german,
    requestId: 'r1',
    lookUp: () => Promise.reject(new Error('Nothing is looked up.')),
    readFile: () => Promise.reject(new Error('Nothing is uploaded.')),
    onFault(fault) {
      throw fault
    },
  })
  expect(answer.type).toBe(7)
  expect(readAnswer(answer).text).toContain(german.submission.states.approved)
})
