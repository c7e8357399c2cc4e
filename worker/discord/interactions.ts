import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Interaction } from '../../bot/interaction.ts'
import { respond } from '../../bot/respond.ts'
import type { AppEnv } from '../env.ts'
import { afterwards } from '../http/afterwards.ts'
import { baseIn } from '../http/base.ts'
import { logFault } from '../log.ts'
import { reviewWords } from '../settings.ts'
import { answerInTime } from './deadline.ts'
import { openRest } from './rest.ts'
import { isSigned, readPublicKeys } from './signature.ts'

/** Discord's own are a few KiB; a form with five long fields stays far below. */
const LARGEST_BODY = 256 * 1024

/** `POST /interactions`. Discord checks that bad signatures get 401 and nothing else, so that comes first. */
export const interactions = new Hono<AppEnv>().post(
  '/',
  bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.text('An interaction has at most 256 KiB.', 413) }),
  async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const signed = {
      body,
      signature: c.req.header('X-Signature-Ed25519'),
      timestamp: c.req.header('X-Signature-Timestamp'),
    }
    const requestId = c.get('requestId')
    const { keys, malformed } = readPublicKeys(c.env.DISCORD_PUBLIC_KEY)
    if (malformed.length > 0) {
      const told = `DISCORD_PUBLIC_KEY holds what is no key (64 hexadecimal digits): ${malformed.join(', ')}`
      logFault(new Error(told), { requestId, at: 'settings' })
    }
    if (!(await isSigned(signed, keys, Date.now()))) {
      return c.text('The signature is missing, wrong or too old.', 401)
    }
    const interaction = Interaction.safeParse(parseJson(body))
    if (!interaction.success) return c.text('The body is not an interaction.', 400)
    const { token } = interaction.data
    const onFault = (fault: unknown) => logFault(fault, { requestId, at: 'interaction' }, [token])
    const answering = respond(interaction.data, {
      registry: c.get('registry'),
      pages: baseIn(c.env),
      posted: () => reviewWords(c.env, requestId),
      requestId,
      onFault,
    })
    const response = await answerInTime(interaction.data, answering, {
      rest: openRest({
        apiUrl: c.env.DISCORD_API_URL,
        applicationId: interaction.data.application_id,
        secrets: [token],
      }),
      requestId,
      onFault,
      afterwards: (work) => afterwards(c, work),
    })
    return c.json(response)
  },
)

/** Undefined where it is no JSON: then it is no interaction either. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body))
  } catch {
    return undefined
  }
}
