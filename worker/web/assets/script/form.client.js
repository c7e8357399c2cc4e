// What was typed is not lost by a slip, and not sent twice.

let isSending = false

/** @param {Element} field Whether it has something else than it came with. */
const isTouched = (field) => {
  if (field instanceof HTMLInputElement && field.type === 'radio')
    return field.checked !== field.defaultChecked
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.value !== field.defaultValue
  return (
    field instanceof HTMLSelectElement &&
    field.selectedIndex !==
      Math.max(
        0,
        Array.from(field.options).findIndex((option) => option.defaultSelected),
      )
  )
}

for (const form of document.querySelectorAll('form[data-typed]')) {
  if (!(form instanceof HTMLFormElement)) continue
  const buttons = form.querySelectorAll('button')
  form.addEventListener('submit', () => {
    isSending = true
    // Not before what the button says is in what is sent.
    setTimeout(() => {
      for (const button of buttons) button.disabled = true
    })
  })
  addEventListener('beforeunload', (event) => {
    const isUnsent = form.dataset.typed === 'unsent' || Array.from(form.elements).some(isTouched)
    if (isUnsent && !isSending) event.preventDefault()
  })
  // Also where a browser goes back to the page as it was left, or remembers what was disabled.
  addEventListener('pageshow', () => {
    isSending = false
    for (const button of buttons) button.disabled = false
  })
}
