// Elements without a framework.

type Child = Node | string | false | undefined
/** True is an attribute without a value; false and undefined are none. */
type Attributes = { readonly [name: string]: string | number | boolean | undefined }

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  element.append(...children.filter((child) => child !== undefined && child !== false))
  return element
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (value === undefined || value === false) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
}

/** A button that does something. */
export function button(className: string, label: string, act: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button', class: className }, label)
  element.addEventListener('click', act)
  return element
}

/** What sends a form. It keeps the focus while it works, which a disabled button would not. */
export function submitButton(className: string, label: string) {
  const element = h('button', { type: 'submit', class: className }, label)
  return {
    element,
    isWorking: () => element.ariaDisabled === 'true',
    work(is: boolean) {
      setAttributes(element, { 'aria-disabled': is && 'true' })
      element.textContent = is ? 'Sending…' : label
    },
  }
}

let ids = 0

/** For what is referred to by another element. */
export function newId(name: string): string {
  ids += 1
  return `${name}-${ids}`
}
