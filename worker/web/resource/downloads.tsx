// Where to from here: the same for programs, as it was, and what can be done about it.

import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { FORMS } from '../../formats/index.ts'
import type { FormLink } from '../../http/links.ts'
import { Day } from '../parts/day.tsx'

interface Given {
  readonly slug: string
  readonly releases: ResourceHistory['releases']
  readonly forms: readonly FormLink[]
  /** Of the page: its moment. */
  readonly search: string
}

export const Downloads = ({ slug, releases, forms, search }: Given) => (
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
            const then = `?${new URLSearchParams({ release: version })}`
            return (
              <li>
                <a href={`/r/${slug}${then}`} aria-current={then === search ? 'page' : undefined}>
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
