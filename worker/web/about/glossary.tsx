import type { Overview } from '../../../schema/verbs/catalogue.ts'
import { ACCESS, AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS } from '../../../schema/words.ts'
import { Cell } from '../parts/cell.tsx'

const VALUES = {
  yes: 'its source says that it has this kind of data',
  no: 'its source says that it does not',
  unknown: 'that is not recorded; it is never hidden, since it may well be there',
} as const

/** Statuses that STATUS_WORDS does not explain. */
const OTHER_STATUSES = {
  active: 'it is there, as far as its sources say',
  superseded: 'another takes its place',
}

/** The meaning of the values in the table. */
export const Glossary = ({ totals }: Pick<Overview, 'totals'>) => (
  <section>
    <h2 id="words">What the words mean</h2>
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
    <h3 id="data-types">Kinds of data, and how many resources have each</h3>
    <table class="totals">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">What it is</th>
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
    <h3 id="access">Access: how one gets at the data</h3>
    <Meanings texts={{ ...ACCESS_WORDS, unknown: 'not recorded' }} order={ACCESS} />
    <h3 id="status">Status: what is known of a resource as a whole</h3>
    <Meanings texts={{ ...STATUS_WORDS, ...OTHER_STATUSES }} order={RESOURCE_STATUSES} />
    <h3 id="facts">Facts, claims and sources</h3>
    <p>
      A source claims something of a resource; the record states one of the claims. What disagrees is never
      dropped: it stays beside it, with its source, until a maintainer settles it, and after. Where data of
      one resource are in another, who trains a model on one and tests it on the other tests it on what it was
      trained on: the pages say so.
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
