// The icons beside words. A page has each shape once, as a symbol; an icon refers to it and has the colour of its text.

/** Paths in a square of 16 units: lines, or a filled shape where `filled` says so. */
const SHAPES = {
  yes: (
    <>
      <path d="M3 8.5l3.2 3.3L13 4.6" />
    </>
  ),
  no: (
    <>
      <path d="M4 4l8 8M12 4l-8 8" />
    </>
  ),
  conditional: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  unknown: (
    <>
      <path d="M5.4 6a2.6 2.6 0 1 1 3.9 2.2C8.4 8.7 8 9.2 8 10" />
      <path d="M8 12.7v.2" stroke-width="2.2" />
    </>
  ),
  open: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5.5 7V4.7a2.5 2.5 0 0 1 4.9-.6" />
    </>
  ),
  locked: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5.5 7V4.8a2.5 2.5 0 0 1 5 0V7" />
    </>
  ),
  size: (
    <>
      <path d="M8 2l6 3-6 3-6-3zM2 8.2l6 3 6-3M2 11.3l6 3 6-3" />
    </>
  ),
  labels: (
    <>
      <path d="M2.5 2.5h5l6 6-5 5-6-6z" />
      <circle cx="5.4" cy="5.4" r=".6" />
    </>
  ),
  alive: (
    <>
      <circle cx="8" cy="8" r="4" fill="currentColor" />
    </>
  ),
  unsure: (
    <>
      <circle cx="8" cy="8" r="4" stroke-dasharray="2 2" />
    </>
  ),
  ended: (
    <>
      <circle cx="8" cy="8" r="5" />
      <path d="M4.5 11.5l7-7" />
    </>
  ),
  overlap: (
    <>
      <circle cx="5.8" cy="8" r="4" />
      <circle cx="10.2" cy="8" r="4" />
    </>
  ),
}
export type IconName = keyof typeof SHAPES

/** The shapes, for the end of a page. */
export const IconShapes = () => (
  <svg class="shapes" aria-hidden="true" width="0" height="0">
    {Object.entries(SHAPES).map(([name, shape]) => (
      <symbol id={`icon-${name}`} viewBox="0 0 16 16">
        {shape}
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
