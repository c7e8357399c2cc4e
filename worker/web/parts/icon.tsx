// A page has each shape once, as a symbol; an icon refers to it and has the colour of its text.

import { raw } from '../jsx.ts'
import { ICON_SHAPES, type IconName } from './icon-shapes.ts'

/** The shapes, for the end of a page. */
export const IconShapes = () => (
  <svg class="shapes" aria-hidden="true" width="0" height="0">
    {Object.entries(ICON_SHAPES).map(([name, shape]) => (
      <symbol id={`icon-${name}`} viewBox="0 0 16 16">
        {raw(shape)}
      </symbol>
    ))}
  </svg>
)

/** Beside a word that says the same, so screen readers skip it. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`#icon-${name}`} />
  </svg>
)
