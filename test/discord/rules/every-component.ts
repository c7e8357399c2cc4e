// The components of a message or modal, one after the other.

import type { APIMessageComponent, APIModalComponent } from 'discord-api-types/v10'

export type AnyComponent = APIMessageComponent | APIModalComponent

export interface Placed {
  readonly path: string
  readonly component: AnyComponent
}

/** Every component in reading order, nested ones and accessories included: Discord counts and compares them all. */
export function* everyComponent(path: string, components: readonly AnyComponent[]): Generator<Placed> {
  for (const [at, component] of components.entries()) yield* withNested(`${path}[${at}]`, component)
}

function* withNested(path: string, component: AnyComponent): Generator<Placed> {
  yield { path, component }
  if ('components' in component) yield* everyComponent(`${path}.components`, component.components)
  if ('accessory' in component) yield* withNested(`${path}.accessory`, component.accessory)
  if ('component' in component) yield* withNested(`${path}.component`, component.component)
}
