// What a page says of the data set on it: in schema.org's words (Croissant's among them), in Dublin Core, in the tags that
// publishers set for Google Scholar, in Open Graph, and by its title.

import * as z from 'zod/mini'
import { identifiersIn } from '../../../schema/record/values/addresses/address.ts'
import { bytesIn } from '../../../schema/record/values/bytes.ts'
import { dayOf, lenient, lenientList, type SiteRecord, yearOf } from './site-record.ts'
import { fileFormatsIn, licenceIn, namedDataTypes, plainText, summary } from './words.ts'

/** What is read of a page's HTML. */
export interface PageMetadata {
  readonly title: string
  /** Names in lower case with their contents, in the order of the page. */
  readonly meta: readonly (readonly [name: string, content: string])[]
  /** The texts of its scripts of the type application/ld+json. */
  readonly jsonLd: readonly string[]
}

/** A text, or a thing with a name, an address or a value. */
const Thing = z.lazy(() =>
  z.union([
    z.string(),
    z.pipe(
      z.looseObject({}),
      z.transform((thing) => {
        const text = thing.name ?? thing['@id'] ?? thing.url ?? thing.value
        return typeof text === 'string' ? text : ''
      }),
    ),
  ]),
)

const DataSet = z.lazy(() =>
  z.object({
    name: lenientList(z.string()),
    alternateName: lenientList(z.string()),
    description: lenientList(z.string()),
    license: lenientList(Thing),
    creator: lenientList(Thing),
    publisher: lenientList(Thing),
    datePublished: lenient(z.string()),
    dateModified: lenient(z.string()),
    version: lenient(z.union([z.string(), z.number()])),
    identifier: lenientList(Thing),
    sameAs: lenientList(Thing),
    keywords: lenientList(Thing),
    isAccessibleForFree: lenient(z.union([z.boolean(), z.string()])),
    distribution: lenientList(
      z.object({
        encodingFormat: lenientList(z.string()),
        fileFormat: lenientList(z.string()),
        contentSize: lenient(z.string()),
      }),
    ),
  }),
)

export function readPage(source: string, page: PageMetadata): SiteRecord {
  const dataSet = page.jsonLd.flatMap(nodesIn).find(isDataSet)
  const bySchema = dataSet && recordBySchema(dataSet)
  const byTags = recordByTags(page)
  const fields = { ...byTags.fields, ...(bySchema && onlyStated(bySchema.fields)) }
  return {
    source,
    isPaper: bySchema === undefined && byTags.isPaper,
    fields: bySchema === undefined && byTags.isPaper ? {} : fields,
    references: [],
    dataSetDoi: bySchema?.doi ?? (byTags.isPaper ? undefined : byTags.doi),
    paperDoi: byTags.isPaper ? byTags.doi : undefined,
  }
}

const onlyStated = (fields: SiteRecord['fields']) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** The nodes of a document in JSON-LD, of its graph too. */
function nodesIn(text: string): object[] {
  try {
    const document: unknown = JSON.parse(text)
    return (
      [document]
        .flat()
        .flatMap((node) => [node, ...(isObject(node) && Array.isArray(node['@graph']) ? node['@graph'] : [])])
        .filter(isObject)
        // A catalogue or an article has its data set inside.
        .flatMap((node) => [node, ...[node.mainEntity, node.dataset].flat().filter(isObject)])
    )
  } catch {
    return []
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDataSet = (node: object): boolean =>
  '@type' in node && [node['@type']].flat().some((type) => /(?:^|[/:])Dataset$/.test(String(type)))

function recordBySchema(
  node: object,
): { readonly fields: SiteRecord['fields']; readonly doi: string | undefined } | undefined {
  const read = DataSet.safeParse(node)
  if (!read.success) return undefined
  const { distribution, name, description, version, ...dataSet } = read.data
  const title = plainText(name[0])
  const published = dayOf(dataSet.datePublished)
  const doi = [...dataSet.identifier, ...dataSet.sameAs].map((text) => identifiersIn(text).doi).find(Boolean)
  const sizes = distribution.flatMap(({ contentSize }) => contentSize ?? [])
  const bytes = sizes.length === 1 ? bytesIn(sizes[0] ?? '') : Number.NaN
  return {
    doi,
    fields: {
      name: title,
      organization: plainText(dataSet.publisher[0] ?? dataSet.creator[0]),
      availability: namedDataTypes([title, plainText(description[0]), ...dataSet.keywords]),
      description: summary(description[0]),
      license: licenceIn(dataSet.license),
      access:
        dataSet.isAccessibleForFree === true || dataSet.isAccessibleForFree === 'true' ? 'open' : undefined,
      published: yearOf(dataSet.datePublished),
      lastUpdated: dayOf(dataSet.dateModified),
      fileFormats: fileFormatsIn(
        distribution.flatMap(({ encodingFormat, fileFormat }) => [...encodingFormat, ...fileFormat]),
      ),
      downloadBytes: bytes > 0 ? bytes : undefined,
      versions:
        version === undefined
          ? undefined
          : [{ label: String(version), date: published ?? null, url: null, available: 'unknown' }],
      doi,
      aliases: dataSet.alternateName.flatMap((alias) => plainText(alias) ?? []),
    },
  }
}

/** Dublin Core, Highwire's tags and Open Graph, of which the first says most of data. */
function recordByTags({ title, meta }: PageMetadata) {
  const of = (...names: string[]) => {
    const found = names.flatMap((name) =>
      meta.filter(([given, content]) => given === name && content.trim() !== ''),
    )
    return found[0]?.[1]
  }
  const name = plainText(
    of('dc.title', 'dcterms.title', 'citation_title', 'og:title', 'twitter:title') ?? title,
  )
  const description = of(
    'dc.description',
    'dcterms.abstract',
    'dcterms.description',
    'og:description',
    'description',
  )
  const date = of('dcterms.issued', 'dc.date', 'dcterms.date', 'citation_publication_date', 'citation_date')
  const doi = [of('citation_doi'), of('dc.identifier', 'dcterms.identifier'), of('prism.doi')]
    .map((text) => identifiersIn(text ?? '').doi)
    .find(Boolean)
  return {
    // Scholar wants these of papers alone.
    isPaper: of('citation_journal_title', 'citation_conference_title', 'citation_pdf_url') !== undefined,
    doi,
    fields: {
      name,
      organization: plainText(of('dc.publisher', 'dcterms.publisher', 'citation_publisher', 'og:site_name')),
      availability: namedDataTypes([name, plainText(description)]),
      description: summary(description),
      license: licenceIn([of('dcterms.license', 'dc.rights.license', 'dc.rights', 'dcterms.rights')]),
      published: yearOf(date),
      doi,
    },
  }
}
