import { describe, expect, it } from 'vitest'
import { problemsOfMessage } from '../../../discord/rules/judge.ts'
import type { Body } from '../../../discord/rules/message.ts'

const V2 = 32768
const NO_MENTIONS = { parse: [] }
const text = (content = 'text') => ({ type: 10 as const, content })
const card = (more: object = {}) => ({
  flags: V2,
  allowed_mentions: NO_MENTIONS,
  components: [{ type: 17, components: [text()] }],
  ...more,
})
const plain = (more: object = {}) => ({ content: 'Hello', allowed_mentions: NO_MENTIONS, ...more })
const shown: Body = { flags: V2, content: '', embeds: [], components: [text()] }
const written: Body = { flags: 0, content: 'Hello', embeds: [], components: [] }

describe('what Discord takes by REST', () => {
  // biome-ignore format: a row a rule
  it.each<[string, object, Parameters<typeof problemsOfMessage>[1], Body?]>([
    ['a card', card(), 'post'],
    ['text', plain(), 'post'],
    ['2000 characters', plain({ content: 'x'.repeat(2000) }), 'post'],
    ['a nonce that is enforced', card({ nonce: '0123456789012345678901234', enforce_nonce: true }), 'post'],
    ['a nonce that is a number', card({ nonce: 7, enforce_nonce: true }), 'post'],
    ['a silent card', card({ flags: V2 | 4096 }), 'post'],
    ['a private follow-up', card({ flags: V2 | 64 }), 'followUp'],
    ['a new card in place of one', card(), 'edit', shown],
    ['an edit that says no flags', card({ flags: undefined }), 'edit', shown],
    ['an edit of a silent card', card({ flags: V2 | 4096 }), 'edit', { ...shown, flags: V2 | 4096 }],
    ['text in place of text', plain(), 'edit', written],
    ['components V2 in place of text that is taken away', card({ content: null }), 'edit', written],
    ['a card where a deferral was', card(), 'editAnswer'],
  ])('%s', (_, body, request, present) => {
    expect(problemsOfMessage(JSON.parse(JSON.stringify(body)), request, present)).toEqual([])
  })
})

describe('what Discord refuses by REST', () => {
  // biome-ignore format: a row a rule
  it.each<[string, unknown, Parameters<typeof problemsOfMessage>[1], string, Body?]>([
    ['no object', [], 'post', 'the whole: must be object'],
    ['a misspelt key', card({ componets: [] }), 'post', 'componets: Discord knows no such key here'],
    ['a misspelt key within', card({ components: [{ ...text(), contents: 'x' }] }), 'post', 'components[0].contents: Discord knows no such key here'],
    ['what only an answer has', card({ type: 4 }), 'post', 'type: Discord knows no such key here'],
    ['2001 characters', plain({ content: 'x'.repeat(2001) }), 'post', 'content: has 2001 characters, at most 2000 are allowed'],
    ['2001 characters in an edit', plain({ content: 'x'.repeat(2001) }), 'edit', 'content: has 2001 characters, at most 2000 are allowed', written],
    ['a nonce of 26 characters', card({ nonce: 'x'.repeat(26) }), 'post', 'nonce: has 26 characters, at most 25 are allowed'],
    ['a nonce that is half a number', card({ nonce: 0.5 }), 'post', 'nonce: must be integer or string or null'],
    ['a nonce in an edit', card({ nonce: '1' }), 'edit', 'nonce: Discord knows no such key here', shown],
    ['mentions by default', card({ allowed_mentions: undefined }), 'post', 'allowed_mentions: is missing; say { "parse": [] }, since answers echo what people typed'],
    ['mentions in an edit', card({ allowed_mentions: { parse: ['everyone'] } }), 'edit', 'allowed_mentions.parse: must be []', shown],
    ['an empty message', plain({ content: ' ' }), 'post', 'the whole: is an empty message'],
    ['an edit that leaves nothing', plain({ content: null }), 'edit', 'the whole: is an empty message', written],
    ['a card without the flag', card({ flags: 0 }), 'post', 'components[0].type: 17 needs components V2 (flag 32768)'],
    ['a private post', card({ flags: V2 | 64 }), 'post', 'flags: 32832 sets bits that may not be set here: 64'],
    ['a silent edit', card({ flags: V2 | 4096 }), 'edit', 'flags: 36864 sets bits that may not be set here: 4096', shown],
    ['V2 taken off', { flags: 0, allowed_mentions: NO_MENTIONS }, 'edit', 'flags: components V2 (flag 32768) cannot be taken off a message again', shown],
    ['text on a card', plain(), 'edit', 'content: does not go with components V2 (flag 32768)', shown],
    ['components V2 beside text that stays', card(), 'edit', 'content: does not go with components V2 (flag 32768)', written],
    ['a card of nothing', card({ components: null }), 'edit', 'components: is empty, and with components V2 nothing else is shown', shown],
    ['a voice as a follow-up', plain({ flags: 8192 }), 'followUp', 'flags: 8192 sets bits that may not be set here: 8192'],
    ['a nonce in a follow-up', plain({ nonce: '1' }), 'followUp', 'nonce: Discord knows no such key here'],
    ['files', plain({ attachments: [{ id: '0', filename: 'a.csv' }] }), 'post', 'attachments: the files would have to come along, and an answer in JSON carries none'],
  ])('%s', (_, body, request, problem, present) => {
    expect(problemsOfMessage(JSON.parse(JSON.stringify(body)), request, present)).toEqual([problem])
  })
})
