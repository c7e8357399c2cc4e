// The document's text: paragraphs, `code` and **what matters**, of all that Markdown has.

import type { Child } from 'hono/jsx'

export const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' '))

/** One paragraph, or a part of one. */
export const Prose = ({ text }: { readonly text: string }) => (
  <>
    {halves(
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
  halves(
    text,
    '**',
    (part) => <strong>{part}</strong>,
    (part) => part,
  )

/** What stands between two marks, and what does not. */
const halves = (
  text: string,
  mark: string,
  inside: (part: string) => Child,
  outside: (part: string) => Child,
) => text.split(mark).map((part, i) => (i % 2 === 1 ? inside(part) : outside(part)))
