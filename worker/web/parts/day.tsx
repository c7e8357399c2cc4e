import { english } from '../../../bot/languages/index.ts'

/** "12 May 2020", "May 2020" or "2020", of an ISO date or time, which programs read too. */
export const Day = ({ iso }: { readonly iso: string }) => <time datetime={iso}>{english.day(iso)}</time>
