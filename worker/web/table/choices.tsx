// Inputs of the filters: one of a list, or several. live.client.js renews their counts.

import type { Name } from './view.ts'

export interface Option {
  readonly value: string
  readonly label: string
  /** How many resources have this value; undefined for options that are not counted. */
  readonly count?: number | undefined
}

interface ChoiceProps {
  readonly name: Name
  readonly label: string
  readonly chosen: string | undefined
  readonly options: readonly Option[]
  readonly any?: string
}

const withCount = ({ label, count }: Option) => (count === undefined ? label : `${label} (${count})`)

/** A list of options. A value of the address that is none of them, such as two values, becomes one more. */
export function Choice({ name, label, chosen, options, any = 'any' }: ChoiceProps) {
  const isListed = chosen === undefined || options.some(({ value }) => value === chosen)
  const all = isListed ? options : [...options, { value: chosen, label: chosen.replaceAll(',', ' or ') }]
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {all.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {withCount(option)}
          </option>
        ))}
      </select>
    </div>
  )
}

interface SeveralChoiceProps {
  readonly name: Name
  readonly label: string
  readonly chosen: readonly string[]
  readonly options: readonly Option[]
}

/** Boxes to tick in a list that unfolds. A chosen value that no resource has any more stays in the list. */
export function SeveralChoice({ name, label, chosen, options }: SeveralChoiceProps) {
  const unlisted = chosen.filter((value) => !options.some((option) => option.value === value))
  const all = [...options, ...unlisted.map((value) => ({ value, label: value, count: 0 }))]
  return (
    <fieldset class="several">
      <legend>{label}</legend>
      <details>
        <summary id={`${name}-chosen`}>
          <span class="unseen">{label}: </span>
          {chosen.length === 0 ? 'any' : `${chosen.length} chosen`}
        </summary>
        <div class="boxes" id={name}>
          {all.map((option) => (
            <label>
              <input
                type="checkbox"
                name={name}
                value={option.value}
                checked={chosen.includes(option.value)}
              />
              {withCount(option)}
            </label>
          ))}
        </div>
      </details>
    </fieldset>
  )
}
