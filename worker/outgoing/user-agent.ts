/** Who asks, for the logs of other sites: the page there says what is asked, and how often. */
export const outsideUserAgent = (base: string | undefined): string =>
  `covid-imaging-registry (${base ? `+${base}/about#requests` : 'no address'})`
