/** Where our pages are, without a slash at its end; undefined where the deployment does not say. */
export type Pages = string | undefined

/** Leads from the small print of a card to a page of ours, after `before`: "· [its page](https://…)". */
export const pageLink = (before: string, pages: Pages, path: string, name: string): string =>
  pages === undefined ? '' : `${before}[${name}](${pages}${path})`
