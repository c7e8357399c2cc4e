// Pages of sites that behave, with what such pages say of themselves.

import type { Site } from './site.ts'

const page =
  (headOf: string, body = ''): Site =>
  (_, response) =>
    void response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html><head>${headOf}</head><body>${body}</body></html>`)

const jsonLd = (document: object) => `<script type="application/ld+json">${JSON.stringify(document)}</script>`
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`

export const PAGES: { readonly [host: string]: Site } = {
  // https://schema.org/Dataset, as Google asks for it: developers.google.com/search/docs/appearance/structured-data/dataset
  'data.lung-lab.org': page(
    `<title>COVID sonograms | Lung Lab</title>${jsonLd({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      name: 'COVID sonograms',
      alternateName: ['Sono-19', 'Lung Lab sonograms'],
      description: 'Sonograms of 50 patients.',
      license: {
        '@type': 'CreativeWork',
        name: 'CC0',
        url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
      creator: { '@type': 'Organization', name: 'Lung Lab' },
      datePublished: '2020-06-01',
      dateModified: '2021-02-03T04:05:06+00:00',
      version: 3,
      isAccessibleForFree: true,
      keywords: ['ultrasound', 'COVID-19'],
      distribution: [
        {
          '@type': 'DataDownload',
          encodingFormat: 'video/mp4',
          contentSize: '2.5 GB',
          contentUrl: 'https://data.lung-lab.org/all.mp4',
        },
      ],
    })}`,
  ),
  // Croissant, https://docs.mlcommons.org/croissant/docs/croissant-spec.html: its types have a prefix.
  'croissant.lung-lab.org': page(
    jsonLd({
      '@context': { sc: 'https://schema.org/' },
      '@graph': [
        { '@type': 'WebPage', name: 'A page' },
        {
          '@type': 'sc:Dataset',
          name: 'X-rays for breakfast',
          url: 'https://croissant.lung-lab.org/',
          license: 'https://creativecommons.org/licenses/by-sa/4.0/',
          identifier: ['https://doi.org/10.5281/zenodo.9900001'],
          distribution: [
            { '@type': 'cr:FileObject', encodingFormat: 'application/zip' },
            { '@type': 'cr:FileObject', encodingFormat: 'image/png' },
          ],
        },
      ],
    }),
  ),
  // Dublin Core, https://www.dublincore.org/specifications/dublin-core/dcq-html/
  'dublin.lung-lab.org': page(
    [
      meta('DC.Title', 'MRI of the heart after COVID-19 &amp; more'),
      meta('DC.Publisher', 'Heart Archive'),
      meta('DCTERMS.issued', '2022-01'),
      meta('DC.Rights', 'CC BY 4.0'),
    ].join(''),
  ),
  // Highwire's tags, https://scholar.google.com/intl/en/scholar/inclusion.html: a paper, and no data.
  'paper.lung-lab.org': page(
    [
      meta('citation_title', 'We looked at CT'),
      meta('citation_journal_title', 'Journal of Lung Imaging'),
      meta('citation_doi', '10.1016/j.lung.2021.900001'),
    ].join(''),
  ),
  // Open Graph, https://ogp.me/
  'plain.lung-lab.org': page(
    '<title>Ignored</title><meta property="og:title" content="Atlas of COVID-19 radiographs"><meta property="og:site_name" content="Atlas Society">',
  ),
}
