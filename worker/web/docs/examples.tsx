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
    title: 'What has ultrasound, and CT or perhaps CT',
    note: 'Unknown is a value: the source does not say.',
    line: (base) => `curl '${base}/v1/resources?ultrasound=yes&ct=yes,unknown'`,
  },
  {
    title: 'What to cite for one resource, as BibTeX',
    line: (base) => `curl ${base}/v1/resources/covid-ct.bib`,
  },
  {
    title: 'The whole table as CSV',
    line: (base) => `curl ${base}/v1/export.csv`,
  },
  {
    title: 'As it was in release 2.0',
    note: 'Every resource and download can be asked for so.',
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
        This registry has not been told its own address: put the one of this page in place of{' '}
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
