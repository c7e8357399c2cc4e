import { describe, expect, it } from 'vitest'
import { click, FIRST_PERSON, SOMEONE_ELSE, slash } from '../../support/discord.ts'

describe('turning a page', () => {
  it('changes the answer in place for its asker', async () => {
    const first = await slash('metadata')
    expect(first.text).toContain('## Metadata: 11 yes, 0 unknown · page 1')
    expect(first.ids.Previous).toBeUndefined()
    const second = await click(first.ids.Next, { person: FIRST_PERSON })
    expect(second.type).toBe(7)
    expect(second.text).toContain('[radiopaedia.org](')
  })

  it('gives anyone else a private copy at their page', async () => {
    const first = await slash('metadata')
    const own = await click(first.ids.Next, { person: FIRST_PERSON })
    const copy = await click(first.ids.Next, { person: SOMEONE_ELSE })
    expect(copy.type).toBe(4)
    expect(copy.ephemeral).toBe(true)
    expect(copy.text).toBe(own.text)
  })

  it('changes a private copy in place, whoever asked first', async () => {
    const first = await slash('metadata')
    const turned = await click(first.ids.Next, {
      person: SOMEONE_ELSE,
      askedBy: FIRST_PERSON,
      ephemeral: true,
    })
    expect(turned.type).toBe(7)
  })

  it('goes there and back', async () => {
    const first = await slash('metadata')
    const second = await click(first.ids.Next)
    expect(second.text).toContain('· page 2')
    expect(second.ids.Next).toBeUndefined()
    const back = await click(second.ids.Previous)
    expect(back.text).toBe(first.text)
    expect(back.ids.Next).toBe(first.ids.Next)
  })

  it('keeps the choice of rows', async () => {
    const first = await slash('metadata', { unknown: 'yes' })
    expect((await click(first.ids.Next)).text).toContain('## Metadata: 11 yes, 0 unknown · page 2')
  })
})

describe('a card', () => {
  it('opens privately from the menu of a list, and by the button of a row', async () => {
    const list = await slash('ultrasound', { unknown: 'both' })
    const chosen = await click(list.ids['Open one of 7'], { values: ['eurorad'] })
    expect(chosen.ephemeral).toBe(true)
    expect(chosen.text).toContain('## [eurorad.org](https://www.eurorad.org/)')
    const details = await click(list.ids.Details)
    expect(details.ephemeral).toBe(true)
    expect(details.text).toContain('## [COVID-19 Pocus Ultrasound Dataset](')
  })

  it('is posted for all by Share, and needs no Share button then', async () => {
    const opened = await click((await slash('ultrasound')).ids.Details)
    expect(Object.keys(opened.ids)).toEqual(['Cite', 'History', 'Watch', 'Share'])
    const shared = await click(opened.ids.Share, { ephemeral: true })
    expect(shared.type).toBe(4)
    expect(shared.ephemeral).toBe(false)
    expect(shared.text).toBe(opened.text)
    expect(Object.keys(shared.ids)).toEqual(['Cite', 'History', 'Watch'])
  })

  it('cites privately', async () => {
    const { ids } = await slash('show', { resource: 'covid-ct' })
    const cited = await click(ids.Cite)
    expect(cited.ephemeral).toBe(true)
    expect(cited.text).toContain('## Cite: COVID-CT')
  })

  it('that is gone says so', async () => {
    const gone = await click('show:no-such-thing')
    expect(gone.ephemeral).toBe(true)
    expect(gone.text).toContain('Nothing listed is called “no-such-thing”.')
  })
})
