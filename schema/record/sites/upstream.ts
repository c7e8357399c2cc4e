// What a site said of a listed resource at the last look: of the facts that a new look is compared with.

export interface UpstreamSaying {
  readonly license?: string
  readonly name?: string
  /** Where the site says that it is. */
  readonly url?: string
  readonly isArchived?: boolean
  /** The labels of its versions. */
  readonly versions?: readonly string[]
}
