import { describe, expect, it } from 'vitest'
import { oaiIdentifier, slugInIdentifier } from '../../../worker/domain/oai/identifier.ts'

const BASE = 'https://registry.example'

describe('an identifier', () => {
  it('is the host and the slug', () => {
    expect(oaiIdentifier(BASE, 'cord-19')).toBe('oai:registry.example:cord-19')
  })

  it('has no port in it', () => {
    expect(oaiIdentifier('http://localhost:8787', 'cord-19')).toBe('oai:localhost:cord-19')
  })

  it('gives its slug back', () => {
    expect(slugInIdentifier(BASE, 'oai:registry.example:cord-19')).toBe('cord-19')
  })

  it.each([
    '',
    'cord-19',
    'oai:registry.example:',
    'oai:registry.example:Cord-19',
    'oai:registry.example:cord 19',
    'oai:registry.example:cord-19\n',
    "oai:registry.example:x' or '1",
    `oai:registry.example:${'x'.repeat(61)}`,
    'oai:elsewhere.example:cord-19',
    'OAI:registry.example:cord-19',
  ])('of ours is not %j', (identifier) => {
    expect(slugInIdentifier(BASE, identifier)).toBeUndefined()
  })
})
