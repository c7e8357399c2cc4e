import { english } from '../../../bot/languages/index.ts'

/** "12 May 2020", "May 2020" or "2020", from an ISO date or time. */
export const Day = ({ iso }: { readonly iso: string }) => <time datetime={iso}>{english.day(iso)}</time>
