// A button copies the text whose id it has; `data-copied` names that text. Where the browser refuses, the script shows
// and selects the text.

for (const button of document.querySelectorAll('button[data-copy]'))
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.getAttribute('data-copy') ?? '')
    const status = button.parentElement?.querySelector('[role="status"]')
    if (!text || !status) return
    const name = button.getAttribute('data-copied') ?? button.textContent
    try {
      await navigator.clipboard.writeText(text.textContent ?? '')
      status.textContent = `${name} copied.`
    } catch {
      text.closest('details')?.setAttribute('open', '')
      getSelection()?.selectAllChildren(text)
      status.textContent = `${name} is selected: copy it by hand.`
    }
  })
