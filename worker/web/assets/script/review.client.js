// What the pages for maintainers do better with a script: keys, selecting all, going on by itself, and telling of what
// another maintainer decides meanwhile.

// Pressed twice it is sent once. The button's own name and value are on their way by then. Heard at the document, since
// parts of a page are replaced (live.client.js).
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.matches('[data-once]')) return
  setTimeout(() => disable(target, true))
})

// Back from another page, a form can be sent again.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const form of document.forms) if (form.matches('[data-once]')) disable(form, false)
})

/** @param {HTMLFormElement} form @param {boolean} isDisabled */
function disable(form, isDisabled) {
  for (const element of form.elements) if (element instanceof HTMLButtonElement) element.disabled = isDisabled
}

// A selection that is decided a few at a time.
for (const form of document.querySelectorAll('form[data-goes-on]')) {
  const button = form.querySelector('button')
  if (form instanceof HTMLFormElement && button) form.requestSubmit(button)
}

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches('[data-all]')) return
  for (const one of document.querySelectorAll('input[name="selected"]'))
    if (one instanceof HTMLInputElement) one.checked = target.checked
})

// Keys. What a single letter does can be turned off, which this browser remembers.

const OFF = 'single-letters-off'

/** Where a browser keeps nothing, they act. */
const areOff = () => {
  try {
    return localStorage.getItem(OFF) !== null
  } catch {
    return false
  }
}

for (const place of document.querySelectorAll('[data-shortcuts]')) {
  const box = place.querySelector('input')
  if (!box) continue
  place.removeAttribute('hidden')
  box.checked = !areOff()
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, 'yes')
  })
}

/** @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

/** Goes to a field, opening what hides it; presses anything else. @param {HTMLElement} element */
function act(element) {
  if (!(element instanceof HTMLTextAreaElement)) return element.click()
  const hiding = element.closest('details')
  if (hiding) hiding.open = true
  element.focus()
}

document.addEventListener('keydown', (event) => {
  const { target, key } = event
  if (event.defaultPrevented || event.altKey || event.repeat) return
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'Enter' || !(target instanceof HTMLTextAreaElement)) return
    const button = target.closest('details')?.querySelector('button') ?? target.form?.querySelector('button')
    if (button && target.form?.matches('[data-once]')) button.click()
    return
  }
  if (isTyping(target) || areOff()) return
  const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (!(element instanceof HTMLElement)) return
  event.preventDefault()
  act(element)
})

// What another maintainer decides meanwhile.

const EVERY_MS = 30_000

for (const banner of document.querySelectorAll('[data-watch]'))
  if (banner instanceof HTMLElement) watch(banner)

/** @param {HTMLElement} banner */
function watch(banner) {
  const { watch: address = '', version } = banner.dataset
  let asked = 0
  const timer = setInterval(look, EVERY_MS)
  document.addEventListener('visibilitychange', look)

  async function look() {
    if (document.visibilityState !== 'visible' || Date.now() - asked < 1000) return
    asked = Date.now()
    const answer = await fetch(address).catch(() => undefined)
    if (!answer?.ok) return
    const now = await answer.json()
    if (String(now.version) === version) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    tell(now.told)
  }

  /** @param {string} told */
  function tell(told) {
    const text = document.createElement('p')
    const again = document.createElement('a')
    again.href = location.pathname
    again.textContent = 'See it as it is now'
    text.append(told, ' ', again)
    banner.className = 'notice warning'
    banner.replaceChildren(text)
    for (const form of document.forms) if (form.matches('[data-decides]')) disable(form, true)
  }
}
