import { english } from '../../../bot/languages/index.ts'
import { linkText } from '../../../bot/languages/link.ts'
import { accessText } from '../../../bot/languages/values.ts'
import { caveatsOf, isDoubtful } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Link, WithLink } from '../../../schema/record/sites/link.ts'
import { downloadLine } from '../../../schema/record/values/addresses/download-line.ts'
import type { Access } from '../../../schema/vocabulary.ts'
import { comparisonAddress } from '../compare/addresses.ts'
import { areUnlinked } from '../parts/away.tsx'
import type { FootnoteMarks } from './facts/footnotes.tsx'
import type { ListedSuccessor } from './facts/successor.tsx'

interface WayProps {
  readonly record: WithLink<Resource>
  /** The moment of the page as a query; empty for now. */
  readonly search: string
  readonly successor: ListedSuccessor
  readonly marks: FootnoteMarks
}

/** The way to the data: its address, what access needs, and the line to type. */
export function Way({ record, search, successor, marks }: WayProps) {
  const { slug, url, access } = record
  const doubtful = isDoubtful(caveatsOf(record))
  const isUnlinked = areUnlinked()
  const text = accessText(english, access)
  return (
    <>
      <p class="actions">
        {doubtful && successor && (
          <a class="button main" href={`/r/${successor.slug}`}>
            See {successor.name}
          </a>
        )}
        {!isUnlinked && (
          <a class={doubtful ? 'button' : 'button main'} href={url}>
            {doubtful ? 'Open its page' : 'Go to the data'}
          </a>
        )}
        <a href={comparisonAddress({ names: [slug], momentSearch: search })}>Compare with…</a>
      </p>
      <p class="host">
        <strong>{hostOf(url)}</strong>
        {text !== undefined && (
          <>
            , {text}
            {marks('access')}
          </>
        )}
      </p>
      {record.link && <LinkLine link={record.link} />}
      {!doubtful && !isUnlinked && <Line record={record} />}
    </>
  )
}

function LinkLine({ link }: { readonly link: Link }) {
  const isUnlinked = areUnlinked()
  const look = linkText(english, link)
  return look === undefined ? null : (
    <p class="origin">
      {look.text}
      {look.copy !== undefined && !isUnlinked && (
        <>
          {' '}
          <a href={look.copy}>{english.resource.archivedCopy}</a>
        </>
      )}
    </p>
  )
}

const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url

/** Whether a line can get the data without a person who grants access first. */
const isDirect = (access: Access) =>
  access === 'open' || access === 'login' || access === 'unknown' || access === 'build_it_yourself'

function Line({ record: { url, doi, access } }: { readonly record: Resource }) {
  const found = downloadLine(url) ?? (doi === null ? undefined : downloadLine(`https://doi.org/${doi}`))
  if (!found || !isDirect(access)) return null
  return (
    <div class="command-line">
      <p>
        {access === 'build_it_yourself' ? 'Scripts' : 'Download'} with {found.tool}:
      </p>
      <pre id="download-line">{found.line}</pre>
      <p class="copies">
        <span>Copy</span>
        <button type="button" data-copy="download-line" aria-label="Copy the command">
          Command
        </button>
        <span role="status" />
      </p>
      <p class="origin">Derived from the address, not tested.</p>
    </div>
  )
}
