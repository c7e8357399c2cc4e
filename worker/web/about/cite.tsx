import type { Work as CitedWork } from '../../../schema/record/works/cited-works.ts'
import type { Overview } from '../../../schema/verbs/catalogue.ts'
import { apa } from '../../formats/references/apa.ts'
import { Citation } from '../parts/citation.tsx'

const FILES = [
  ['cff', 'CITATION.cff'],
  ['bib', 'BibTeX'],
  ['ris', 'RIS'],
  ['csl', 'CSL-JSON'],
] as const

export const Cite = ({ citations: { latest, survey } }: Pick<Overview, 'citations'>) => (
  <section>
    <h2 id="cite">How to cite it</h2>
    <p>Please cite a release. The page of a data set says how to cite the data set itself.</p>
    <Work heading="The latest release" reference={latest} id="latest" />
    <Work heading="The survey" reference={survey} id="survey-work" />
    <p>
      As a file:{' '}
      {FILES.map(([suffix, name], i) => (
        <>
          {i > 0 && ', '}
          <a href={`/v1/citation.${suffix}`}>{name}</a>
        </>
      ))}
    </p>
  </section>
)

interface WorkProps {
  readonly heading: string
  readonly reference: CitedWork
  readonly id: string
}

const Work = ({ heading, reference, id }: WorkProps) => (
  <div class="work">
    <h3>{heading}</h3>
    <p>{apa(reference)}</p>
    <Citation reference={reference} id={id} />
  </div>
)
