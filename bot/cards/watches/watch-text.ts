// The subject of a watch, in words.

import type { Watched } from '../../../schema/verbs/watches.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'

/** "CT", "eurorad.org", "everything" */
export function watchedName({ watch, dataTypes }: Messages, watched: Watched, most: number): string {
  switch (watched.kind) {
    case 'everything':
      return watch.everything
    case 'dataType':
      return dataTypes[watched.dataType].label
    case 'resource':
      return plain(watched.name, most)
  }
}

/** The changes that a watch announces, to complete a sentence that says where. */
export function watchScope(
  { watch: { scope }, dataTypes }: Messages,
  watched: Watched,
  most: number,
): string {
  switch (watched.kind) {
    case 'everything':
      return scope.everything
    case 'dataType':
      return scope.dataType(dataTypes[watched.dataType].label)
    case 'resource':
      return scope.resource(plain(watched.name, most))
  }
}
