import { env } from 'cloudflare:workers'
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { encodeCustomId } from '../../../bot/custom-id.ts'
import { english } from '../../../bot/languages/index.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { componentClick, modalSubmit, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { MAINTAINER, type Person } from '../../discord/protocol/people.ts'
import { click, interact, readAnswer, visit } from '../../support/discord.ts'
import { call, read } from '../api/requests.ts'
import { addition, rows } from '../registry/submissions.ts'

const registry = createRegistry(env.DB)

const person = (n: number): Person => ({
  id: `11700000000000001${n}0`,
  username: `person${n}`,
  globalName: `Person ${n}`,
})
const asActor = (who: Person) => ({ kind: 'discord', discordId: who.id, name: who.globalName }) as const

const ATLAS = {
  url: 'https://data.org/atlas',
  name: 'Lung ultrasound atlas',
  organization: 'A hospital',
  has: ['ultrasound', 'metadata'],
  notes: 'CC BY 4.0, 200 videos',
}

describe('/covid-data submit', () => {
  it('opens a form, keeps a draft, shows what will be sent, and sends it', async () => {
    const ada = visit(person(1))
    expect((await ada.say('covid-data submit')).type).toBe(9)
    const draft = await ada.fill(ATLAS)
    expect(draft.ephemeral).toBe(true)
    expect(draft.text.split('\n').slice(0, 5)).toEqual([
      '## Suggest Lung ultrasound atlas',
      '**Address** https\\://data.org/atlas',
      '**Organisation** A hospital',
      'has Ultrasound, Metadata · unknown CT, X-ray, MRI, Case review',
      '**Notes** CC BY 4.0, 200 videos',
    ])
    const lacking = await ada.press('What does it not include? Everything else stays unknown', ['ct', 'mrt'])
    expect(lacking.text).toContain('has Ultrasound, Metadata · lacks CT, MRI · unknown X-ray, Case review')
    const receipt = await ada.press('Send')
    expect(receipt.text).toMatch(
      /^## S-[0-9A-Z]{5}: Waiting for a maintainer\nAddition · \*\*Lung ultrasound atlas\*\*/,
    )
    expect(await rows('select count(*) as n from drafts')).toEqual([{ n: 0 }])
    const [own] = await registry.listOwnSubmissions(asActor(person(1)), 1)
    expect(own?.resource?.availability).toEqual({
      ct: 'no',
      xray: 'unknown',
      mrt: 'no',
      ultrasound: 'yes',
      metadata: 'yes',
      caseReview: 'unknown',
    })
  })

  it('is German from the form to the card for who uses Discord in German', async () => {
    const greta = visit(person(11), undefined, { locale: 'de' })
    expect((await greta.say('covid-data submit')).text).toBe('Einen Datensatz vorschlagen')
    const wrong = await greta.fill({
      ...ATLAS,
      url: 'https://data.org/atlas9',
      name: 'Lunge',
      organization: ' ',
    })
    expect(wrong.text).toContain('**So lässt sich das noch nicht abschicken.**')
    await greta.press('Bearbeiten')
    const draft = await greta.fill({ organization: 'Eine Klinik' })
    expect(draft.text.split('\n').slice(0, 4)).toEqual([
      '## Vorschlag: Lunge',
      '**Adresse** https\\://data.org/atlas9',
      '**Einrichtung** Eine Klinik',
      'hat Ultraschall, Metadaten · unbekannt: CT, Röntgen, MRT, Fallberichte',
    ])
    const lacking = await greta.press('Was enthält er nicht? Alles andere bleibt unbekannt', ['ct'])
    expect(lacking.text).toContain('ohne CT')
    const receipt = await greta.press('Abschicken')
    expect(receipt.text).toMatch(/^## S-[0-9A-Z]{5}: Wartet auf Prüfung\nNeuaufnahme · \*\*Lunge\*\*/)
    expect((await greta.say('covid-data my-submissions')).text).toContain('## Meine Einreichungen')
    expect((await greta.press('Zurückziehen')).text).toContain('Zurückgezogen')
    expect(await rows('select locale from people where discord_id = ?', person(11).id)).toEqual([
      { locale: 'de' },
    ])
  })

  it('keeps no language that has not the form of one', async () => {
    const odd = visit(person(12), undefined, { locale: 'de; and more' })
    await odd.say('covid-data submit')
    expect((await odd.fill({ ...ATLAS, url: 'https://data.org/atlas12' })).text).toContain('## Suggest')
    expect(await rows('select locale from people where discord_id = ?', person(12).id)).toEqual([
      { locale: null },
    ])
  })

  it('loses nothing on a mistake: the card says what is wrong, and the form comes back filled in', async () => {
    const ada = visit(person(2))
    await ada.say('covid-data submit')
    const wrong = await ada.fill({ ...ATLAS, url: 'ftp://data.org/atlas2', name: 'Second atlas' })
    expect(wrong.text).toContain('**This can’t be sent yet.**')
    expect(wrong.ids.Send).toBeUndefined()
    expect((await ada.press('Edit')).type).toBe(9)
    const right = await ada.fill({ url: 'https://data.org/atlas2' })
    expect(right.text).toContain('## Suggest Second atlas')
    expect(right.text).toContain('**Notes** CC BY 4.0, 200 videos')
    expect(right.ids.Send).toBeDefined()
  })

  it.each([
    ['data.org/atlas4', 'https\\://data.org/atlas4'],
    ['<HTTPS://Data.org/a/../atlas5>', 'https\\://data.org/atlas5'],
    ['https://gіthub.com/atlas', 'https\\://xn--gthub-n2e.com/atlas'],
  ])('shows where the address %s leads before it is sent', async (url, shown) => {
    const ada = visit(person(2))
    await ada.say('covid-data submit')
    const { text, ids } = await ada.fill({ ...ATLAS, url, name: 'Fourth atlas' })
    expect(text).toContain(shown)
    expect(ids.Send).toBeDefined()
  })

  it('says all that is wrong to a German in German, and over HTTP in English', async () => {
    const wrong = { name: 'At\u200blas', url: 'ftp://data.org/atlas3', organization: '\u2800' }
    const ada = visit(person(2), undefined, { locale: 'de' })
    await ada.say('covid-data submit')
    const { text } = await ada.fill({ ...ATLAS, ...wrong })
    for (const problem of [
      'Name: Der Text enthält nach „At“ ein unsichtbares Zeichen (U+200B).',
      'Adresse: Eine Adresse beginnt mit https\\:// oder http\\://; auch ein DOI oder eine arXiv-Nummer geht.',
      'Der Text ist leer.',
    ])
      expect(text).toContain(problem)
    const answer = await call('POST /submissions', { json: { kind: 'addition', resource: wrong } })
    expect(answer.status).toBe(422)
    expect(await read(answer)).toMatchObject({
      detail:
        'resource.name: The text has an invisible character (U+200B) after “At”. ' +
        'resource.url: An address begins with https:// or http://, or is a DOI or an arXiv number. ' +
        'resource.organization: The text is empty.',
      problems: [
        { field: 'resource.name', problem: 'The text has an invisible character (U+200B) after “At”.' },
        { field: 'resource.url' },
        { field: 'resource.organization', problem: 'The text is empty.' },
      ],
    })
  })

  it('answers with its card where the link is listed already', async () => {
    const ada = visit(person(3))
    await ada.say('covid-data submit')
    const card = await ada.fill({ ...ATLAS, url: 'http://eurorad.org' })
    expect(card.text).toContain('## [eurorad.org](https://www.eurorad.org/)')
    expect(card.ephemeral).toBe(true)
  })

  it('shows look-alikes before sending', async () => {
    const ada = visit(person(4))
    await ada.say('covid-data submit')
    const draft = await ada.fill({
      ...ATLAS,
      url: 'https://data.org/pocus',
      name: 'Covid 19 POCUS ultrasound data set',
    })
    expect(draft.text).toContain('### Is it one of these?')
    expect(draft.text).toContain('COVID-19 Pocus Ultrasound Dataset: ')
  })

  it('says that the same was rejected before, whichever of its addresses it is suggested by', async () => {
    await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
    const proposal = { doi: '10.1234/draft', otherUrls: ['https://mirror.data.org/draft'] }
    const options = { door: 'discord' } as const
    const input = addition('Rejected draft', proposal)
    const { submission } = await registry.submit(asActor(person(4)), input, options)
    const rejection = { decision: 'reject', reason: 'No images.' } as const
    await registry.decideSubmission(asActor(MAINTAINER), submission.reference, rejection)
    const draftAt = async (url: string) => {
      const ada = visit(person(5))
      await ada.say('covid-data submit')
      return (await ada.fill({ ...ATLAS, url, name: 'Other' })).text
    }
    for (const url of ['https://doi.org/10.1234/DRAFT', 'https://mirror.data.org/draft/'])
      expect(await draftAt(url)).toContain('**Rejected before.**')
  })

  it('sends once, however often Send is pressed', async () => {
    const ada = visit(person(5))
    await ada.say('covid-data submit')
    await ada.fill({ ...ATLAS, url: 'https://data.org/once', name: 'Once' })
    const same = await Promise.all([ada.press('Send'), ada.press('Send'), ada.press('Send')])
    expect(same.filter((answer) => answer.text.includes('Waiting for a maintainer')).length).toBeGreaterThan(
      0,
    )
    expect(
      await rows("select count(*) as n from submissions where content ->> '$.resource.name' = 'Once'"),
    ).toEqual([{ n: 1 }])
  })

  it('says the reference of what was sent on each card of its draft, and loses none of it', async () => {
    const ada = visit(person(5))
    await ada.say('covid-data submit')
    const { ids } = await ada.fill({ ...ATLAS, url: 'https://data.org/screens', name: 'Two screens' })
    const receipt = (await ada.press('Send')).text
    const again = { person: person(5), askedBy: person(5), ephemeral: true }
    for (const values of [undefined, ['ct']])
      for (const id of Object.values(ids)) {
        const answer = await click(id, { ...again, ...(values && { values }) })
        expect(answer.text).toBe(receipt)
      }
    expect(await rows("select id from drafts where content like '%screens%'")).toEqual([])
    expect((await click(ids.Send, { ...again, person: person(6) })).text).toContain('This draft is gone')
  })

  it('keeps one draft of a form that comes twice', async () => {
    const message = postedMessage({ components: [] }, slashCommand('covid-data submit'))
    const form = await interact(slashCommand('covid-data submit', {}, { person: person(8) }))
    if (form.type !== 9) throw new Error('A form was to be expected.')
    const answers = { ...ATLAS, url: 'https://data.org/filled-twice' }
    const sent = modalSubmit(form.data as APIModalInteractionResponseCallbackData, answers, message, {
      person: person(8),
    })
    const cards = [readAnswer(await interact(sent)), readAnswer(await interact(sent))]
    expect(cards[1]).toEqual(cards[0])
    expect(await rows("select count(*) as n from drafts where content like '%filled-twice%'")).toEqual([
      { n: 1 },
    ])
  })

  it('is refused the sixth time in a minute, and the draft stays', async () => {
    const ada = visit({ ...person(1), id: '1170000000000004001' })
    const answers: string[] = []
    // The count begins anew with each minute of the clock, so there may be five of the one before.
    for (let n = 1; n <= 11 && !answers.at(-1)?.includes('Too many at once'); n++) {
      await ada.say('covid-data submit')
      await ada.fill({ ...ATLAS, url: `https://data.org/fast-${n}`, name: `Fast ${n}` })
      answers.push((await ada.press('Send')).text)
    }
    expect(answers.slice(0, 5).every((text) => text.includes('Waiting for a maintainer'))).toBe(true)
    expect(answers.at(-1)).toContain('**This can’t be sent yet.** Too many at once: please wait a minute.')
  })

  it('throws a draft away', async () => {
    const ada = visit(person(6))
    await ada.say('covid-data submit')
    await ada.fill({ ...ATLAS, url: 'https://data.org/away' })
    expect((await ada.press('Discard')).text).toBe('Discarded. Nothing was sent.')
  })

  it('keeps a draft from everyone else, and for a day', async () => {
    const actor = asActor(person(7))
    const draft = { url: 'x', name: 'x', organization: 'x', has: [], lacks: [], notes: '' }
    const { id } = await registry.saveDraft(actor, draft)
    expect(await registry.getDraft(actor, id)).toEqual(draft)
    await expect(registry.getDraft(asActor(person(8)), id)).rejects.toMatchObject({ code: 'not_found' })
    await registry.saveDraft(asActor(person(8)), { ...draft, name: 'stolen' }, id)
    expect(await registry.getDraft(actor, id)).toEqual(draft)
    const tomorrow = createRegistry(env.DB, { now: () => new Date(Date.now() + 25 * 60 * 60 * 1000) })
    await expect(tomorrow.getDraft(actor, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

const latest = async (who: Person) => (await registry.listOwnSubmissions(asActor(who), 1))[0]

const texts: { readonly about: Readonly<Record<string, string>> } = english.report

describe('/covid-data report', () => {
  it.each([
    ['cell', { type: 'mrt', value: 'yes' }, { availability: { mrt: 'yes' } }],
    ['link', { url: 'https://data.org/moved' }, { url: 'https://data.org/moved' }],
    ['link', {}, { notes: 'The link is dead.' }],
    ['name', { name: 'Coronacases' }, { name: 'Coronacases' }],
    ['licence', { license: 'CC BY-NC-SA 4.0' }, { license: 'CC BY-NC-SA 4.0' }],
    ['other', { notes: 'It is hosted elsewhere.' }, { notes: 'It is hosted elsewhere.' }],
  ])('about its %s makes a correction of just that', async (about, answers, changes) => {
    const who: Person = {
      ...person(1),
      id: `1170000000000002${about.length}${JSON.stringify(answers).length}`,
    }
    const ada = visit(who)
    const asked = await ada.say('covid-data report', { resource: 'coronacases' })
    expect(asked.ephemeral).toBe(true)
    const { [about]: label = '' } = texts.about
    // A form that is closed without an answer can be opened again.
    expect((await ada.press(label)).type).toBe(9)
    expect((await ada.press(label)).type).toBe(9)
    const receipt = await ada.fill({ ...answers, reason: 'I looked.' })
    expect(receipt.ephemeral).toBe(true)
    expect(await latest(who)).toMatchObject({
      kind: 'correction',
      slug: 'coronacases',
      baseVersion: 1,
      changes,
      reason: 'I looked.',
    })
  })

  it('that it should not be listed makes a removal', async () => {
    const who = person(9)
    const ada = visit(who)
    await ada.say('covid-data report', { resource: 'coronacases' })
    await ada.press('It should not be listed')
    await ada.fill({ reason: 'The site is gone.' })
    expect(await latest(who)).toMatchObject({
      kind: 'removal',
      slug: 'coronacases',
      reason: 'The site is gone.',
    })
  })

  it('that everything is still right makes a confirmation, which needs no reason', async () => {
    const who = person(10)
    const ada = visit(who)
    await ada.say('covid-data report', { resource: 'coronacases' })
    await ada.press('Nothing: everything is still right')
    expect((await ada.fill({})).text).toContain('everything recorded of coronacases.org is still right')
    const confirmed = await latest(who)
    expect(confirmed).toMatchObject({ kind: 'confirmation', slug: 'coronacases', baseVersion: 1 })
    expect(confirmed).not.toHaveProperty('reason')
  })

  it('that comes twice is one', async () => {
    const message = postedMessage({ components: [] }, slashCommand('covid-data report'))
    const customId = encodeCustomId({
      action: 'report',
      about: 'other',
      version: 1,
      slug: 'eurorad',
    })
    const response = await interact(componentClick({ message, customId }, { person: person(7) }))
    if (response.type !== 9) throw new Error('A form was to be expected.')
    const answers = { notes: 'It is hosted elsewhere.', reason: 'I looked.' }
    const sent = modalSubmit(response.data as APIModalInteractionResponseCallbackData, answers, message, {
      person: person(7),
    })
    const receipts = [readAnswer(await interact(sent)), readAnswer(await interact(sent))]
    expect(receipts[1]?.text).toBe(receipts[0]?.text)
    expect(await registry.listOwnSubmissions(asActor(person(7)), 9)).toHaveLength(1)
  })

  it('of nothing new says what is missing', async () => {
    const ada = visit(person(1))
    await ada.say('covid-data report', { resource: 'eurorad' })
    await ada.press('Name or organisation')
    const refused = await ada.fill({ reason: 'Hm.' })
    expect(refused.text).toContain('**This was not sent.** Changes: Name at least one change.')
    expect(refused.text).toContain('How you know: Hm.')
    expect((await ada.press('Name or organisation')).type).toBe(9)
  })

  it('from the menu of an earlier card gives a card with a button for each kind of error', async () => {
    const message = postedMessage({ components: [] }, slashCommand('covid-data report'))
    const customId = encodeCustomId({ action: 'wrong', slug: 'eurorad', version: 1 })
    const answer = readAnswer(await interact(componentClick({ message, customId, values: ['name'] })))
    expect(answer.ephemeral).toBe(true)
    expect(Object.keys(answer.ids)).toEqual(Object.values(texts.about))
  })
})

describe('/covid-data help-wanted', () => {
  it('shows what nobody knows, and takes an answer as a correction with its evidence', async () => {
    const who = { ...person(1), id: '1170000000000007001' }
    const ada = visit(who)
    const card = await ada.say('covid-data help-wanted')
    expect(card.text).toContain('**Ultrasound**: unknown for 6')
    expect(card.text).toContain('**Not recorded** licence: for')
    const [slug = ''] = card.choices
    expect((await ada.press('Choose a resource and add a fact', [slug])).text).toContain('## Report an error')
    await ada.press('The licence')
    await ada.fill({ license: 'CC BY 4.0', reason: 'Its LICENSE file.' })
    expect(await latest(who)).toMatchObject({
      kind: 'correction',
      slug,
      changes: { license: 'CC BY 4.0' },
      evidence: [{ field: 'license', source: 'Its LICENSE file.' }],
    })
  })

  it('leads to the lists of the unknown', async () => {
    const ada = visit(person(1))
    await ada.say('covid-data help-wanted')
    const list = await ada.press('Ultrasound')
    expect(list.text).toContain('Unknown (6)')
  })
})

describe('/covid-data my-submissions', () => {
  it('lists one’s own in plain words, and withdraws', async () => {
    const ada = visit({ ...person(1), id: '1170000000000003001' })
    expect((await ada.say('covid-data my-submissions')).text).toContain('You have no submissions yet.')
    await ada.say('covid-data submit')
    await ada.fill({ ...ATLAS, url: 'https://data.org/mine', name: 'Mine' })
    await ada.press('Send')
    const mine = await ada.say('covid-data my-submissions')
    expect(mine.ephemeral).toBe(true)
    expect(mine.text).toMatch(/\*\*S-[0-9A-Z]{5}\*\* Addition · Mine\nWaiting for a maintainer/)
    expect((await ada.press('Withdraw')).text).toMatch(/^## S-[0-9A-Z]{5}: Withdrawn/)
    expect((await ada.say('covid-data my-submissions')).text).toContain('Withdrawn')
  })
})

describe('a submission that was rejected', () => {
  const rejected = async (who: Person) => {
    const { token } = await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
    const { reference = '' } = (await latest(who)) ?? {}
    const maintainer = { kind: 'token', token } as const
    await registry.decideSubmission(maintainer, reference, { decision: 'reject', reason: 'Not public.' })
    return reference
  }

  it('can be sent once more, changed, from a form with what was sent', async () => {
    const who = { ...person(1), id: '1170000000000006001' }
    const ada = visit(who)
    await ada.say('covid-data submit')
    await ada.fill({ ...ATLAS, url: 'https://data.org/refused', name: 'Once refused' })
    await ada.press('What does it not include? Everything else stays unknown', ['mrt'])
    await ada.press('Send')
    const reference = await rejected(who)
    expect((await ada.say('covid-data my-submissions')).text).toContain('Not accepted: Not public.')
    for (let opened = 0; opened < 2; opened++)
      expect((await ada.press('Change and send again')).text).toBe('Suggest a data set')
    const draft = await ada.fill({ notes: 'It is public now.' })
    expect(draft.ephemeral).toBe(true)
    await ada.press('Send')
    const again = await latest(who)
    expect(again?.reference).not.toBe(reference)
    expect(again).toMatchObject({
      kind: 'addition',
      state: 'pending',
      resource: {
        url: 'https://data.org/refused',
        name: 'Once refused',
        organization: 'A hospital',
        availability: { ultrasound: 'yes', metadata: 'yes', mrt: 'no', ct: 'unknown' },
        notes: 'It is public now.',
      },
    })
  })

  it.each([
    ['cell', { type: 'mrt', value: 'yes' }, { availability: { mrt: 'yes' } }],
    ['link', { url: 'https://data.org/elsewhere' }, { url: 'https://data.org/elsewhere' }],
    ['licence', { license: 'CC BY-NC 4.0' }, { license: 'CC BY-NC 4.0' }],
    ['other', { notes: 'It is by others.' }, { notes: 'It is by others.' }],
    ['remove', {}, undefined],
    ['right', {}, undefined],
  ])('and was a report about its %s is sent once more as one', async (about, answers, changes) => {
    const who = { ...person(1), id: `11700000000000061${about.length}${about.charCodeAt(0)}` }
    const ada = visit(who)
    await ada.say('covid-data report', { resource: 'coronacases' })
    const { [about]: label = '' } = texts.about
    await ada.press(label)
    await ada.fill({ ...answers, reason: 'I looked.' })
    const reference = await rejected(who)
    await ada.say('covid-data my-submissions')
    expect((await ada.press('Change and send again')).text).toBe(label)
    await ada.fill({ reason: 'I looked again.' })
    const again = await latest(who)
    expect(again?.reference).not.toBe(reference)
    expect(again).toMatchObject({
      kind: { remove: 'removal', right: 'confirmation' }[about] ?? 'correction',
      slug: 'coronacases',
      ...(changes && { changes }),
      reason: 'I looked again.',
    })
  })
})

describe('someone whose direct messages are closed', () => {
  it('is told where to look, and so is the maintainer', async () => {
    const who: Person = { ...person(1), id: '1170000000000005001' }
    const { submission } = await registry.submit(asActor(who), addition('Closed'), { door: 'discord' })
    await env.DB.prepare(
      "update deliveries set state = 'dropped' where id = (select max(id) from deliveries)",
    ).run()
    expect((await visit(who).say('covid-data my-submissions')).text).toContain(
      'I cannot send you direct messages',
    )
    await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
    const card = await visit(MAINTAINER).say('covid-review show', { submission: submission.reference })
    expect(card.text).toContain('· accepts no direct messages ·')
  })
})

describe('/covid-data changes', () => {
  it('shows the history of everything, in pages, and of one resource', async () => {
    const ada = visit(person(1))
    const first = await ada.say('covid-data changes')
    expect(first.text).toContain('**radiopaedia.org** v1 added · 12 May 2020')
    const second = await ada.press('Next')
    expect(second.type).toBe(7)
    expect(second.text).toContain('**COVID-19 Image Data Collection** v1 added')
    expect((await ada.press('Previous')).text).toBe(first.text)
    expect((await ada.say('covid-data changes', { resource: 'eurorad' })).text).toContain(
      '## Changes to eurorad.org',
    )
    await ada.say('covid-data show', { resource: 'eurorad' })
    const history = await ada.press('History')
    expect(history.ephemeral).toBe(true)
    expect(history.text).toContain('Listed in COVID-19: A Survey')
  })
})
