// What worker/http/prepared.ts reads: the API's descriptions, which take more code to make than all that answers.

import { openApi } from '../../api/document/openapi.ts'
import { recordSchema } from '../../api/document/record-schema.ts'
import { describeTools } from '../../api/document/tools.ts'
import { operations } from '../../api/index.ts'
import { BASE, type PreparedName, preparedPath } from '../../http/prepared.ts'
import { docsContent } from '../../web/docs/content.tsx'

/** Each text, by its name. `base` is the registry's address, empty where it is unknown. */
export async function textsAt(base: string): Promise<Readonly<Record<PreparedName, string>>> {
  const document = openApi(operations, base)
  return {
    'docs.json': JSON.stringify(docsContent(document, base)),
    'openapi.json': JSON.stringify(document),
    'resource.schema.json': JSON.stringify(recordSchema(base)),
    'tools.json': JSON.stringify(describeTools()),
  }
}

/** All texts, by the path of the file. */
export async function preparedTexts(): Promise<Readonly<Record<string, string>>> {
  const both = await Promise.all(
    [BASE, ''].map(async (base) =>
      Object.entries(await textsAt(base)).map(([name, text]) => [
        preparedPath(name as PreparedName, base !== ''),
        text,
      ]),
    ),
  )
  return Object.fromEntries(both.flat())
}
