import type { Resource } from '../../../schema/record/resource.ts'
import type { AsOf } from '../../../schema/verbs/as-of.ts'
import { pageAddress } from '../../formats/catalogue.ts'
import { FORMS } from '../../formats/index.ts'
import { jsonld } from '../../formats/linked-data/schema-org.ts'
import { formLinks } from '../../http/links.ts'
import { raw } from '../jsx.ts'
import { resourcePreview } from '../preview/tags.tsx'

interface ResourceHeadProps {
  readonly record: Resource
  readonly asOf: AsOf
  readonly slug: string
  readonly base: string
  readonly search: string
}

/** The page's head for programs: linked data, alternate formats and the preview. */
export const resourceHead = async ({ record, asOf, slug, base, search }: ResourceHeadProps) => (
  <>
    {base !== '' && <link rel="canonical" href={pageAddress({ base }, slug)} />}
    {formLinks({ base, search }, slug).map(({ to, type, suffix }) => (
      <link rel="alternate" type={type} href={to} title={FORMS[suffix].description} />
    ))}
    {await resourcePreview(record, slug, base)}
    {/* `jsonld` escapes each `<`, so no text can end the script. */}
    <script type="application/ld+json">{raw(jsonld(record, { base, asOf }))}</script>
  </>
)
