// `npm run db:release -- schema/survey/3.0.json`: prints a release as a migration, on top of the releases before it.

import { explain, Failure } from '../../../bot/cli/failure.ts'
import { releaseMigration } from './migration.ts'
import { releasesUpTo } from './release-file.ts'

try {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new Failure('db:release takes a file, as schema/survey/3.0.json.')
  console.log(releaseMigration(releasesUpTo(file)))
} catch (error) {
  explain(error)
  process.exitCode = 1
}
