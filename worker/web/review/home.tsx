import { answerPrivate } from '../page.tsx'
import { forMaintainers } from './session.ts'
import { SignedIn } from './signed-in.tsx'

/** GET /review */
export const home = forMaintainers((c, { name }) =>
  answerPrivate(c, {
    title: 'For maintainers',
    description: 'What waits for a decision.',
    section: '/review',
    main: (
      <>
        <SignedIn name={name} />
        <h1>For maintainers</h1>
      </>
    ),
  }),
)
