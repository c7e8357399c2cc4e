import { expect, it } from 'vitest'
import { networksOf } from '../../../worker/domain/intake/networks.ts'

it.each([
  ['203.0.113.5', ['203.0.113.5']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:DB8:1:2::', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:0db8::1', ['2001:db8:0:0::/64', '2001:db8:0::/48']],
  ['::1', ['0:0:0:0::/64', '0:0:0::/48']],
  ['::ffff:203.0.113.5', ['203.0.113.5']],
  ['::ffff:cb00:7105', ['203.0.113.5']],
  ['local', ['local']],
  ['not:an:address', ['not:an:address']],
])('the networks of %s are %j', (address, networks) => {
  expect(networksOf(address)).toEqual(networks)
})
