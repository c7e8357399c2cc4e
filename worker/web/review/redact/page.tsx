// GET and POST /review/redact: what a redaction would take, the question why, and its going.

import type { Context } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import { SUBMISSION_LENGTHS } from '../../../../schema/record/submission.ts'
import type { Redactable, RedactionTarget } from '../../../../schema/verbs/erasure.ts'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { AppEnv } from '../../../env.ts'
import { type FailureStatus, statusOf } from '../../../http/status.ts'
import { isFormProblem } from '../../failure.tsx'
import { answerPrivate } from '../../page.tsx'
import { type FormValues, readForm, textIn } from '../../parts/form.ts'
import { Moment } from '../../parts/moment.tsx'
import { forMaintainers, type Maintainer } from '../sign-in/session.ts'
import { SignedIn } from '../sign-in/signed-in.tsx'
import { redactionAddress } from './address.ts'

const PATH = '/review/redact'
/** The latest versions of a listed resource, to choose from. */
const VERSIONS_SHOWN = 50

/** Throws `invalid` where neither is named. */
function targetIn(read: (name: string) => string): RedactionTarget {
  const [slug, submission, version] = ['resource', 'submission', 'version'].map(read)
  if (submission) return { submission }
  if (!slug) throw new RegistryError('invalid', 'Name a data set or a submission to redact.')
  return { slug, ...(version && /^[1-9]\d{0,8}$/.test(version) && { version: Number(version) }) }
}

export const askRedaction = forMaintainers((c, maintainer) =>
  show(
    c,
    maintainer,
    targetIn((name) => c.req.query(name) ?? ''),
  ),
)

/** A refusal is shown on the page, with the reason that was typed. */
export const redact = forMaintainers(async (c, maintainer) => {
  const form = await readForm(c)
  const target = targetIn((name) => textIn(form, name))
  try {
    await act(c, maintainer, target, form)
  } catch (error) {
    if (!isFormProblem(error)) throw error
    return show(c, maintainer, target, { error, reason: textIn(form, 'reason') }, statusOf(error.code))
  }
  return c.redirect('/review/actions?note=redacted', 303)
})

function act(c: Context<AppEnv>, { actor }: Maintainer, target: RedactionTarget, form: FormValues) {
  const registry = c.get('registry')
  const input = { reason: textIn(form, 'reason'), versions: Number(textIn(form, 'versions')) }
  return 'slug' in target
    ? registry.redactResource(actor, target.slug, { ...input, version: target.version })
    : registry.redactSubmission(actor, target.submission, input)
}

interface Refused {
  readonly error: RegistryError
  readonly reason: string
}

/** What would go; where all of a listed resource was asked for, its versions, of which one can go. */
async function load(c: Context<AppEnv>, { actor }: Maintainer, target: RedactionTarget) {
  const registry = c.get('registry')
  try {
    return { preview: await registry.previewRedaction(actor, target) }
  } catch (refusal) {
    if (!(refusal instanceof RegistryError) || refusal.code !== 'conflict') throw refusal
    if (!('slug' in target)) return { refusal }
    const { items } = await registry.listChanges({ slug: target.slug, size: VERSIONS_SHOWN })
    return { refusal, versions: items.slice(1) }
  }
}

async function show(
  c: Context<AppEnv>,
  maintainer: Maintainer,
  target: RedactionTarget,
  refused?: Refused,
  status: 200 | FailureStatus = 200,
): Promise<Response> {
  const { preview, refusal, versions = [] } = await load(c, maintainer, target)
  const key = 'slug' in target ? target.slug : target.submission
  const title = `Redact ${preview?.name ?? key}?`
  const back = 'slug' in target ? `/r/${key}` : `/review/${key}`
  const error = refused?.error ?? refusal
  return answerPrivate(
    c,
    {
      title,
      description: 'The question before texts are taken down for good.',
      section: '/review',
      main: (
        <div class="review question">
          <SignedIn name={maintainer.name} />
          <p class="way">
            <a href="/review">Queue</a> <a href={back}>{key}</a>
          </p>
          {error && (
            <p class="notice warning" role="alert">
              {error.message}
            </p>
          )}
          <h1>{title}</h1>
          {preview ? (
            <Question target={target} preview={preview} back={back} reason={refused?.reason ?? ''} />
          ) : (
            <OldVersions slug={key} versions={versions} />
          )}
        </div>
      ),
    },
    status,
  )
}

interface QuestionProps {
  readonly target: RedactionTarget
  readonly preview: Redactable
  readonly back: string
  readonly reason: string
}

function Question({ target, preview, back, reason }: QuestionProps) {
  const { versions, submissions } = preview
  return (
    <>
      <p>
        <strong>Goes:</strong> all texts, links and addresses in{' '}
        {versions === 1 ? 'one version' : `${versions} versions`}
        {'slug' in target && target.version !== undefined && ` (version ${target.version})`}
        {submissions.length > 0 && 'slug' in target && (
          <>
            , those of the submissions{' '}
            {submissions.map((reference, i) => (
              <>
                {i > 0 && ', '}
                <a href={`/review/${reference}`}>{reference}</a>
              </>
            ))}{' '}
            included
          </>
        )}
        .
      </p>
      <p>
        <strong>Stays:</strong> the slug or reference, version numbers and dates, what lists count by, and a
        public note with the date and your reason.
      </p>
      <p>Nobody can undo this.</p>
      <form id="redact" method="post" action={PATH} data-once="">
        {'slug' in target ? (
          <>
            <input type="hidden" name="resource" value={target.slug} />
            {target.version !== undefined && <input type="hidden" name="version" value={target.version} />}
          </>
        ) : (
          <input type="hidden" name="submission" value={target.submission} />
        )}
        <input type="hidden" name="versions" value={versions} />
        <div class="field">
          <label for="redact-reason">Why? Everybody can read this</label>
          <span class="help" id="redact-help">
            Name no person, and repeat nothing that must go.
          </span>
          {/* HTML drops a line end right after the tag (13.1.2.5). */}
          <textarea
            id="redact-reason"
            name="reason"
            rows={3}
            maxlength={SUBMISSION_LENGTHS.reason}
            required
            aria-describedby="redact-help"
          >
            {`\n${reason}`}
          </textarea>
        </div>
        <div class="actions">
          <button type="submit" class="stop">
            Redact
          </button>
          <a class="button" href={back}>
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}

/** The present version of a listed resource stays, each older one can go. */
const OldVersions = ({
  slug,
  versions,
}: {
  readonly slug: string
  readonly versions: readonly ListedChange[]
}) =>
  versions.length === 0 ? null : (
    <>
      <p>An older version can be redacted by itself:</p>
      <ul>
        {versions.map(({ version, action, at, reason }) => (
          <li>
            <a href={redactionAddress({ slug, version })}>Version {version}</a>, {action} <Moment iso={at} />
            {reason !== undefined && `: ${reason}`}
          </li>
        ))}
      </ul>
    </>
  )
