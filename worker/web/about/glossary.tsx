import type { Overview } from '../../../schema/verbs/catalogue.ts'
import { ACCESS, AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS } from '../../../schema/words.ts'
import { Cell } from '../parts/cell.tsx'

const VALUES = {
  yes: 'a source says that it has this data type',
  no: 'a source says that it does not',
  unknown: 'not recorded; the data may exist',
} as const

/** Statuses that STATUS_WORDS does not explain. */
const OTHER_STATUSES = {
  active: 'available when it was last seen',
  superseded: 'a successor replaces it',
}

/** The meaning of the values in the table. */
export const Glossary = ({ totals }: Pick<Overview, 'totals'>) => (
  <section>
    <h2 id="words">Terms</h2>
    <dl class="words-of">
      {AVAILABILITY.map((value) => (
        <div>
          <dt>
            <Cell value={value} />
          </dt>
          <dd>{VALUES[value]}</dd>
        </div>
      ))}
    </dl>
    <h3 id="data-types">Data types, and how many data sets have each</h3>
    <table class="totals">
      <thead>
        <tr>
          <th scope="col">Data type</th>
          <th scope="col">Meaning</th>
          {AVAILABILITY.map((value) => (
            <th scope="col">{value}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DATA_TYPES.map(({ key, label, meaning }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{meaning}</td>
            {AVAILABILITY.map((value) => (
              <td class="tally">
                {totals[key][value]} <span class="said">{value}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <h3 id="access">Access: how to get the data</h3>
    <Meanings texts={{ ...ACCESS_WORDS, unknown: 'not recorded' }} order={ACCESS} />
    <h3 id="status">Status: the state of a data set</h3>
    <Meanings texts={{ ...STATUS_WORDS, ...OTHER_STATUSES }} order={RESOURCE_STATUSES} />
    <h3 id="facts">Claims and sources</h3>
    <p>
      A source makes a claim about a data set, and the record states one of the claims. When sources disagree,
      the page shows all claims until a maintainer settles them, and keeps them afterwards.
    </p>
    <h3 id="overlap">Overlap</h3>
    <p>
      Some data sets contain images of others. Do not use one for training and the other for testing: their
      pages say which ones share images.
    </p>
  </section>
)

function Meanings<Word extends string>({
  texts,
  order,
}: {
  readonly texts: Readonly<Record<Word, string>>
  readonly order: readonly Word[]
}) {
  return (
    <dl class="words-of">
      {order.map((word) => (
        <div>
          <dt>{word.replaceAll('_', ' ')}</dt>
          <dd>{meaning(word, texts[word])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The meaning without the word itself, which some texts begin with. */
const meaning = (word: string, text: string) =>
  text.startsWith(`${word}: `) ? text.slice(word.length + 2) : text
