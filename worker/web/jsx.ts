// What JSX of the pages becomes: each element is text as soon as it is made, its children before it. Nothing waits, so
// what is to come from elsewhere is read before a page is drawn.

import type { JSX as Hono } from 'hono/jsx/jsx-runtime'

/** Markup, of which nothing is escaped any more. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type { Html }

/** What may stand inside an element; of no, true, false and nothing, nothing is shown. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

/** Text that is markup already. */
export const raw = (markup: string): Html => new Html(markup)

const SPECIAL = /[&<>'"]/
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
}
const ALL_SPECIAL = new RegExp(SPECIAL, 'g')

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (sign) => ENTITIES[sign] ?? sign) : text

/** Children as markup. */
export function markupOf(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (child instanceof Html) return child.text
  let markup = ''
  for (const one of child) markup += markupOf(one)
  return markup
}

/** Elements without an end tag. https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Attributes that are there or not; of others true and false are written. */
const BOOLEAN = new Set(
  (
    'async autofocus checked controls default defer disabled download formnovalidate hidden inert loop multiple muted ' +
    'novalidate open readonly required reversed selected'
  ).split(' '),
)

function attribute(name: string, value: string | number | boolean | null | undefined): string {
  if (typeof value === 'string') return ` ${name}="${escaped(value)}"`
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean' && BOOLEAN.has(name)) return value ? ` ${name}=""` : ''
  return ` ${name}="${value}"`
}

type Props = Readonly<Record<string, Child>>

/** The compiler writes calls of it; a component is a function of its attributes and children. */
export function jsx(tag: string | ((props: Props) => Child), props: Props): Html {
  if (typeof tag === 'function') {
    const made = tag(props)
    return made instanceof Html ? made : new Html(markupOf(made))
  }
  let start = `<${tag}`
  for (const name in props)
    if (name !== 'children') start += attribute(name, props[name] as Parameters<typeof attribute>[1])
  if (VOID.has(tag)) return new Html(`${start}/>`)
  return new Html(`${start}>${markupOf(props.children)}</${tag}>`)
}

/** The same of an element with several children, and in development. */
export { jsx as jsxDEV, jsx as jsxs }

export const Fragment = ({ children }: { readonly children?: Child }): Html => new Html(markupOf(children))

type Elements = Hono.IntrinsicElements
/** Those whose attributes are known. */
type Known = { [Tag in keyof Elements as string extends Tag ? never : Tag]: Elements[Tag] }

/** Those of a drawing. */
type Drawn = 'defs' | 'foreignObject' | 'marker' | 'path' | 'rect' | 'svg' | 'symbol' | 'use'

export declare namespace JSX {
  type Element = Html
  type ElementType = string | ((props: never) => Child)
  interface ElementChildrenAttribute {
    children: Child
  }
  type IntrinsicElements = {
    [Tag in keyof Known]: Omit<Known[Tag], 'children'> & { readonly children?: Child }
  } & { [Tag in Drawn]: Props }
  interface IntrinsicAttributes {
    key?: string
  }
}
