// A group of what the list can be narrowed by: boxes to tick, each with how many data sets there would be. live.client.js
// renews the numbers, by `data-count`.

import type { Facets } from '../../../schema/verbs/resources.ts'
import type { Child } from '../jsx.ts'
import type { Name, TableFilters } from './view.ts'

export interface FacetProps {
  readonly filters: TableFilters
  readonly facets: Facets
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly count: number
}

interface BoxProps extends Option {
  readonly name: Name
  readonly filters: TableFilters
  /** More inside of the label. */
  readonly children?: Child
}

export const chosenOf = (filters: TableFilters, name: Name): readonly string[] =>
  filters[name]?.split(',') ?? []

export const Box = ({ name, value, label, count, filters, children }: BoxProps) => (
  <label class="box">
    <input type="checkbox" name={name} value={value} checked={chosenOf(filters, name).includes(value)} />
    <span>{label}</span> <Count name={name} value={value} count={count} />
    {children}
  </label>
)

interface CountProps {
  readonly name: Name
  readonly value: string
  readonly count: number
}

const Count = ({ name, value, count }: CountProps) => (
  <span class="number" data-count={`${name}=${value}`}>
    {count}
  </span>
)

interface FacetFrameProps {
  readonly id: string
  readonly title: string
  readonly isOpen: boolean
  readonly chosen: number
  readonly children: Child
}

/** A group that folds. */
export const Facet = ({ id, title, isOpen, chosen, children }: FacetFrameProps) => (
  <details class="facet" id={`facet-${id}`} open={isOpen || chosen > 0}>
    <summary>
      {title}
      {chosen > 0 && <small> {chosen} chosen</small>}
    </summary>
    <fieldset>
      <legend class="unseen">{title}</legend>
      {children}
    </fieldset>
  </details>
)
