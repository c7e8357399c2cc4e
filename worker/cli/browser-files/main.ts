// What wrangler runs before it starts or sends the Worker ([build] in wrangler.toml).

import { explain } from '../../../bot/cli/failure.ts'
import { writeBrowserFiles } from './write.ts'

try {
  await writeBrowserFiles()
} catch (error) {
  explain(error)
  process.exitCode = 1
}
