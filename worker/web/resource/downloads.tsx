import { FORMS, type Suffix } from '../../formats/index.ts'
import type { FormLink } from '../../http/links.ts'

/** What people call each form. */
const NAMES: Readonly<Record<Suffix, string>> = {
  json: 'JSON',
  jsonld: 'schema.org',
  ttl: 'DCAT',
  'croissant.json': 'Croissant',
  bib: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
}

/** Links to the record, not to the data, in other formats. */
export const Downloads = ({ forms }: { readonly forms: readonly FormLink[] }) => (
  <p class="forms">
    This record as{' '}
    {forms.map(({ to, suffix }, i) => (
      <>
        {i > 0 && ', '}
        <a href={to} title={FORMS[suffix].description}>
          {NAMES[suffix]}
        </a>
      </>
    ))}
  </p>
)
