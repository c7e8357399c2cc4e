// What every page does better with a script. Each part looks for what it serves, and does nothing where that is not.

// A filter acts when it is changed, without its button.
for (const form of document.querySelectorAll('form[data-live]'))
  form.addEventListener('change', () => form instanceof HTMLFormElement && form.requestSubmit())
