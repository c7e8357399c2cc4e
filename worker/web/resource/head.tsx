// What programs read of the page: the data set as linked data, its other forms, and what a preview shows.

import { raw } from 'hono/html'
import type { Resource } from '../../../schema/record/resource.ts'
import type { AsOf } from '../../../schema/verbs/as-of.ts'
import { pageAddress } from '../../formats/catalogue.ts'
import { FORMS } from '../../formats/index.ts'
import { jsonld } from '../../formats/linked-data/schema-org.ts'
import { formLinks } from '../../http/links.ts'
import { ResourcePreview } from '../preview.tsx'

interface Given {
  readonly record: Resource
  readonly asOf: AsOf
  readonly slug: string
  readonly base: string
  readonly search: string
}

export const ResourceHead = ({ record, asOf, slug, base, search }: Given) => (
  <>
    {base !== '' && <link rel="canonical" href={pageAddress({ base }, slug)} />}
    {formLinks({ base, search }, slug).map(({ to, type, suffix }) => (
      <link rel="alternate" type={type} href={to} title={FORMS[suffix].description} />
    ))}
    <ResourcePreview record={record} slug={slug} base={base} />
    {/* In this format no text can end the script: each `<` is escaped. */}
    <script type="application/ld+json">{raw(jsonld(record, { base, asOf }))}</script>
  </>
)
