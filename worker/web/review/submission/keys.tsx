const KEYS = [
  ['a', 'approve'],
  ['r', 'reject: goes to its reason'],
  ['q', 'ask: goes to the question'],
  ['e', 'edit'],
  ['u', 'undo'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Ctrl + Enter', 'in a text: send it'],
  ['?', 'show this'],
] as const

/** The keyboard shortcuts. Single letters can be turned off (WCAG 2.2, 2.1.4). */
export const Keys = () => (
  <details class="keys" id="keys">
    <summary data-key="?">Keys</summary>
    <dl>
      {KEYS.map(([key, action]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{action}</dd>
        </div>
      ))}
    </dl>
    <p>They need JavaScript, and do nothing while you are typing.</p>
    <p hidden data-shortcuts="">
      <label>
        <input type="checkbox" checked /> Single letters act
      </label>
    </p>
  </details>
)
