import type { Child } from '../jsx.ts'

interface GroupProps {
  readonly title: string
  readonly hint: string
  readonly isOpen: boolean
  readonly children: Child
}

/** A folded part of a form. */
export const Group = ({ title, hint, isOpen, children }: GroupProps) => (
  <details class="group" open={isOpen ? true : undefined}>
    <summary>
      <strong>{title}</strong> <span class="hint">{hint}</span>
    </summary>
    {children}
  </details>
)
