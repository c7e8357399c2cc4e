// A form with `data-live` acts as soon as something is chosen or typed: the parts that it names are replaced by those of
// the page that it would lead to, so nothing jumps and the field keeps the focus. Its button works all the same.

/** How long typing must rest, in milliseconds. */
const REST = 300

for (const form of document.querySelectorAll('form[data-live]'))
  if (form instanceof HTMLFormElement) makeLive(form)

/** @param {HTMLFormElement} form */
function makeLive(form) {
  const parts = (form.dataset.live ?? '').split(' ')
  let asked = 0
  let resting = 0
  let last = ''

  async function act() {
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value !== '') query.append(name, String(value))
    const address = `${form.action}?${query}`
    // What was typed counts as changed once more when the field is left: what was selected meanwhile stays.
    if (address === last) return
    last = address
    const number = ++asked
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } })
      if (!answer.ok) return form.submit()
      const text = await answer.text()
      // Whoever has chosen something else meanwhile waits for that.
      if (number !== asked) return
      show(new DOMParser().parseFromString(text, 'text/html'))
      history.replaceState(null, '', answer.url)
    } catch {
      // What the page cannot do by itself, the browser does, and says why where it cannot either.
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
    // The lists stay where they are, and say how many there are of each now.
    for (const select of form.querySelectorAll('select')) {
      const fresh = page.getElementById(select.id)
      if (!(fresh instanceof HTMLSelectElement) || select === document.activeElement) continue
      const chosen = select.value
      select.replaceChildren(...[...fresh.options].map((option) => document.adoptNode(option)))
      select.value = chosen
    }
  }

  form.addEventListener('change', () => {
    clearTimeout(resting)
    void act()
  })
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'search') return
    clearTimeout(resting)
    resting = setTimeout(act, REST)
  })
}
