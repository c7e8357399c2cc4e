// A form with `data-live` applies each change at once: the script loads the page that the form leads to, replaces the
// elements that `data-live` lists, and renews the boxes. The field keeps the focus, and the form's buttons still work.

/** The wait after the last keystroke. */
const DEBOUNCE_MS = 300

for (const form of document.querySelectorAll('form[data-live]'))
  if (form instanceof HTMLFormElement) makeLive(form)

/** @param {HTMLFormElement} form */
function makeLive(form) {
  const parts = (form.dataset.live ?? '').split(' ')
  let requests = 0
  let timer = 0
  let last = ''

  async function act() {
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, String(value))
    const address = `${form.action}?${query}`
    // Leaving the search field fires `change` again; a second request would undo what was selected meanwhile.
    if (address === last) return
    last = address
    const number = ++requests
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } })
      if (!answer.ok) return form.submit()
      const text = await answer.text()
      // A later request has replaced this one.
      if (number !== requests) return
      show(new DOMParser().parseFromString(text, 'text/html'))
      history.replaceState(null, '', answer.url)
    } catch {
      // The browser sends the form itself, and shows its own error if that fails too.
      form.submit()
    }
  }

  /** @param {Document} page */
  function show(page) {
    document.title = page.title
    const ticked = [...document.querySelectorAll('input[name="compare"]:checked')]
    for (const id of parts) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
      if (old && fresh) old.replaceWith(fresh)
    }
    for (const box of ticked) keepTicked(box)
    // A group with the focus keeps its boxes and gets the new numbers; any other is replaced, as open as it was.
    for (const old of form.querySelectorAll('details[id]')) {
      const fresh = page.getElementById(old.id)
      const hasFocus = old.contains(document.activeElement)
      const [summary, freshSummary] = [old.firstElementChild, fresh?.firstElementChild]
      if (summary && freshSummary) summary.replaceChildren(...freshSummary.cloneNode(true).childNodes)
      if (!fresh || old.querySelector('details[id]')) continue
      if (!hasFocus) {
        keepFolds(old, fresh)
        old.replaceWith(fresh)
        continue
      }
      for (const count of old.querySelectorAll('[data-count]')) {
        const renewed = fresh.querySelector(
          `[data-count="${CSS.escape(count.getAttribute('data-count') ?? '')}"]`,
        )
        if (renewed) count.replaceWith(renewed)
      }
    }
  }

  form.addEventListener('change', () => {
    clearTimeout(timer)
    void act()
  })
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'search') return
    clearTimeout(timer)
    timer = setTimeout(act, DEBOUNCE_MS)
  })
}

/**
 * What a reader has unfolded stays so, inside of a group too.
 * @param {Element} old
 * @param {Element} fresh
 */
function keepFolds(old, fresh) {
  const folds = [old, ...old.querySelectorAll('details')]
  const freshFolds = [fresh, ...fresh.querySelectorAll('details')]
  for (const [i, fold] of folds.entries()) freshFolds[i]?.toggleAttribute('open', fold.hasAttribute('open'))
}

/**
 * What was ticked to be compared stays so, in its row or, where that is gone, beside the button.
 * @param {Element} old
 */
function keepTicked(old) {
  if (!(old instanceof HTMLInputElement)) return
  const box = document.querySelector(`input[name="compare"][value="${CSS.escape(old.value)}"]`)
  if (box instanceof HTMLInputElement) {
    box.checked = true
    return
  }
  const label = document.createElement('label')
  label.append(old, ` ${(old.getAttribute('aria-label') ?? '').replace(/^\S+ /, '')}`)
  document.querySelector('.tray')?.append(label)
}
