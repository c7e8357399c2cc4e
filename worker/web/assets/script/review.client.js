// Scripts of the review pages: keys, selecting all, continuing a long decision, and a notice when another maintainer
// decides the same submission.

// A second press does not send a form again. The timeout lets the button's own value be sent. The document listens,
// because live.client.js replaces parts of the page.
document.addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || !target.matches('[data-once]')) return
  setTimeout(() => disable(target, true))
})

// After the browser's back button a form can be sent again.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const form of document.forms) if (form.matches('[data-once]')) disable(form, false)
})

/** @param {HTMLFormElement} form @param {boolean} isDisabled */
function disable(form, isDisabled) {
  for (const element of form.elements) if (element instanceof HTMLButtonElement) element.disabled = isDisabled
}

// Sends the rest of a selection that is decided a few at a time.
for (const form of document.querySelectorAll('form[data-goes-on]')) {
  const button = form.querySelector('button')
  if (form instanceof HTMLFormElement && button) form.requestSubmit(button)
}

/** @returns {HTMLInputElement[]} */
const boxes = () =>
  [...document.querySelectorAll('input[type="checkbox"][name="selected"]')].filter(
    (box) => box instanceof HTMLInputElement,
  )

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return
  if (target.matches('[data-all]')) for (const box of boxes()) box.checked = target.checked
  if (target.matches('[data-all], [name="selected"]')) sayCount()
})
addEventListener('pageshow', sayCount)

/** Buttons say how many submissions are selected, or what they say without scripts. */
function sayCount() {
  const count = boxes().filter((box) => box.checked).length
  for (const button of document.querySelectorAll('button[data-counted]')) {
    if (!(button instanceof HTMLElement)) continue
    const { counted = '', plain = button.textContent } = button.dataset
    button.dataset.plain = plain
    button.textContent = count > 0 ? counted.replace('#', String(count)) : plain
  }
}

// Keys. A maintainer can turn single letters off; this browser remembers it.

const OFF = 'single-letters-off'

/** The keys stay on where a browser has no storage. */
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
  (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)) ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

/** Moves to the row `step` further, or to the first one; selects the row; whether it was such a key. @param {string} key */
function isRowKey(key) {
  const links = [...document.querySelectorAll('a[data-row]')].filter((link) => link instanceof HTMLElement)
  const row = document.activeElement?.closest('tr')
  const at = links.findIndex((link) => link.closest('tr') === row)
  if (key === 'j' || key === 'k') links[Math.max(at + (key === 'j' ? 1 : -1), 0)]?.focus()
  else if (key === 'x') row?.querySelector('input')?.click()
  else return false
  return links.length > 0
}

/** Focuses a text field, and opens the `details` around it; clicks anything else. @param {HTMLElement} element */
function act(element) {
  if (!(element instanceof HTMLTextAreaElement)) return element.click()
  const details = element.closest('details')
  if (details) details.open = true
  element.focus()
}

/** What a key acts on: in the row that has the focus, else outside of rows. @param {string} key */
function keyed(key) {
  const elements = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)]
  const row = document.activeElement?.closest('tr') ?? null
  return elements.find((one) => one.closest('tr') === row) ?? elements.find((one) => !one.closest('tr'))
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
  if (isTyping(target) || areOff() || isRowKey(key)) return
  const element = keyed(key)
  if (!(element instanceof HTMLElement)) return
  event.preventDefault()
  act(element)
})

// A notice when another maintainer decides the submission.

const POLL_MS = 30_000

for (const banner of document.querySelectorAll('[data-watch]'))
  if (banner instanceof HTMLElement) watch(banner)

/** @param {HTMLElement} banner */
function watch(banner) {
  const { watch: address = '', version } = banner.dataset
  let polledAt = 0
  const timer = setInterval(poll, POLL_MS)
  document.addEventListener('visibilitychange', poll)

  async function poll() {
    if (document.visibilityState !== 'visible' || Date.now() - polledAt < 1000) return
    polledAt = Date.now()
    const answer = await fetch(address).catch(() => undefined)
    if (!answer?.ok) return
    const now = await answer.json()
    if (String(now.version) === version) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', poll)
    show(now.told)
  }

  /** @param {string} message */
  function show(message) {
    const text = document.createElement('p')
    const again = document.createElement('a')
    again.href = location.pathname
    again.textContent = 'See it as it is now'
    text.append(message, ' ', again)
    banner.className = 'notice warning'
    banner.replaceChildren(text)
    for (const form of document.forms) if (form.matches('[data-decides]')) disable(form, true)
  }
}
