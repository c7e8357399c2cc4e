// The fields of a modal for references, a text and a file, and the references in them.

import { faultyFields } from '../../../schema/errors.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { eachOnce, keptLine, pastedReferences } from '../../../schema/record/works/pasted-references.ts'
import { type Reference, referenceTitle } from '../../../schema/record/works/reference.ts'
import type { Refused } from '../../../schema/refusals.ts'
import { label } from '../../cards/kit/markdown.ts'
import { fileUpload, type ModalField, textField } from '../../cards/kit/modal.ts'
import type { Messages } from '../../languages/index.ts'
import type { ModalInput } from '../../request.ts'
import type { RequestContext } from '../flow.ts'

/** Half a card, which shows the text again where it is refused. Twenty references with the longest ids fit. */
const LONGEST = 2000

/** A reference a line; each line is short enough for all of them to fit. */
function linesOf(references: readonly Reference[]): string {
  const room = Math.min(120, Math.floor(LONGEST / references.length))
  return references
    .map((one) => keptLine(one, label(referenceTitle(one), Math.max(1, room - one.id.length - 4))))
    .join('\n')
}

/** `references` are those that the text begins with. */
export const referenceFields = (
  { report, fields }: Messages,
  references: readonly Reference[],
): ModalField[] => [
  {
    label: fields.references,
    description: references.length > 0 ? report.referencesHelp : report.noReferencesHelp,
    component: textField({
      id: 'references',
      max: LONGEST,
      value: linesOf(references),
      lines: true,
      optional: true,
    }),
  },
  {
    label: report.file,
    description: report.fileHelp(Math.floor(LENGTHS.pasted / 1000)),
    component: fileUpload('file', ['.bib', '.ris', '.txt']),
  },
]

/**
 * The references in a modal: those of its text, then those of its file, each work once. `known` are those that the text
 * may name by id. Throws `invalid` with what could not be read.
 */
export async function referencesIn(
  { readFile }: Pick<RequestContext, 'readFile'>,
  { texts, files }: ModalInput,
  known: readonly Reference[],
): Promise<Reference[]> {
  const typed = pastedReferences(texts.get('references') ?? '', known)
  refuse(typed.problems)
  const [file] = files.get('file') ?? []
  if (!file) return [...typed.references]
  const read = await readFile(file)
  if ('refused' in read) throw faultyFields([{ ...read.refused, field: 'references' }])
  const uploaded = pastedReferences(read.text, known)
  refuse(uploaded.problems)
  const all = eachOnce([...typed.references, ...uploaded.references])
  if (all.length > LENGTHS.references) refuse([{ name: 'tooManyReferences', values: [LENGTHS.references] }])
  return all
}

function refuse(problems: readonly Refused[]): void {
  if (problems.length > 0) throw faultyFields(problems.map((one) => ({ ...one, field: 'references' })))
}
