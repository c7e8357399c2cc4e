/** A link of a Link header (RFC 8288). */
export interface Link {
  readonly to: string
  readonly rel: string
  readonly type?: string
}

/** The header with these links; what an address may not hold inside the brackets is escaped. */
export const linkHeader = (links: readonly Link[]): { Link: string } => ({
  Link: links
    .map(({ to, rel, type }) => {
      const address = encodeURI(to.toWellFormed()).replaceAll('%25', '%')
      return `<${address}>; rel="${rel}"${type === undefined ? '' : `; type="${type.replaceAll('"', '\\"')}"`}`
    })
    .join(', '),
})
