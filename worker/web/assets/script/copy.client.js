// A button copies the text that it names, and says so. Where the browser does not let it, the text is shown and selected.

for (const button of document.querySelectorAll('button[data-copy]'))
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.getAttribute('data-copy') ?? '')
    const status = button.parentElement?.querySelector('[role="status"]')
    if (!text || !status) return
    try {
      await navigator.clipboard.writeText(text.textContent ?? '')
      status.textContent = `${button.textContent} copied.`
    } catch {
      text.closest('details')?.setAttribute('open', '')
      getSelection()?.selectAllChildren(text)
      status.textContent = `${button.textContent} is selected below, to be copied by hand.`
    }
  })
