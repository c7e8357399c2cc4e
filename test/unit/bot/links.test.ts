// What a person can see as a link in a message, and what it leads to.

import { describe, expect, it } from 'vitest'
import { linksIn } from '../../../bot/links.ts'

const X = 'https://data.org/x'
const Y = 'https://data.org/y'
const DOI = 'https://doi.org/10.5281/zenodo.1234567'

/** The content of a message, and the addresses in it. */
const TEXTS: readonly (readonly [string, ...string[]])[] = [
  [X, X],
  [`Look (${X}), and ${Y}.`, X, Y],
  // Markdown around it.
  [`||${X}||`, X],
  [`**${X}**`, X],
  [`***${X}***, nice`, X],
  [`__${X}__`, X],
  [`_${X}_`, X],
  [`*${X}*.`, X],
  [`~~${X}~~`, X],
  [`||**${X}**|| and ~~||${Y}||~~`, X, Y],
  [`<${X}>`, X],
  [`<${X}>!`, X],
  [`[the data](${X})`, X],
  [`[${X}](${X})`, X],
  [`[the data](<${X}>)`, X],
  [`[the data](${X} "a title")`, X],
  [`[one](${X})[two](${Y})`, X, Y],
  [`# ${X}\n> ${Y}\n- ${DOI}`, X, Y, DOI],
  [`-# ${X}`, X],
  [`\`${X}\``, X],
  [`\`\`\`\n${X}\n${Y}\n\`\`\``, X, Y],
  [`\`\`\`sh\nwget "${X}"; curl '${Y}'\n\`\`\``, X, Y],
  [`| ${X} |${Y}|`, X, Y],
  [String.raw`https\://data.org/x`, X],
  ['https://data.org/a\\_b', 'https://data.org/a_b'],
  // Brackets that are part of it, and those that are not.
  ['https://data.org/data_(v2)', 'https://data.org/data_(v2)'],
  ['(https://data.org/data_(v2))', 'https://data.org/data_(v2)'],
  ['[v2](https://data.org/data_(v2))', 'https://data.org/data_(v2)'],
  ['(see https://data.org/data_(v2).)', 'https://data.org/data_(v2)'],
  ['https://data.org/x(as of May)', X],
  [`{${X}} [${Y}]`, X, Y],
  ['https://data.org/?a[]=1', 'https://data.org/?a[]=1'],
  // The signs of a sentence, in any script.
  [`${X}...`, X],
  [`${X}?!`, X],
  [`“${X}” and ‘${Y}’`, X, Y],
  [`„${X}“ und »${Y}«`, X, Y],
  [`'${X}','${Y}'`, X, Y],
  [`${X},${Y}`, X, Y],
  [`${X}; ${Y}`, X, Y],
  [`看${X}，好`, X],
  [`（${X}）`, X],
  [`「${X}」、『${Y}』。`, X, Y],
  [`【${X}】：${Y}！`, X, Y],
  [`انظر ${X}، شكرا`, X],
  [`${X}—really`, X],
  [`\u2068${X}\u2069`, X],
  // In other spellings.
  ['HTTPS://Data.org/x', X],
  ['www.kaggle.com/datasets/a/b', 'https://www.kaggle.com/datasets/a/b'],
  ['it is at github.com/o/r.', 'https://github.com/o/r'],
  ['https://zh.wikipedia.org/wiki/新冠', `https://zh.wikipedia.org/wiki/${encodeURIComponent('新冠')}`],
  [
    'https://web.archive.org/web/2020/https://data.org/x',
    'https://web.archive.org/web/2020/https://data.org/x',
  ],
  // DOIs and arXiv numbers.
  ['10.5281/zenodo.1234567', DOI],
  ['doi:10.5281/zenodo.1234567.', DOI],
  ['DOI 10.5281/zenodo.1234567, CC0', DOI],
  ['**DOI:** 10.5281/zenodo.1234567', DOI],
  ['doi.org/10.5281/zenodo.1234567', DOI],
  ['(10.1016/S0140-6736(20)30183-5)', 'https://doi.org/10.1016/S0140-6736(20)30183-5'],
  ['arXiv:2003.11597', 'https://arxiv.org/abs/2003.11597'],
  [
    'as in PMID 33740033, also PMC7993598.',
    'https://pubmed.ncbi.nlm.nih.gov/33740033/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC7993598/',
  ],
  [
    'see arxiv: 2003.11597v3 and arXiv 2004.02060.',
    'https://arxiv.org/abs/2003.11597',
    'https://arxiv.org/abs/2004.02060',
  ],
  // Each once, by the same page.
  [`${X} ${X}/ http://www.data.org/x?utm_source=d`, X],
  [`${DOI} doi:10.5281/ZENODO.1234567`, DOI],
  ['https://arxiv.org/abs/2003.11597 arXiv:2003.11597', 'https://arxiv.org/abs/2003.11597'],
  // No links.
  ['No link here.'],
  [''],
  ['and/or, e.g./i.e., v1.0/v2.0, 10.5 cm, 2003.11597, a@data.org'],
  ['https://'],
  ['https:// data'],
  ['http://localhost:8787/x http://192.168.0.1/x'],
  ['ftp://data.org/x'],
  ['@everyone <@1170000000000000200> <#117> <:pic:117> <t:1600000000:R>'],
  // Discord's own.
  ['https://discord.com/channels/1/2/3 https://discord.gg/abc https://ptb.discord.com/x'],
  ['https://cdn.discordapp.com/attachments/1/2/scan.png?ex=1 https://media.discordapp.net/x.png'],
  [`https://discord.com/channels/1/2/3 says ${X}`, X],
  ['https://discord.com.data.org/x', 'https://discord.com.data.org/x'],
]

describe('the links in a text', () => {
  it.each(TEXTS)('%j', (content, ...links) => {
    expect(linksIn({ content })).toEqual(links)
  })

  it('are the same when they are shown in a list and read again', () => {
    for (const [, ...links] of TEXTS)
      expect(linksIn({ content: links.map((url, i) => `${i + 1}\\. ${url}`).join('\n') })).toEqual(links)
  })

  it('are found in little time, however long it is', () => {
    for (const part of ['https://', '10.1234/', 'a.', '(https://a.org/', 'www.a.', '\\', '[](', 'arxiv'])
      linksIn({ content: part.repeat(4000 / part.length) })
  })
})

describe('the links of a message', () => {
  it('that was forwarded are those of the original', () => {
    const message = { content: X, embeds: [{ url: Y }] }
    expect(linksIn({ content: '', message_snapshots: [{ message }] })).toEqual([X, Y])
    expect(linksIn({ content: Y, message_snapshots: [{ message }, {}] })).toEqual([Y, X])
  })

  it.each([
    [{ url: X }],
    [{ title: `Data at ${X}` }],
    [{ description: `[here](${X})` }],
    [{ fields: [{ name: 'Link', value: `||${X}||` }] }],
    [{ fields: [{ name: X, value: '-' }] }],
    [{ author: { name: 'A lab', url: X } }],
    [{ footer: { text: `More: ${X}` } }],
  ])('are in its embeds too: %j', (embed) => {
    expect(linksIn({ content: 'Look', embeds: [embed] })).toEqual([X])
  })

  it('are in its components too: texts, sections and link buttons', () => {
    const button = { type: 2, style: 5, label: 'Open', url: Y }
    const section = { type: 9, components: [{ type: 10, content: `See **${X}**` }], accessory: button }
    const row = { type: 1, components: [{ type: 2, style: 5, label: 'DOI', url: DOI }] }
    expect(linksIn({ components: [{ type: 17, components: [section, row] } as object] })).toEqual([X, Y, DOI])
  })

  it('are each once, wherever they are', () => {
    const embeds = [{ url: `${X}/`, description: X }]
    expect(linksIn({ content: X, embeds, message_snapshots: [{ message: { content: X } }] })).toEqual([X])
  })

  it('are none of nothing', () => {
    expect(linksIn({})).toEqual([])
    expect(linksIn({ content: null, embeds: null, components: null, message_snapshots: null })).toEqual([])
    expect(linksIn({ embeds: [{}], components: [{}], message_snapshots: [{}] })).toEqual([])
  })
})
