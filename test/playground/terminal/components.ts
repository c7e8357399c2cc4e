// Components as lines of text, in reading order.

import {
  type APIButtonComponent,
  type APIMessageComponentEmoji,
  type APISelectMenuComponent,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { Span, Style } from '../../../bot/cli/colours.ts'
import type { AnyComponent } from '../../discord/rules/every-component.ts'
import { readable } from './markdown.ts'

/** Lines of spans; each line is without its line end. */
export type Lines = readonly (readonly Span[])[]

export const line = (text: string, ...styles: Style[]): Lines => [[{ text, styles }]]

export const markdownLines = (markdown: string): Lines => {
  const lines: Span[][] = [[]]
  for (const span of readable(markdown)) {
    const [first = '', ...rest] = span.text.split('\n')
    lines.at(-1)?.push({ ...span, text: first })
    for (const text of rest) lines.push([{ ...span, text }])
  }
  return lines
}

export function componentLines(component: AnyComponent): Lines {
  switch (component.type) {
    case ComponentType.Container:
      return component.components.flatMap(componentLines)
    case ComponentType.Section:
      return [...component.components.flatMap(componentLines), ...componentLines(component.accessory)]
    case ComponentType.TextDisplay:
      return markdownLines(component.content)
    case ComponentType.Separator:
      return line(component.divider === false ? '' : '─'.repeat(40), 'dim')
    case ComponentType.ActionRow: {
      const buttons = component.components.filter((each) => each.type === ComponentType.Button)
      const others = component.components.filter((each) => each.type !== ComponentType.Button)
      return [
        ...(buttons.length > 0 ? line(buttons.map(buttonText).join(' ')) : []),
        ...others.flatMap(componentLines),
      ]
    }
    case ComponentType.Button:
      return line(buttonText(component))
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return [...line(`${component.placeholder ?? 'Choose'}:`), ...selectLines(component)]
    case ComponentType.Thumbnail:
      return mediaLine('image', component.description, component.media.url)
    case ComponentType.MediaGallery:
      return component.items.flatMap((item) => mediaLine('image', item.description, item.media.url))
    case ComponentType.File:
      return mediaLine('file', undefined, component.file.url)
    default:
      return []
  }
}

const mediaLine = (kind: string, description: string | null | undefined, url: string) =>
  line(`[${kind}${description ? ` ${description}` : ''}: ${url}]`)

function buttonText(button: APIButtonComponent): string {
  const note = button.disabled ? ' (disabled)' : ''
  if (button.style === ButtonStyle.Premium) return `[premium ${button.sku_id}${note}]`
  const label = [emojiText(button.emoji), button.label].filter(Boolean).join(' ')
  return button.style === ButtonStyle.Link ? `[${label}: ${button.url}${note}]` : `[${label}${note}]`
}

const emojiText = (emoji: APIMessageComponentEmoji | undefined) =>
  emoji?.id ? `:${emoji.name ?? emoji.id}:` : emoji?.name

export function selectLines(select: APISelectMenuComponent): Lines {
  if (select.type === ComponentType.StringSelect) return optionLines(select.options)
  const kind = KINDS[select.type]
  const chosen = (select.default_values ?? []).map(({ id }) => id)
  return line(`  (any ${kind}${chosen.length > 0 ? `, now ${chosen.join(', ')}` : ''})`)
}

const KINDS = {
  [ComponentType.UserSelect]: 'user',
  [ComponentType.RoleSelect]: 'role',
  [ComponentType.MentionableSelect]: 'user or role',
  [ComponentType.ChannelSelect]: 'channel',
}

/** The one that is chosen already has a star. */
export function optionLines(
  options: readonly Pick<APISelectMenuOption, 'label' | 'description' | 'default' | 'emoji'>[],
): Lines {
  return options.flatMap(({ label, description, default: chosen, emoji }) => {
    const name = [emojiText(emoji), label].filter(Boolean).join(' ')
    return line(`  ${chosen ? '*' : '-'} ${name}${description ? ` (${description})` : ''}`)
  })
}
