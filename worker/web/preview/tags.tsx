// The preview of a link to a page: Open Graph (https://ogp.me), and an embed of Discord's own components.

import { english } from '../../../bot/languages/index.ts'
import { labelsWith } from '../../../bot/languages/values.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Overview } from '../../../schema/verbs/catalogue.ts'
import { AVAILABILITY, DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'
import { pageAddress } from '../../formats/catalogue.ts'
import { ACCENT, registryEmbed, resourceEmbed } from '../../formats/component-embed.ts'
import { describeLicense } from '../../formats/fact-text.ts'
import { type Html, raw } from '../jsx.ts'
import {
  PICTURE_SIZE,
  type PictureText,
  pictureAlternative,
  picturePath,
  REGISTRY_PICTURE,
  resourcePicture,
} from './picture.ts'

interface PreviewProps {
  readonly title: string
  readonly description: string
  /** The page's public address; undefined where PUBLIC_URL is unset. */
  readonly address: string | undefined
  /** Discord's components as JSON that contains no `<`. */
  readonly embed: string | undefined
  /** Empty where PUBLIC_URL is unset: a picture needs an absolute address. */
  readonly base: string
  readonly picture: PictureText
}

const preview = async ({ title, description, address, embed, base, picture }: PreviewProps) => (
  <>
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={REGISTRY.name} />
    {address !== undefined && <meta property="og:url" content={address} />}
    {base !== '' && <PictureTags address={base + (await picturePath(picture))} picture={picture} />}
    <meta name="twitter:card" content={base === '' ? 'summary' : 'summary_large_image'} />
    <meta name="theme-color" content={`#${ACCENT.toString(16)}`} />
    {embed !== undefined && (
      <script id="discord:component-embed" type="application/json">
        {raw(embed)}
      </script>
    )}
  </>
)

interface PictureProps {
  readonly address: string
  readonly picture: PictureText
}

const PictureTags = ({ address, picture }: PictureProps) => (
  <>
    <meta property="og:image" content={address} />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content={String(PICTURE_SIZE.width)} />
    <meta property="og:image:height" content={String(PICTURE_SIZE.height)} />
    <meta property="og:image:alt" content={pictureAlternative(picture)} />
  </>
)

const VALUES = { yes: 'has', no: 'lacks', unknown: 'unknown' } as const

/** "An institute · has CT, Metadata · lacks MRI · licence CC BY 4.0" */
export function summaryOf(record: Resource): string {
  const license = describeLicense(record)
  return [
    ...(record.status === 'removed' ? ['No longer listed'] : []),
    record.organization,
    ...AVAILABILITY.flatMap((value) => {
      const labels = labelsWith(english, record.availability, value)
      return labels.length > 0 ? [`${VALUES[value]} ${labels.join(', ')}`] : []
    }),
    license === undefined ? 'licence not recorded' : `licence ${license}`,
  ].join(' · ')
}

/** `base` is empty where the registry's address is unknown. */
export const resourcePreview = (record: Resource, slug: string, base: string): Promise<Html> => {
  const address = base === '' ? undefined : pageAddress({ base }, slug)
  return preview({
    title: record.name,
    description: summaryOf(record),
    ...{ address, base },
    embed: resourceEmbed(record, address),
    picture: resourcePicture(record),
  })
}

type RegistryCounts = Pick<Overview, 'resources' | 'totals'>

/** "46 resources: CT 30, X-ray 24 ..." */
const countsOf = ({ resources, totals }: RegistryCounts): string =>
  `${resources} resources, each with its sources. ${DATA_TYPES.map(
    ({ key, label }) => `${label}: ${totals[key].yes}`,
  ).join(' · ')}`

export const registryPreview = (counts: RegistryCounts, base: string): Promise<Html> => {
  const address = base === '' ? undefined : `${base}/`
  return preview({
    title: REGISTRY.title,
    description: countsOf(counts),
    ...{ address, base },
    embed: registryEmbed(counts, address),
    picture: REGISTRY_PICTURE,
  })
}
