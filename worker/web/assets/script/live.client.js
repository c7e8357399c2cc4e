// A form with `data-live` applies each change at once: the script loads the page that the form leads to and replaces the
// elements that `data-live` lists. The field keeps the focus, and the form's button still works.

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
    for (const id of parts) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)]
      if (old && fresh) old.replaceWith(fresh)
    }
    // The lists stay in place and get the new counts.
    for (const select of form.querySelectorAll('select')) {
      const fresh = page.getElementById(select.id)
      if (!(fresh instanceof HTMLSelectElement) || select === document.activeElement) continue
      const chosen = select.value
      select.replaceChildren(...[...fresh.options].map((option) => document.adoptNode(option)))
      select.value = chosen
    }
    for (const details of form.querySelectorAll('.several details')) {
      const [summary, boxes] = details.children
      const [freshSummary, freshBoxes] = [summary, boxes].map((old) => page.getElementById(old?.id ?? ''))
      if (freshSummary) summary?.replaceChildren(...freshSummary.childNodes)
      // A list with the focus keeps its boxes: its own counts do not depend on them.
      if (freshBoxes && !boxes?.contains(document.activeElement))
        boxes?.replaceChildren(...freshBoxes.children)
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
