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

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches('[data-all]')) return
  for (const one of document.querySelectorAll('input[name="selected"]'))
    if (one instanceof HTMLInputElement) one.checked = target.checked
})

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
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement

/** Focuses a text field, and opens the `details` around it; clicks anything else. @param {HTMLElement} element */
function act(element) {
  if (!(element instanceof HTMLTextAreaElement)) return element.click()
  const details = element.closest('details')
  if (details) details.open = true
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
