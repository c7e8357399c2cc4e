/** Folded words that tell nothing apart in a registry of COVID-19 data sets: most names and most queries have some. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and at by for from has have i in is me of on or show the to what which with ' +
    'covid covid19 19 corona coronavirus sars cov 2 data database databases dataset datasets set sets ' +
    'image images imaging pictures public open free resource resources scan scans'
  ).split(' '),
)
