/** The sections that make a page long, then those of every page. */
const SECTIONS = [
  { id: 'disagreements', name: 'Where sources disagree' },
  { id: 'lineage', name: 'Lineage and overlap' },
  { id: 'references', name: 'References' },
  { id: 'history', name: 'History' },
] as const
type LongSection = 'disagreements' | 'lineage'

/** Links to the sections of a page that has a long one. */
export const Contents = ({ long }: { readonly long: readonly LongSection[] }) =>
  long.length === 0 ? null : (
    <nav class="jumps" aria-label="On this page">
      <ul>
        {SECTIONS.filter(({ id }) => id === 'references' || id === 'history' || long.includes(id)).map(
          ({ id, name }) => (
            <li>
              <a href={`#${id}`}>{name}</a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
