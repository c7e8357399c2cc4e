// Example calls, complete to copy; the tests send each of them.

/** Used where PUBLIC_URL is unset. The domain is reserved for examples (RFC 2606). */
const NO_BASE = 'https://registry.example'

const SUBMISSION = `{
  "kind": "addition",
  "resource": {
    "name": "Lung Ultrasound Atlas",
    "url": "https://example.org/lung-ultrasound-atlas",
    "organization": "Example University",
    "availability": { "ultrasound": "yes", "ct": "no" }
  },
  "submitter": { "name": "Ada", "contact": "ada@example.org" }
}`

interface Example {
  readonly title: string
  readonly note?: string
  readonly line: (base: string) => string
}

const EXAMPLES: readonly Example[] = [
  {
    title: 'Sets with ultrasound, and CT or maybe CT',
    note: 'Unknown is a value: it is not recorded.',
    line: (base) => `curl '${base}/v1/resources?ultrasound=yes&ct=yes,unknown'`,
  },
  {
    title: 'The references of one resource, as BibTeX',
    line: (base) => `curl ${base}/v1/resources/covid-ct.bib`,
  },
  {
    title: 'The whole table as CSV',
    line: (base) => `curl ${base}/v1/export.csv`,
  },
  {
    title: 'As it was in release 2.0',
    note: 'Any resource and any download can be read as of a release.',
    line: (base) => `curl '${base}/v1/resources?release=2.0'`,
  },
  {
    title: 'Send something in',
    note: 'No key is needed, and a maintainer decides. Keep the id of the answer: it opens your submission.',
    line: (base) =>
      `curl ${base}/v1/submissions \\\n  -H 'Content-Type: application/json' \\\n  -d '${SUBMISSION}'`,
  },
]

export const Examples = ({ base }: { readonly base: string }) => (
  <>
    {base === '' && (
      <p>
        This registry does not know its own address: write the address of this page in place of{' '}
        <code>{NO_BASE}</code>.
      </p>
    )}
    {EXAMPLES.map(({ title, note, line }) => (
      <figure class="example">
        <figcaption>
          <strong>{title}.</strong> {note}
        </figcaption>
        {/* Lets the keyboard scroll it. */}
        <pre tabindex={0}>
          <code>{line(base === '' ? NO_BASE : base)}</code>
        </pre>
      </figure>
    ))}
  </>
)
