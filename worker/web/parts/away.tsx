import { type Child, createContext, useContext } from 'hono/jsx'

/** Whether addresses are plain text: those of a resource that was removed, in all its versions. */
export const Unlinked = createContext(false)

interface AwayProps {
  readonly href: string
  readonly rel?: string
  readonly children?: Child
}

/** A link to an address that a record states. */
export const Away = ({ href, rel, children }: AwayProps) => {
  if (useContext(Unlinked)) return <span>{children}</span>
  return (
    <a href={href} rel={rel}>
      {children}
    </a>
  )
}
