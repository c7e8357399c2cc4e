import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { FORMS } from '../../formats/index.ts'
import type { FormLink } from '../../http/links.ts'
import { Day } from '../parts/day.tsx'

interface DownloadsProps {
  readonly slug: string
  readonly releases: ResourceHistory['releases']
  readonly forms: readonly FormLink[]
  /** The page's own query: its moment. */
  readonly search: string
}

/** Links to the resource in other formats and as of each release. */
export const Downloads = ({ slug, releases, forms, search }: DownloadsProps) => (
  <div class="ways">
    <section>
      <h2 id="downloads">Downloads</h2>
      <ul class="forms">
        {forms.map(({ to, suffix }) => (
          <li>
            <a href={to}>
              <code>.{suffix}</code>
            </a>{' '}
            <span>{FORMS[suffix].description}</span>
          </li>
        ))}
      </ul>
    </section>
    {releases.length > 0 && (
      <section>
        <h2 id="as-it-was">As it was</h2>
        <ul class="releases">
          {releases.map(({ version, releasedOn }) => {
            const releaseQuery = `?${new URLSearchParams({ release: version })}`
            return (
              <li>
                <a
                  href={`/r/${slug}${releaseQuery}`}
                  aria-current={releaseQuery === search ? 'page' : undefined}
                >
                  Release {version}
                </a>{' '}
                <span>
                  <Day iso={releasedOn} />
                </span>
              </li>
            )
          })}
        </ul>
      </section>
    )}
  </div>
)
