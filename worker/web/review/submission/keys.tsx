type Key = readonly [key: string, action: string]

interface KeysProps {
  readonly keys: readonly Key[]
}

/** The keyboard shortcuts. Single letters can be turned off (WCAG 2.2, 2.1.4). */
export const Keys = ({ keys }: KeysProps) => (
  <details class="keys" id="keys">
    <summary data-key="?">Keys</summary>
    <dl>
      {keys.map(([key, action]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{action}</dd>
        </div>
      ))}
    </dl>
    <p>Keys need JavaScript. They do nothing while you type.</p>
    <p hidden data-shortcuts="">
      <label>
        <input type="checkbox" checked /> Use single letters
      </label>
    </p>
  </details>
)
