// Which data are in which resource, as a graph.

import type { Resource } from '../resource.ts'

/** A resource, listed or removed, or an origin that is not listed. */
export type LineageNode =
  | ({ readonly kind: 'resource' } & Pick<
      Resource,
      'slug' | 'name' | 'status' | 'availability' | 'license' | 'licenseSpdx' | 'access'
    >)
  | { readonly kind: 'origin'; readonly name: string }

/** Data of `from` are in `to`. A resource is named by its slug, an origin by its name. */
export interface LineageEdge {
  readonly from: string
  readonly to: string
}

/** The same with where it was read; with none where that is not recorded. */
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
  /** Beside these, the resources that name a source that it has too. */
  readonly siblings: readonly Sibling[]
}

/**
 * How two resources overlap: one contains the other's data; or a source of both may have given them the same images; or
 * they have a source in common, and no kind of image that both have is recorded.
 */
export const OVERLAPS = ['contains', 'may_share_images', 'same_source', 'none'] as const
export type Overlap = (typeof OVERLAPS)[number]

type ResourceNode = LineageNode & { readonly kind: 'resource' }
export type Sibling = ResourceNode & { readonly overlap: 'may_share_images' | 'same_source' }
