import { applySurvey } from './releases.ts'

// Tests begin at the survey. What is about a later release applies it.
await applySurvey()
