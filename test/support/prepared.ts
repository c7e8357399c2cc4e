// In place of worker/http/prepared.ts in every test in workerd, which so has the texts of the code that it tests, also where
// that has a data type or a field more. That the files hold the same is test/process/local/boot.test.ts.

import { textsAt } from '../../worker/cli/browser-files/prepared-texts.ts'
import { BASE, type readPrepared as read } from '../../worker/http/prepared.ts'

export * from '../../worker/http/prepared.ts'

const made = new Map<boolean, ReturnType<typeof textsAt>>()

/** As the files have it. */
export const readPrepared: typeof read = async (_, name, hasBase) => {
  const texts = made.get(hasBase) ?? textsAt(hasBase ? BASE : '')
  made.set(hasBase, texts)
  return (await texts)[name]
}
