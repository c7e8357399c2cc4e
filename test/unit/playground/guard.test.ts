import { describe, expect, it } from 'vitest'
import { refusal } from '../../playground/server/guard.ts'

const OWN = { host: 'localhost:8788', origin: 'http://localhost:8788', 'content-type': 'application/json' }

describe('a request', () => {
  it.each([
    ['that is typed into a browser is answered', 'GET', { host: '127.0.0.1:8788' }, true],
    ['of the page is answered', 'POST', OWN, true],
    [
      'that follows a link from elsewhere is answered',
      'GET',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      true,
    ],
    ['under another name is refused', 'GET', { host: 'elsewhere.org:8788' }, false],
    ['for another port is refused', 'GET', { host: 'localhost:8787' }, false],
    ['for no host is refused', 'GET', {}, false],
    [
      'of another page is refused',
      'GET',
      { ...OWN, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
      false,
    ],
    ['that another page posts is refused', 'POST', { ...OWN, origin: 'http://localhost:8787' }, false],
    ['without an origin changes nothing', 'POST', { ...OWN, origin: undefined }, false],
    ['that a form posts is refused', 'POST', { ...OWN, 'content-type': 'text/plain' }, false],
  ])('%s', (_, method, headers, isAnswered) => {
    expect(refusal(method, headers, 8788) === undefined).toBe(isAnswered)
  })
})
