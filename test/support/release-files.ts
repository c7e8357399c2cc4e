// The releases as files. The casts hold because test/unit/cli/release-migration.test.ts checks every record of them.

import survey from '../../schema/survey/2.0.json' with { type: 'json' }
import release3 from '../../schema/survey/3.0.json' with { type: 'json' }
import release4 from '../../schema/survey/4.0.json' with { type: 'json' }
import type { ReleaseFile } from '../../worker/cli/release/release-file.ts'

export const SURVEY = survey as unknown as ReleaseFile
export const RELEASE_3 = release3 as unknown as ReleaseFile
export const RELEASE_4 = release4 as unknown as ReleaseFile
