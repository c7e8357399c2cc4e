// The content of /docs: the OpenAPI document as a page.

import { blocksOf } from './blocks.ts'
import { Contents, tagAnchor } from './contents.tsx'
import { type Document, type Json, type Operation, operationsIn, readDocument } from './document.ts'
import { Errors } from './errors.tsx'
import { Examples } from './examples.tsx'
import { Everywhere, Files } from './general.tsx'
import { OperationBlock } from './operations.tsx'
import type { DocsContent } from './page.tsx'
import { Prose, paragraphsOf } from './prose.tsx'
import { Shapes } from './shapes.tsx'

/** Of an OpenAPI document. `base` is the API's address, empty where it is unknown. */
export function docsContent(json: Json, base: string): DocsContent {
  const document = readDocument(json)
  const { lead, aside, main } = reference(document, base)
  return { lead, aside: aside.text, main: main.text }
}

function reference(document: Document, base: string) {
  const operations = operationsIn(document)
  const { schemas } = document.components
  const [lead = '', ...everywhere] = paragraphsOf(document.info.description)
  const groups = document.tags.map(
    ({ name }) => [name, operations.filter(({ tag }) => tag === name)] as const,
  )
  return {
    lead,
    aside: <Contents groups={groups} shapes={Object.keys(schemas)} />,
    main: (
      <>
        <h1>HTTP API</h1>
        <p class="lead">{lead}</p>
        {base !== '' && (
          <p class="base">
            The API answers at <code>{base}</code>.
          </p>
        )}
        <section>
          <h2 id="first-calls">First calls</h2>
          <Examples base={base} />
        </section>
        <section>
          <h2 id="files">Files</h2>
          <Files operations={operations} />
        </section>
        <section>
          <h2 id="everywhere">Conventions</h2>
          <Everywhere paragraphs={everywhere} />
        </section>
        {document.tags.map((tag) => (
          <Group {...tag} operations={operations.filter((operation) => operation.tag === tag.name)} />
        ))}
        <section>
          <h2 id="errors">Errors</h2>
          <p>
            As <code>application/problem+json</code>, of the shape <a href="#shape-Problem">Problem</a>.
          </p>
          <Errors operations={operations} />
        </section>
        <section>
          <h2 id="shapes">Shapes</h2>
          <Shapes schemas={schemas} />
        </section>
      </>
    ),
  }
}

interface GroupProps {
  readonly name: string
  readonly description?: string
  readonly operations: readonly Operation[]
}

const Group = ({ name, description, operations }: GroupProps) => (
  <section>
    <h2 id={tagAnchor(name)}>{name}</h2>
    {description !== undefined && (
      <p>
        <Prose text={description} />
      </p>
    )}
    {blocksOf(operations).map((block) => (
      <OperationBlock block={block} />
    ))}
  </section>
)
