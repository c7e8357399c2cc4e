import { Day } from './day.tsx'

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A date as far as it is known: "7 October 2020", "October 2020", "2020". */
export function PartialDay({ iso }: { readonly iso: string }) {
  if (iso.length > 7) return <Day iso={iso} />
  return <time datetime={iso}>{iso.length === 7 ? MONTH.format(new Date(iso)) : iso}</time>
}
