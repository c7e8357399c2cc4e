import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { SubmissionEdit, SubmissionInput } from '../../../schema/record/submission.ts'
import { cleanEdit, cleanInput } from '../../../worker/domain/intake/clean-proposal.ts'
import { shapeProblems } from '../../../worker/http/shape-problems.ts'
import { textProblems } from '../../../worker/http/text-problems.ts'

const anything = fc.oneof(
  fc.constantFrom('addition', 'correction', 'a name', 'yes', '\u202e', 'http://127.1', null, '', 1),
  fc.jsonValue(),
)
const some = (...names: string[]) =>
  fc.oneof(
    anything,
    fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] }),
  )
const body = fc.oneof(
  anything,
  fc.record(
    {
      kind: fc.oneof(fc.constantFrom('addition', 'correction', 'removal'), anything),
      slug: anything,
      version: anything,
      baseVersion: anything,
      reason: anything,
      resource: some('name', 'url', 'organization', 'notes', 'availability', '__proto__'),
      changes: some('name', 'url', 'organization', 'notes', 'availability'),
      evidence: fc.oneof(anything, fc.array(some('field', 'source', 'asOf'))),
      submitter: some('name', 'contact'),
    },
    { requiredKeys: [] },
  ),
)

type Issues = Parameters<typeof textProblems>[1]

it.each([
  [
    'a submission',
    SubmissionInput,
    (given: unknown, issues: Issues) => textProblems(given, issues, cleanInput),
  ],
  ['an edit', SubmissionEdit, (given: unknown, issues: Issues) => textProblems(given, issues, cleanEdit)],
] as const)('any body that is not %s is told so in sentences, and breaks nothing', (_, shape, inTexts) => {
  fc.assert(
    fc.property(body, (generated) => {
      const given: unknown = JSON.parse(JSON.stringify(generated))
      const issues = shape.safeParse(given).error?.issues
      if (!issues) return
      const problems = [...shapeProblems(issues, given, 'body'), ...inTexts(given, issues)]
      expect(problems.length).toBeGreaterThan(0)
      for (const { problem } of problems) {
        expect(problem).toMatch(/^[A-Z“].*\.$/)
        expect(problem).not.toContain('undefined')
      }
    }),
    { numRuns: 500 },
  )
})
