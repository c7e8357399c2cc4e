// What no single operation tells.

import type { Operation } from './document.ts'
import { Prose } from './prose.tsx'

/** What can be opened as it stands, without a parameter: the downloads, and the few others that are files. */
const isFile = ({ method, tag, path }: Operation) =>
  method === 'GET' && !path.includes('{') && (tag === 'Downloads' || FILES.includes(path))

const FILES = ['/feed.atom', '/openapi.json', '/v1/resource.schema.json']

export const Files = ({ operations }: { readonly operations: readonly Operation[] }) => (
  <ul class="files">
    {operations.filter(isFile).map(({ path, summary }) => (
      <li>
        <a href={path}>
          <code>{path.split('/').at(-1)}</code>
        </a>{' '}
        <span>
          <Prose text={summary} />
        </span>
      </li>
    ))}
  </ul>
)

/** What the document says of the API as a whole, after its first paragraph. */
export const Everywhere = ({ paragraphs }: { readonly paragraphs: readonly string[] }) => (
  <>
    {paragraphs.map((paragraph) => (
      <p>
        <Prose text={paragraph} />
      </p>
    ))}
  </>
)
