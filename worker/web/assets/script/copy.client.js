// A button copies the text whose id it has. Where the browser refuses, the script shows and selects the text.

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
