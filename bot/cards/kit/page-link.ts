/** The address of our pages, without a slash at its end; undefined where the deployment has no setting for it. */
export type Pages = string | undefined

/** A link in a card's small print to a page of ours: "· [its page](https://…)". */
export const pageLink = (before: string, pages: Pages, path: string, name: string): string =>
  pages === undefined ? '' : `${before}[${name}](${pages}${path})`
