import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../bot/commands/index.ts'
import printed from '../../../schema/survey/2.0.json' with { type: 'json' }
import { type Availability, DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { autocomplete, modalSubmit, slashCommand } from '../../discord/protocol/interactions.ts'
import { click, completing, interact, readAnswer, slash } from '../../support/discord.ts'
import { get } from '../api/get.ts'

const FOOT = '-# Survey 2.0, 12 May 2020 · unchanged since · not for clinical use'

const namesWith = (admitted: (row: Record<DataTypeKey, Availability>) => boolean) =>
  printed.items
    .filter((row) => admitted(row.availability as Record<DataTypeKey, Availability>))
    .map((row) => row.name)

/** The listed names in a text, in the order in which they stand there. */
const namesIn = (text: string) =>
  printed.items
    .map((row) => ({ name: row.name, at: text.indexOf(`[${row.name}](`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)

describe.each(DATA_TYPES)('/covid-data $command', ({ key, label, command }) => {
  it('names those with yes, and leads to those with unknown, as the survey has them', async () => {
    const yes = namesWith((row) => row[key] === 'yes')
    const unknown = namesWith((row) => row[key] === 'unknown')
    const answer = await slash(command)
    expect(answer.ephemeral).toBe(false)
    expect(answer.text).toContain(`## ${label}: ${yes.length} yes, ${unknown.length} unknown`)
    expect(answer.text).toContain(FOOT)
    const names = namesIn(answer.text)
    const next = answer.ids.Next ? namesIn((await click(answer.ids.Next)).text) : []
    expect([...names, ...next]).toEqual(yes)
    const button = answer.ids[`${unknown.length} unknown`]
    expect(button !== undefined).toBe(unknown.length > 0)
    if (button !== undefined) expect(namesIn((await click(button)).text)).toEqual(unknown)
  })

  it('names those with yes first, then those with unknown, where both are asked for', async () => {
    const answer = await slash(command, { unknown: 'both' })
    const next = answer.ids.Next ? namesIn((await click(answer.ids.Next)).text) : []
    const unknown = namesWith((row) => row[key] === 'unknown')
    expect([...namesIn(answer.text), ...next]).toEqual([
      ...namesWith((row) => row[key] === 'yes'),
      ...unknown,
    ])
    expect(answer.text.includes(`### Unknown (${unknown.length})`)).toBe(unknown.length > 0)
  })

  it('shows only yes or only unknown where that is asked for', async () => {
    const onlyYes = await slash(command, { unknown: 'yes' })
    expect(namesIn(onlyYes.text)).toEqual(namesWith((row) => row[key] === 'yes').slice(0, 10))
    const onlyUnknown = await slash(command, { unknown: 'unknown' })
    expect(namesIn(onlyUnknown.text)).toEqual(namesWith((row) => row[key] === 'unknown'))
  })
})

describe('/covid-data ultrasound', () => {
  it('reads as the survey says: POCUS has it, of six nobody knows', async () => {
    const { text, choices, ids } = await slash('ultrasound')
    expect(text.split('\n').slice(0, 4)).toEqual([
      '## Ultrasound: 1 yes, 6 unknown',
      '**[COVID-19 Pocus Ultrasound Dataset](https://github.com/jannisborn/covid19-pocus-ultrasound)** · Dep. for Biosystems Science and Engineering',
      '❔ use not stated · not checked',
      'has Ultrasound, Metadata',
    ])
    expect(choices).toEqual(['covid-19-pocus-ultrasound'])
    expect((await click(ids['6 unknown'])).choices).toEqual([
      'cord-19',
      'sirm-covid-19-database',
      'bsti-covid-19-imaging-database',
      'coronacases',
      'eurorad',
      'radiopaedia',
    ])
  })

  it('narrows to a second data type, unknown wherever one of the two is', async () => {
    const { text } = await slash('ultrasound', { also: 'case-review' })
    expect(text).toContain('## Ultrasound and Case review: 0 yes, 6 unknown')
    expect(text).not.toContain('Pocus')
    const both = await slash('x-ray', { also: 'mrt', unknown: 'unknown' })
    expect(namesIn(both.text)).toEqual(namesWith((row) => row.xray === 'yes' && row.mrt === 'unknown'))
  })

  it('takes the same data type twice as once', async () => {
    expect((await slash('ultrasound', { also: 'ultrasound' })).text).toEqual((await slash('ultrasound')).text)
  })

  it('is for the asker alone when private', async () => {
    expect((await slash('ultrasound', { private: true })).ephemeral).toBe(true)
  })
})

describe('/covid-data mrt', () => {
  it('says that it is recorded of none', async () => {
    const { text } = await slash('mrt')
    expect(text).toContain('No listed resource is known to have MRI. For 4 it is not recorded.')
  })

  it('answers under the name mri too', async () => {
    expect((await slash('mri')).text).toEqual((await slash('mrt')).text)
  })

  it('says so where nothing is unknown', async () => {
    expect((await slash('ct', { unknown: 'unknown' })).text).toContain(
      'The registry knows for every listed resource whether it has CT.',
    )
  })
})

describe('/covid-data list', () => {
  it('is the whole table in the order of the survey', async () => {
    const { text, choices } = await slash('list')
    expect(namesIn(text)).toEqual(printed.items.map((row) => row.name))
    expect(choices).toEqual(printed.items.map((row) => row.slug))
    for (const row of printed.items) {
      expect(text).toContain(`${row.position}\\. **[${row.name}](`)
    }
    expect(text).toContain(FOOT)
  })
})

describe('/covid-data search', () => {
  const found = async (query: string) => (await slash('search', { query })).choices

  it('finds by name, organisation and reference', async () => {
    expect(await found('pocus')).toEqual(['covid-19-pocus-ultrasound'])
    expect(await found('italian society')).toEqual(['sirm-covid-19-database'])
    expect(await found('Wiedemann')).toEqual(['covid-19-pocus-ultrasound'])
  })

  it('says what it took the words for', async () => {
    const { text } = await slash('search', { query: 'lung sonography' })
    expect(text).toContain('## Search: lung sonography')
    expect(text).toContain('7 found · read as Ultrasound; yes first, then unknown')
  })

  it('names the nearest where nothing has all the words', async () => {
    const { text, choices } = await slash('search', { query: 'pocus kaggle' })
    expect(text).toContain('No resource matches everything. The nearest 3')
    expect(choices).toContain('covid-19-pocus-ultrasound')
  })

  it.each([
    'who has mri',
    'x-ray with metadata',
    'ct or ultrasound',
    'Röntgenbilder',
    'case review',
  ])('answers “%s” in the order of the API', async (query) => {
    const answer = await get(`/v1/resources?${new URLSearchParams({ q: query, limit: '100' })}`)
    const { items } = await answer.json<{ items: readonly { slug: string }[] }>()
    const shown = (await found(query)).filter((choice) => items.some(({ slug }) => slug === choice))
    expect(shown.length).toBeGreaterThan(1)
    expect(shown).toEqual(items.map(({ slug }) => slug).slice(0, shown.length))
  })

  it('says which words no record has, and which it read as others', async () => {
    expect((await slash('search', { query: 'pocus zebra' })).text).toContain(
      '1 found\n-# Ignored, because no record has it: “zebra”',
    )
    expect((await slash('search', { query: 'mendelay' })).text).toContain(
      '-# “mendelay” was read as “mendeley”',
    )
    expect((await slash('show', { resource: 'mendelay' })).text).toContain(
      '-# “mendelay” was read as “mendeley”',
    )
  })

  it('says what to do where nothing is found', async () => {
    expect((await slash('search', { query: 'zebrafish' })).text).toContain('Nothing found. Try fewer words')
    expect((await slash('search', { query: 'https://example.org/none' })).text).toContain(
      'No listed resource has this address.',
    )
    expect((await slash('search', { query: '…!?' })).text).toContain('Nothing found.')
  })

  it('has pages', async () => {
    const first = await slash('search', { query: 'covid' })
    expect(first.text).toContain('14 found, 1 to 8 here · this is the subject of every resource here')
    const second = await click(first.ids.Next)
    expect(second.text).toContain('14 found, 9 to 14 here')
    expect(new Set([...first.choices, ...second.choices]).size).toBe(14)
    expect((await click(second.ids.Previous)).text).toEqual(first.text)
  })
})

describe('/covid-data show', () => {
  it('tells everything about one resource', async () => {
    const { text, links, ids } = await slash('show', { resource: 'covid-19-pocus-ultrasound' })
    expect(text.split('\n')).toEqual([
      '## [COVID-19 Pocus Ultrasound Dataset](https://github.com/jannisborn/covid19-pocus-ultrasound)',
      'Dep. for Biosystems Science and Engineering',
      '**Status** not checked · licence, use, access, size and annotations: not recorded',
      '**Has** Ultrasound, Metadata',
      '**Lacks** CT, X-ray, MRI, Case review',
      '### References',
      '\\[15\\] Born and others 2020: POCOVID-net: Automatic Detection of COVID-19 From a New Lung Ultrasound Imaging Dataset (POCUS)',
      '\\[14\\] Born and others: [Automatic Detection of COVID-19 from Ultrasound Data](https://github.com/jannisborn/covid19-pocus-ultrasound), read 10 May 2020',
      '-# Nobody has changed or confirmed this record since 12 May 2020.',
      FOOT,
    ])
    expect(links).toEqual({ Open: 'https://github.com/jannisborn/covid19-pocus-ultrasound' })
    expect(Object.keys(ids)).toEqual(['Cite', 'History', 'Watch'])
  })

  it('links a preprint to where it is kept', async () => {
    expect((await slash('show', { resource: 'covid-ct' })).text).toContain(
      '\\[22\\] Zhao and others 2020: [COVID-CT-Dataset: A CT Scan Dataset about COVID-19](https://arxiv.org/abs/2003.13865), arXiv 2003.13865',
    )
  })

  it('can be shared when it was private', async () => {
    expect(Object.keys((await slash('show', { resource: 'eurorad', private: true })).ids)).toEqual([
      'Cite',
      'History',
      'Watch',
      'Share',
    ])
  })

  it.each([
    ['a slug', 'eurorad', 'eurorad'],
    ['an address', 'http://eurorad.org', 'eurorad'],
    ['an address in another spelling', '<https://GitHub.com/UCSD-AI4H/COVID-CT.git/>', 'covid-ct'],
    ['a file in it', 'https://github.com/UCSD-AI4H/COVID-CT/blob/master/README.md', 'covid-ct'],
    ['the DOI of it', 'doi:10.17632/2fxz4px6d8.4', 'augmented-covid-19-x-ray'],
    ['the preprint about it', 'https://arxiv.org/pdf/2003.11597v2.pdf', 'covid-19-image-data-collection'],
    ['the DOI of the preprint', '10.48550/arXiv.2003.13865', 'covid-ct'],
    ['a name', 'COVID-19 Chest X-Ray', 'bachrr-covid-chest-xray'],
    ['a part of a name', 'paedia', 'radiopaedia'],
    ['a misspelt name', 'radiopeadia', 'radiopaedia'],
  ])('finds a resource by %s', async (_, typed, slug) => {
    const row = printed.items.find((resource) => resource.slug === slug)
    expect((await slash('show', { resource: typed })).text).toContain(`## [${row?.name}](${row?.url})`)
  })

  it('answers the asker alone with the nearest where there is no such resource', async () => {
    const some = await slash('show', { resource: 'pocus zebra' })
    expect(some.ephemeral).toBe(true)
    expect(some.text).toBe(
      'Nothing listed is called “pocus zebra”. The nearest: “COVID-19 Pocus Ultrasound Dataset”.',
    )
    expect((await slash('show', { resource: 'zebrafish' })).text).toContain('Try a part of its name')
  })
})

describe('/covid-data compare', () => {
  it('sets two resources side by side', async () => {
    const { text } = await slash('compare', { a: 'covid-ct', b: 'eurorad' })
    expect(text.split('\n')).toEqual([
      '## Compared',
      '**A** [COVID-CT](https://github.com/UCSD-AI4H/COVID-CT) · University of California San Diego',
      '**B** [eurorad.org](https://www.eurorad.org/) · European Society of Radiology',
      '```',
      '             A        B',
      'CT           yes      yes',
      'X-ray        no       yes',
      'MRI          no       unknown',
      'Ultrasound   no       unknown',
      'Metadata     yes      yes',
      'Case review  no       yes',
      '```',
      'No common source is recorded.',
      expect.stringMatching(/^\*\*Same:\*\* Sources disagree on: nothing/),
      expect.stringContaining('Licence'),
      FOOT,
    ])
  })

  it('takes up to four, by whatever they are called', async () => {
    const { text } = await slash('compare', {
      ...{ a: 'covid-ct', b: 'eurorad.org' },
      ...{ c: 'https://radiopaedia.org', d: 'cord-19' },
    })
    expect(text).toContain('**D** ')
    expect(text).toContain('CT           yes  yes')
  })

  it('refuses to compare a resource with itself', async () => {
    const { text, ephemeral } = await slash('compare', {
      a: 'covid-ct',
      b: 'https://github.com/UCSD-AI4H/COVID-CT',
    })
    expect(ephemeral).toBe(true)
    expect(text).toBe('“COVID-CT” is named twice: choose different data sets.')
  })

  it('says which of the two is not there', async () => {
    expect((await slash('compare', { a: 'covid-ct', b: 'zebrafish' })).text).toContain('“zebrafish”')
  })
})

describe('/covid-data cite', () => {
  it('gives the references of a resource, in BibTeX unless asked otherwise', async () => {
    const { text } = await slash('cite', { resource: 'covid-ct' })
    expect(text).toContain('## Cite: COVID-CT · 1 to 2 of 2')
    expect(text).toContain('```bibtex\n@dataset{covid-ct,')
    expect(text).toContain('eprint = {2003.13865}')
  })

  it.each([
    ['ris', 'TY  - UNPB'],
    ['apa', 'Zhao, J., Zhang, Y., He, X., & Xie, P. (2020).'],
    ['csl', '"archive_location": "2003.13865"'],
  ])('gives them as %s', async (style, expected) => {
    expect((await slash('cite', { resource: 'covid-ct', style })).text).toContain(expected)
  })

  it('gives the release and the survey where no resource is named', async () => {
    const { text } = await slash('cite', { style: 'apa' })
    expect(text).toContain('· 1 to 2 of 2')
    expect(text).toContain('(Version 2.0) [Data set]. COVID-19 Imaging Registry.')
    expect(text).toContain(
      'Kalkreuth, R., & Kaufmann, P. (2020). COVID-19: A Survey On Public Medical Imaging Data Resources (Version 2.0). arXiv:2004.04569.',
    )
  })

  it('changes its style by the menu, in place', async () => {
    const first = await slash('cite', { resource: 'covid-ct' })
    const changed = await click(first.ids['Another style'], { values: ['ris'] })
    expect(changed.type).toBe(7)
    expect(changed.text).toContain('TY  - UNPB')
  })
})

describe.each(['about', 'help'])('/covid-data %s', (name) => {
  it('says what this is, what one can type, counts, version, licence and the caution', async () => {
    const { text } = await slash(name)
    expect(text).toContain('A registry of 14 public resources')
    expect(text).toContain('version 2.0, 12 May 2020')
    expect(text).toContain('22 references')
    expect(text).toContain('Ultrasound        1       7       6')
    expect(text).toContain(
      '**No clinical use: do not claim diagnostic performance without clinical studies.**',
    )
    expect(text).toContain('CC0 1.0')
    for (const command of ['list', 'search', 'show', 'compare', 'cite'])
      expect(text).toContain(`\`${command}\``)
  })
})

describe('completion of a resource', () => {
  const slugs = async (typed: string) =>
    (await completing('show', 'resource', typed)).map((choice) => choice.value)

  it('offers the table on empty input, in its order', async () => {
    expect(await slugs('')).toEqual(printed.items.map((row) => row.slug))
  })

  it('says name and organisation', async () => {
    expect(await completing('compare', 'b', 'eurorad')).toEqual([
      { name: 'eurorad.org · European Society of Radiology', value: 'eurorad' },
    ])
  })

  it('puts the best match first', async () => {
    expect((await slugs('covid-ct'))[0]).toBe('covid-ct')
    expect((await slugs('chest'))[0]).toBe('covid-19-radiography-database')
    expect((await slugs('COVID-19 Chest X-Ray'))[0]).toBe('bachrr-covid-chest-xray')
  })

  it('is as forgiving as search: begun, misspelt, pasted', async () => {
    expect(await slugs('ultr')).toContain('covid-19-pocus-ultrasound')
    expect(await slugs('sono')).toEqual(await slugs('ultrasound'))
    expect(await slugs('euroard')).toEqual(['eurorad'])
    expect(await slugs('https://www.kaggle.com/bachrr/covid-chest-xray')).toEqual(['bachrr-covid-chest-xray'])
    expect(await slugs('zebrafish')).toEqual([])
  })

  it.each([
    ['an address', `https://github.com/UCSD-AI4H/COVID-CT/${'a/'.repeat(3000)}`, ['covid-ct']],
    ['words', 'eurorad '.repeat(800), ['eurorad']],
    ['one word', 'x'.repeat(6000), []],
    ['signs', '(/?#'.repeat(1500), []],
  ])('takes %s of 6,000 letters, of which it reads as many as the option has', async (_, typed, expected) => {
    expect(await slugs(typed)).toEqual(expected)
  })
})

describe('what is not known', () => {
  it('is a command: the asker is told what there is', async () => {
    const menu = slashCommand('Some menu')
    for (const unknown of [
      slashCommand('covid-data dance'),
      slashCommand('another'),
      { ...menu, data: { ...menu.data, type: 3, target_id: '1' } },
    ]) {
      const answer = readAnswer(await interact(unknown))
      expect(answer.ephemeral).toBe(true)
      expect(answer.text).toContain('Type `/covid-data help`')
    }
  })

  it('is a button', async () => {
    for (const id of [
      'dance',
      'list',
      'list:ct:both::x',
      'list:zzz:both::1',
      'cited:poem:0:covid-ct',
      'show',
    ]) {
      const answer = await click(id)
      expect(answer.ephemeral).toBe(true)
      expect(answer.text).toContain('This button no longer works.')
    }
  })

  it('is a form', async () => {
    const answer = readAnswer(
      await interact(modalSubmit({ custom_id: 'dance', title: 'A form', components: [] }, {})),
    )
    expect(answer.ephemeral).toBe(true)
    expect(answer.text).toContain('This form no longer works.')
  })

  it('is the option to complete: nothing is offered', async () => {
    const typing = autocomplete('covid-data show', 'resource', {})
    expect(await interact(typing)).toEqual({ type: 8, data: { choices: [] } })
  })
})

describe('the list of commands', () => {
  it('has a test of each subcommand', () => {
    const tested = [
      ...DATA_TYPES.map((type) => type.command),
      ...['mri', 'list', 'search', 'show', 'compare', 'cite', 'about', 'help'],
      // submitting.test.ts
      ...['submit', 'report', 'my-submissions', 'changes', 'help-wanted'],
      // reviewing.test.ts
      ...['queue', 'show', 'approve', 'reject', 'ask', 'revert', 'block', 'maintainers'],
      // ../web/taken-down.test.ts, forget-me.test.ts
      ...['redact', 'forget-me'],
      // ../../journeys/discovery.test.ts
      'candidates',
      // settling.test.ts
      ...['settle', 'release'],
      // watching.test.ts
      ...['add', 'list', 'remove'],
    ]
    const declared = COMMANDS.flatMap((command) => command.options?.map((option) => option.name) ?? [])
    expect(declared.sort()).toEqual(tested.sort())
  })
})
