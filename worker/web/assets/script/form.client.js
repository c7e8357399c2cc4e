// Warns before a page with typed text is left, and keeps a form from being sent twice.

let isSending = false

/** Whether the reader changed a field. @param {Element} field */
const isTouched = (field) => {
  if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
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
    // Disabled at once, the button's own value would be missing in the sent form.
    setTimeout(() => {
      for (const button of buttons) button.disabled = true
    })
  })
  addEventListener('beforeunload', (event) => {
    const isUnsent = form.dataset.typed === 'unsent' || Array.from(form.elements).some(isTouched)
    if (isUnsent && !isSending) event.preventDefault()
  })
  // The browser's back button shows the page as it was left, with disabled buttons.
  addEventListener('pageshow', () => {
    isSending = false
    for (const button of buttons) button.disabled = false
  })
}
