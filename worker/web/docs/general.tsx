// Sections about the API as a whole.

import type { Operation } from './document.ts'
import { Prose } from './prose.tsx'

/** Whether a link to the operation downloads a file: it needs no parameter. */
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

/** The API's description, after its first paragraph. */
export const Everywhere = ({ paragraphs }: { readonly paragraphs: readonly string[] }) => (
  <>
    {paragraphs.map((paragraph) => (
      <p>
        <Prose text={paragraph} />
      </p>
    ))}
  </>
)
