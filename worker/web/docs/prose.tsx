// The document's text. Of Markdown it has paragraphs, `code` and **strong**.

import type { Child } from '../jsx.ts'

export const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' '))

/** Text inside a paragraph. */
export const Prose = ({ text }: { readonly text: string }) => (
  <>
    {splitByMark(
      text,
      '`',
      (code) => (
        <code>{code}</code>
      ),
      strong,
    )}
  </>
)

const strong = (text: string): Child =>
  splitByMark(
    text,
    '**',
    (part) => <strong>{part}</strong>,
    (part) => part,
  )

/** Renders the text between each pair of marks with `inside`, the rest with `outside`. */
const splitByMark = (
  text: string,
  mark: string,
  inside: (part: string) => Child,
  outside: (part: string) => Child,
) => text.split(mark).map((part, i) => (i % 2 === 1 ? inside(part) : outside(part)))
