// What a watch is about, in words.

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

/** What one is told of, as the sentence goes on that says where. */
export function watchScope({ watch: { of }, dataTypes }: Messages, watched: Watched, most: number): string {
  switch (watched.kind) {
    case 'everything':
      return of.everything
    case 'dataType':
      return of.dataType(dataTypes[watched.dataType].label)
    case 'resource':
      return of.resource(plain(watched.name, most))
  }
}
