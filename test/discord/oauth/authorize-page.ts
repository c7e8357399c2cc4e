// What one sees at /oauth2/authorize. The real page is a program; this one is a form, so that it works without any.

import type { Person } from '../protocol/people.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const framed = (main: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Stand-in Discord</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; --accent: #4752c4; }
body { max-width: 26rem; margin: 12vh auto; padding: 0 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; }
form { display: grid; gap: .75rem; margin-block: 1.5rem; }
button { min-height: 2.75rem; border: 1px solid var(--accent); border-radius: .4rem; background: var(--accent);
  color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button.cancel { border-color: currentColor; background: none; color: inherit; font-weight: normal; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>Stand-in Discord</h1>
${main}
</main>
</body>
</html>
`

export const authorizePage = (people: readonly Person[], query: URLSearchParams): string =>
  framed(`<p>This machine plays Discord here, and nobody needs an account. An application wants to know who you are: your
name and number, nothing else.</p>
<form method="post" action="?${escaped(String(query))}">
${people
  .map(
    ({ id, globalName }) =>
      `<button type="submit" name="person" value="${id}">Be ${escaped(globalName)}</button>`,
  )
  .join('\n')}
<button class="cancel" type="submit">Cancel</button>
</form>`)

export const refusalPage = (why: string): string =>
  framed(`<p>Discord would lead nobody anywhere from here.</p>\n<p>${escaped(why)}</p>`)
