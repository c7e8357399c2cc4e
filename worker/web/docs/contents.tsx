import type { Operation } from './document.ts'
import { Method } from './operations.tsx'
import { shapeAnchor } from './types.tsx'

export const tagAnchor = (tag: string): string => `group-${tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

interface ContentsProps {
  readonly groups: readonly (readonly [tag: string, operations: readonly Operation[]])[]
  readonly shapes: readonly string[]
}

/** The table of contents: beside the page on a wide screen, collapsed above it on a narrow one. */
export const Contents = ({ groups, shapes }: ContentsProps) => (
  <nav class="contents" aria-label="Contents">
    <details>
      <summary>Contents</summary>
      <ul>
        <li>
          <a href="#first-calls">First calls</a>
        </li>
        <li>
          <a href="#files">Files</a>
        </li>
        <li>
          <a href="#everywhere">Conventions</a>
        </li>
        {groups.map(([tag, operations]) => (
          <li>
            <a href={`#${tagAnchor(tag)}`}>{tag}</a>
            <ul>
              {operations.map(({ id, method, path }) => (
                <li>
                  <a href={`#${id}`}>
                    <Method method={method} /> <code>{path}</code>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#errors">Errors</a>
        </li>
        <li>
          <a href="#shapes">Shapes</a>
          <ul>
            {shapes.map((name) => (
              <li>
                <a href={`#${shapeAnchor(name)}`}>
                  <code>{name}</code>
                </a>
              </li>
            ))}
          </ul>
        </li>
      </ul>
    </details>
  </nav>
)
