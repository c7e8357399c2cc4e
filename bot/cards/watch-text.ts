// What a watch is about, in words.

import { DATA_TYPES, type DataTypeKey } from '../../schema/vocabulary.ts'
import type { Watched } from '../../schema/watch-verbs.ts'
import { plain } from './markdown.ts'

export const labelOf = (key: DataTypeKey): string => DATA_TYPES.find((type) => type.key === key)?.label ?? key

/** "CT", "eurorad.org", "everything" */
export function watchedName(watched: Watched, most: number): string {
  switch (watched.kind) {
    case 'everything':
      return 'everything'
    case 'dataType':
      return labelOf(watched.dataType)
    case 'resource':
      return plain(watched.name, most)
  }
}

/** What one is told of, as it goes on after "You get a message for". */
export function toldOf(watched: Watched, most: number): string {
  switch (watched.kind) {
    case 'everything':
      return 'every resource that is listed, corrected, moved, withdrawn or restored'
    case 'dataType':
      return `every resource that comes to have ${labelOf(watched.dataType)}: a new one, or one that is corrected`
    case 'resource':
      return `**${plain(watched.name, most)}** when it is corrected, moved, withdrawn or restored`
  }
}
