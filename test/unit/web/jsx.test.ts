import { expect, it } from 'vitest'
import { Fragment, jsx, markupOf, raw } from '../../../worker/web/jsx.ts'

const p = (props: Parameters<typeof jsx>[1]) => jsx('p', props).text

it('escapes texts and attributes, and markup no second time', () => {
  const hostile = `<script>"&'`
  const written = '&lt;script&gt;&quot;&amp;&#39;'
  expect(p({ title: hostile, children: hostile })).toBe(`<p title="${written}">${written}</p>`)
  expect(p({ children: [raw('<b>'), jsx('i', { children: '<' })] })).toBe('<p><b><i>&lt;</i></p>')
})

it('shows numbers, lists in lists, and nothing of yes, no and nothing', () => {
  expect(p({ children: [0, [1, ['two']], true, false, null, undefined, ''] })).toBe('<p>01two</p>')
  expect(p({})).toBe('<p></p>')
})

it('leaves out attributes without a value; some are there or not, others are true or false', () => {
  expect(
    p({ id: undefined, lang: null, hidden: true, open: false, 'aria-hidden': false, tabindex: -1 }),
  ).toBe('<p hidden="" aria-hidden="false" tabindex="-1"></p>')
})

it('ends elements that can hold nothing at once', () => {
  expect(jsx('br', {}).text).toBe('<br/>')
  expect(jsx('input', { value: '"' }).text).toBe('<input value="&quot;"/>')
})

it('asks a component for what it makes of its attributes and children', () => {
  const Greeting = ({ name, children }: Parameters<typeof jsx>[1]) => ['Hello ', name, children]
  expect(markupOf(jsx(Greeting, { name: '<you>', children: raw('!') }))).toBe('Hello &lt;you&gt;!')
  expect(jsx(() => null, {}).text).toBe('')
  expect(Fragment({ children: ['a', 'b'] }).text).toBe('ab')
})
