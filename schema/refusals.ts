// What the registry says when it refuses, in English, each sentence with what it names. Doors that speak other languages
// have the same sentences in those, by the same names: what is missing there does not compile.

export const REFUSALS = {
  licenseUnnamed: () => 'A licence is named as SPDX does, such as CC-BY-4.0; or other, or unknown.',
  noSuchSlug: (slug: string) => `Nothing listed has the slug “${slug}”.`,
}

export type Refusals = typeof REFUSALS

/** Which sentence, and what it names. */
export interface RefusedFor<Name extends keyof Refusals> {
  readonly name: Name
  readonly values: Parameters<Refusals[Name]>
}
export type Refused = { [Name in keyof Refusals]: RefusedFor<Name> }[keyof Refusals]
