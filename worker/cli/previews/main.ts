// `npm run previews`: the pictures beside links to pages. `npm run deploy` makes them too.

import { explain } from '../../../bot/cli/failure.ts'
import { writePreviews } from './write.ts'

try {
  const { length } = await writePreviews()
  console.log(`${length} pictures in worker/static/previews`)
} catch (error) {
  explain(error)
  process.exitCode = 1
}
