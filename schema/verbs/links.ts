// What can be asked of the registry about the addresses of its resources, by the job that looks at them.

import type { LinkState } from '../record/sites/link.ts'
import type { LinkFinding, LinkRole, ResourceStatus } from '../vocabulary.ts'

export interface CheckedLink {
  readonly id: number
  readonly resourceId: number
  readonly address: string
  readonly role: LinkRole
  readonly state: LinkState
}

export interface LinkWork {
  /** Those that may be looked at again, the one that waits longest first: several times as many as one run looks at. */
  readonly due: readonly CheckedLink[]
  /** Addresses of which no copy is known: the dead first. */
  readonly withoutCopy: readonly Pick<CheckedLink, 'id' | 'address'>[]
  /** Addresses of which the archive is to be asked for a copy. */
  readonly toBeSaved: readonly Pick<CheckedLink, 'id' | 'address'>[]
}

export interface RecordedLooks {
  readonly looked: readonly {
    readonly link: CheckedLink
    readonly state: LinkState
    /** The earliest next look, ISO 8601. */
    readonly nextAt: string
  }[]
  /** What the archive was asked for; with the copy that it has. */
  readonly copies: readonly { readonly id: number; readonly address: string; readonly archivedUrl?: string }[]
  /** Of which of these it was asked to keep a copy. */
  readonly saved: readonly number[]
}

/** What looks at a resource's own address give reason to correct. */
export interface LinkFound {
  readonly id: number
  readonly slug: string
  readonly version: number
  readonly status: ResourceStatus
  readonly address: string
  readonly finding: LinkFinding
  readonly finalUrl: string | null
  readonly saying: string
  /** When it came to its verdict, and the last look: ISO 8601. */
  readonly since: string
  readonly checkedAt: string
  /** A maintainer rejected the new address for this resource before. */
  readonly wasRejected: boolean
}

export interface LinkVerbs {
  listLinkWork(): Promise<LinkWork>
  /** In one batch. An address that its resource has no more is left out. */
  recordLooks(looks: RecordedLooks): Promise<void>
  /** At most `most`, of resources of which no correction by a job waits; not again what was proposed before. */
  listLinkFindings(most: number): Promise<readonly LinkFound[]>
  /** That a correction for a finding was sent, or can't be: `dead`, or the new address. */
  noteProposed(id: number, proposed: string): Promise<void>
}
