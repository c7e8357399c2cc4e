// Who one can be in the stand-in Discord, and where one can go there, by the names that people use for it.

import { MAINTAINER, type Person, SECOND_VISITOR, VISITOR } from './people.ts'

export const ROLES = ['visitor', 'second', 'maintainer'] as const
export type Role = (typeof ROLES)[number]

export const PERSON_OF: { readonly [Name in Role]: Person } = {
  visitor: VISITOR,
  second: SECOND_VISITOR,
  maintainer: MAINTAINER,
}

export const CHANNELS = ['general', 'review', 'dm'] as const
export type ChannelName = (typeof CHANNELS)[number]
