/** What formats without fields for it say in a note. */
export const notes = ({
  license,
  shortened,
}: {
  readonly license: string | undefined
  readonly shortened: boolean
}): string[] => [
  ...(shortened ? ['Only the first authors are named'] : []),
  ...(license === undefined ? [] : [`Licence: ${license}`]),
]
