import { english } from '../../../bot/languages/index.ts'

/** "12 May 2020 at 10:05 UTC" */
export const momentText = (iso: string): string => `${english.day(iso)} at ${iso.slice(11, 16)} UTC`

/** A day and its time, from an ISO time in UTC. */
export const Moment = ({ iso }: { readonly iso: string }) => <time datetime={iso}>{momentText(iso)}</time>
