import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isReading } from '../../bot/commands/handler.ts'
import { firstAnswer } from '../../bot/deferral.ts'
import { sendFollowUp } from '../../bot/follow-up.ts'
import { parseRequest } from '../../bot/request.ts'
import { type BotContext, respond } from '../../bot/respond.ts'
import { RegistryError } from '../../schema/errors.ts'
import { checkWebAddress } from '../../schema/record/values/addresses/web-address.ts'
import type { AppEnv } from '../env.ts'
import { baseIn } from '../http/base.ts'
import { lookUpFor } from '../http/look-up.ts'
import { runAfterResponse } from '../http/run-after-response.ts'
import { logFault } from '../log.ts'
import { readOnlyIn, reviewMessages } from '../settings.ts'
import { answerOnce } from './kept-answers.ts'
import { openRest } from './rest.ts'
import { isSigned, readPublicKeys } from './signature.ts'
import { readUpload } from './uploads.ts'

/** An interaction has a few KiB, and a modal with five long fields stays far below this. */
const MAX_BODY_SIZE = 256 * 1024

/** `POST /interactions`. Discord tests that bad signatures get 401, so the signature is checked first. */
export const interactions = new Hono<AppEnv>().post(
  '/',
  bodyLimit({ maxSize: MAX_BODY_SIZE, onError: (c) => c.text('An interaction has at most 256 KiB.', 413) }),
  async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const signed = {
      body,
      signature: c.req.header('X-Signature-Ed25519'),
      timestamp: c.req.header('X-Signature-Timestamp'),
    }
    const requestId = c.get('requestId')
    const { keys, malformed } = readPublicKeys(c.env.DISCORD_PUBLIC_KEY)
    if (malformed > 0) {
      const problem = `DISCORD_PUBLIC_KEY: ${malformed} ${malformed === 1 ? 'value is not a key' : 'values are not keys'} of 64 hexadecimal digits.`
      logFault(new Error(problem), { requestId, at: 'settings' })
    }
    if (!(await isSigned(signed, keys, Date.now()))) {
      return c.text('The signature is missing, wrong or too old.', 401)
    }
    const request = parseRequest(parseJson(body))
    if (!request) return c.text('The body is not an interaction.', 400)
    c.set('isReading', isReading(request))
    const { token, applicationId } = request
    // The plain token, and the token as part of an address.
    const secrets = [token, encodeURIComponent(token)]
    let isFaulty = false
    const onFault = (fault: unknown) => {
      isFaulty = true
      logFault(fault, { requestId, at: 'interaction' }, secrets)
    }
    const asked = { request, registry: c.get('registry'), base: baseIn(c.env), now: new Date() }
    const bot: BotContext = {
      registry: asked.registry,
      pages: asked.base,
      async lookUp(actor, address, timeLimitMs) {
        try {
          const checked = checkWebAddress(address)
          return 'problem' in checked ? undefined : await lookUpFor(c, actor, checked.url, timeLimitMs)
        } catch (error) {
          // A form without what could be found is a form all the same.
          if (!(error instanceof RegistryError)) onFault(error)
          return undefined
        }
      },
      readFile: (file) =>
        readUpload(file, {
          apiUrl: c.env.DISCORD_API_URL,
          applicationId,
          onFault: (fault) => onFault(new Error(fault)),
        }),
      readOnly: readOnlyIn(c.env),
      postedMessages: () => reviewMessages(c.env, requestId),
      requestId,
      onFault,
    }
    const answering = answerOnce(asked, async () => ({ response: await respond(request, bot), isFaulty }))
    const { response, isDeferral } = await firstAnswer(request, answering)
    if (isDeferral) {
      const rest = openRest({ apiUrl: c.env.DISCORD_API_URL, applicationId, secrets })
      const delivery = sendFollowUp(request, response, answering, {
        send: ({ method, path, body }, timeLimitMs) => rest(method, path, body, timeLimitMs),
        faultId: requestId,
        onFault: (fault) => onFault(new Error(fault)),
      })
      runAfterResponse(c, delivery)
    }
    return c.json(response)
  },
)

/** Undefined where the body is not JSON. */
function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body))
  } catch {
    return undefined
  }
}
