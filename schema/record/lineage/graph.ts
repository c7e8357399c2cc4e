// Which data are in which resource, as a graph.

import type { Resource } from '../resource.ts'

/** A resource, listed or removed, or an origin that is not listed. */
export type LineageNode =
  | ({ readonly kind: 'resource' } & Pick<
      Resource,
      'slug' | 'name' | 'status' | 'license' | 'licenseSpdx' | 'access'
    >)
  | { readonly kind: 'origin'; readonly name: string }

/** Data of `from` are in `to`. A resource is named by its slug, an origin by its name. */
export interface LineageEdge {
  readonly from: string
  readonly to: string
}

/** The same with where it was read; with none where nobody has said. */
export interface SourcedEdge extends LineageEdge {
  readonly sources: readonly string[]
}

export interface LineageGraph<Edge extends LineageEdge = LineageEdge> {
  readonly nodes: readonly LineageNode[]
  readonly edges: readonly Edge[]
}

/** One that another's data come from, or go to, and over how many steps at the least. */
export type RelatedResource = LineageNode & { readonly steps: number }

/** A resource's place in the lineage, nearest first. */
export interface Lineage {
  readonly ancestors: readonly RelatedResource[]
  readonly descendants: readonly RelatedResource[]
}
