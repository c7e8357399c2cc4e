/** An address taken apart: in lower case, decoded, its host without "www." and its path without empty parts. */
export interface AddressParts {
  readonly host: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** With its "#"; empty where there is none. */
  readonly fragment: string
}

/** The canonical form of an address on a host; undefined where the general rules hold. */
export type Rule = (parts: AddressParts) => string | undefined
