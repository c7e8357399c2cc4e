/** What has to be changed: most texts have none of it. */
const BROKEN = /^ | $| {2}|[^\S ]|\p{Cc}/u

/** A text on one line: every run of spaces, line breaks and control characters becomes one space. */
export function oneLine(text: string): string {
  return BROKEN.test(text) ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : text
}
