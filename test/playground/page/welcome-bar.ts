// What this is, and three things to try.

import { button, h } from './dom.ts'

export interface Trying {
  find(): void
  suggest(): void
  approve(): void
}

export function strip(registryUrl: string, { find, suggest, approve }: Trying): HTMLElement {
  const link = (path: string, text: string) => h('a', { href: `${registryUrl}${path}` }, text)
  return h(
    'aside',
    { class: 'strip', 'aria-label': 'What this is' },
    h(
      'p',
      {},
      h('strong', {}, 'Playground. '),
      h('span', { class: 'explained' }, 'This page simulates Discord; the registry behind it is real. '),
      'Pages: ',
      link('/', 'data sets'),
      ', ',
      link('/review', 'review'),
      ', ',
      link('/docs', 'API'),
    ),
    h(
      'div',
      { class: 'row' },
      h('span', {}, 'Try:'),
      button('button style-1', 'Find ultrasound data', find),
      button('button style-1', 'Suggest a data set', suggest),
      button('button style-1', 'Approve it as maintainer', approve),
    ),
  )
}
