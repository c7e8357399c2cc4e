export type Present<Values> = { [Key in keyof Values]?: NonNullable<Values[Key]> }

/** The values that are there: a nullable column becomes an optional property. */
export const present = <Values extends object>(values: Values): Present<Values> =>
  // The cast holds: only entries with a value are kept.
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Present<Values>
