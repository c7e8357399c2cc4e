// DataCite's record of a DOI: of Zenodo, Figshare, Mendeley Data, IEEE DataPort, Dryad, Dataverse, arXiv and others.
// https://support.datacite.org/docs/api-get-doi and the schema, https://schema.datacite.org/meta/kernel-4.5/

import * as z from 'zod/mini'
import { once } from '../../../schema/once.ts'
import { bytesIn } from '../../../schema/record/values/bytes.ts'
import { cslDate } from '../../../schema/record/values/dates.ts'
import type { CslName } from '../../../schema/record/works/reference.ts'
import { dayOf, lenient, lenientList, readJson, type SiteRecord } from './site-record.ts'
import { fileFormatsIn, licenceIn, namedDataTypes, plainText, summary } from './words.ts'

const text = lenient(z.string())
/** A text, or an object with a name: publishers and affiliations are the one or the other by version of the API. */
const named = lenient(
  z.union([
    z.string(),
    z.pipe(
      z.object({ name: z.string() }),
      z.transform(({ name }) => name),
    ),
  ]),
)

export const dataciteWork = once(() =>
  z.object({
    doi: z.string(),
    titles: lenientList(z.object({ title: z.string(), titleType: lenient(z.nullable(z.string())) })),
    creators: lenientList(
      z.object({
        name: z.string(),
        nameType: lenient(z.nullable(z.string())),
        givenName: lenient(z.nullable(z.string())),
        familyName: lenient(z.nullable(z.string())),
        affiliation: lenientList(named),
      }),
    ),
    publisher: named,
    publicationYear: lenient(z.int()),
    dates: lenientList(z.object({ date: z.string(), dateType: z.string() })),
    types: lenient(z.object({ resourceTypeGeneral: text })),
    subjects: lenientList(z.object({ subject: z.string() })),
    relatedIdentifiers: lenientList(
      z.object({
        relationType: z.string(),
        relatedIdentifier: z.string(),
        relatedIdentifierType: z.string(),
      }),
    ),
    sizes: lenientList(z.string()),
    formats: lenientList(z.string()),
    version: lenient(z.nullable(z.string())),
    rightsList: lenientList(
      z.object({
        rights: lenient(z.nullable(z.string())),
        rightsUri: lenient(z.nullable(z.string())),
        rightsIdentifier: lenient(z.nullable(z.string())),
      }),
    ),
    descriptions: lenientList(z.object({ description: z.string(), descriptionType: text })),
  }),
)
export type DataciteWork = z.infer<ReturnType<typeof dataciteWork>>

const Answer = z.lazy(() => z.object({ data: z.object({ attributes: dataciteWork() }) }))

/** Where the record of a DOI is. The DOI's own slash may stand as it is; what else an address can't have may not. */
export const dataciteAddress = (doi: string): string =>
  `https://api.datacite.org/dois/${encodeURIComponent(doi)}`

export function readDatacite(source: string, answer: string): SiteRecord | undefined {
  const work = readJson(Answer, answer)?.data.attributes
  return work && dataciteRecord(source, work)
}

/** What the general type of a resource says: these are written about data, and are not data. */
const PAPERS =
  /^(?:Text|Preprint|JournalArticle|ConferencePaper|Report|Dissertation|Book|BookChapter|PeerReview|DataPaper)$/

/** Archives, which publish the data of others. */
const ARCHIVES =
  /^(?:zenodo|fig ?share|mendeley(?: data)?|ieee dataport|dryad(?: digital repository)?|.*\bdataverse|open science framework|osf|kaggle|arxiv|hugging ?face|harvard dataverse|science data bank|scidb|openneuro)$/i

export function dataciteRecord(source: string, work: DataciteWork): SiteRecord {
  const { doi, publicationYear } = work
  const isPaper = PAPERS.test(work.types?.resourceTypeGeneral ?? '')
  const title = plainText(work.titles.find(({ titleType }) => !titleType)?.title)
  const dateOf = (type: string) => dayOf(work.dates.find(({ dateType }) => dateType === type)?.date)
  const issued = dateOf('Issued') ?? dateOf('Available') ?? publicationYear?.toString()
  const reference = {
    type: isPaper ? ('article' as const) : ('dataset' as const),
    title,
    author: work.creators.map(nameOf),
    publisher: work.publisher,
    issued: issued === undefined ? undefined : cslDate(issued),
    version: isPaper ? undefined : (work.version ?? undefined),
    doi,
  }
  const paperDoi = work.relatedIdentifiers.find(
    ({ relationType, relatedIdentifierType: type }) => type === 'DOI' && ABOUT_IT.includes(relationType),
  )?.relatedIdentifier
  const common = { source, isPaper, references: [reference], paperDoi }
  return { ...common, fields: isPaper ? {} : fieldsOf(work, title, issued, dateOf('Updated')) }
}

/** How a data set is related to the paper about it. */
const ABOUT_IT = ['IsSupplementTo', 'IsDocumentedBy', 'IsDescribedBy']

function fieldsOf(
  work: DataciteWork,
  title: string | undefined,
  issued: string | undefined,
  updated: string | undefined,
): SiteRecord['fields'] {
  const { doi, version, rightsList, descriptions, formats } = work
  const abstract =
    descriptions.find(({ descriptionType }) => descriptionType === 'Abstract') ?? descriptions[0]
  const subjects = work.subjects.map(({ subject }) => subject)
  return {
    name: title,
    organization: organizationOf(work),
    availability: namedDataTypes([title, plainText(abstract?.description), ...subjects]),
    description: summary(abstract?.description),
    license: licenceIn(
      rightsList
        .flatMap(({ rights, rightsIdentifier, rightsUri }) => [rights, rightsIdentifier, rightsUri])
        .map((written) => written ?? undefined)
        .filter((written) => !written?.includes('eu-repo/semantics') && !/access$/i.test(written ?? '')),
    ),
    access: rightsList.some(({ rights, rightsUri }) => /open ?access/i.test(`${rights} ${rightsUri}`))
      ? 'open'
      : undefined,
    published: work.publicationYear,
    lastUpdated: updated ?? (issued && issued.length > 4 ? issued : undefined),
    fileFormats: fileFormatsIn(formats),
    downloadBytes: sizeIn(work.sizes),
    versions: version
      ? [{ label: version, date: issued ?? null, url: `https://doi.org/${doi}`, available: 'yes' }]
      : undefined,
    doi,
  }
}

function nameOf({ name, nameType, givenName, familyName }: DataciteWork['creators'][number]): CslName {
  if (familyName) return givenName ? { family: familyName, given: givenName } : { family: familyName }
  const [family = '', given] = name.split(/,\s*/)
  return nameType === 'Organizational' || given === undefined ? { literal: name } : { family, given }
}

/** The organisation among the creators, or that of the first of them; else the publisher, unless it is an archive. */
function organizationOf({ creators, publisher }: DataciteWork): string | undefined {
  const organization = creators.find(({ nameType }) => nameType === 'Organizational')?.name
  const affiliation = creators.flatMap((creator) => creator.affiliation).find((name) => name !== undefined)
  const isArchive = publisher === undefined || ARCHIVES.test(publisher.trim())
  if (organization !== undefined || affiliation !== undefined || !isArchive)
    return plainText(organization ?? affiliation ?? publisher)
  const [first, ...others] = creators
    .map(nameOf)
    .map((name) => ('literal' in name ? name.literal : name.family))
  return first && (others.length > 0 ? `${first} et al.` : first)
}

/** The sum of sizes in bytes; undefined where one of them is no size, such as "12 files". */
function sizeIn(sizes: readonly string[]): number | undefined {
  const bytes = sizes.map((size) => (/[a-z]/i.test(size) ? bytesIn(size) : Number.NaN))
  const sum = bytes.reduce((a, b) => a + b, 0)
  return sum > 0 ? sum : undefined
}
