import type { Card } from '../../../../bot/cards/kit/message.ts'

interface AnyComponent {
  readonly content?: string
  readonly components?: readonly AnyComponent[]
  readonly accessory?: AnyComponent
}

const contents = ({ content, components = [], accessory }: AnyComponent): string[] => [
  ...(content === undefined ? [] : [content]),
  ...components.flatMap(contents),
  ...(accessory ? contents(accessory) : []),
]

/** All that one reads on a card, in reading order. */
export const textOf = ({ components }: Card): string =>
  (components as readonly AnyComponent[]).flatMap(contents).join('\n')
