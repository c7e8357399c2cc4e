import type { Child, Html } from '../jsx.ts'

let isUnlinked = false

/** Whether addresses are plain text: those of a resource that was removed, in all its versions. */
export const areUnlinked = (): boolean => isUnlinked

/** Draws with addresses as plain text, or as links. */
export function drawn(unlinked: boolean, draw: () => Html): Html {
  const before = isUnlinked
  isUnlinked = unlinked
  try {
    return draw()
  } finally {
    isUnlinked = before
  }
}

interface AwayProps {
  readonly href: string
  readonly rel?: string
  readonly children?: Child
}

/** A link to an address that a record states. */
export const Away = ({ href, rel, children }: AwayProps) => {
  if (isUnlinked) return <span>{children}</span>
  return (
    <a href={href} rel={rel}>
      {children}
    </a>
  )
}
