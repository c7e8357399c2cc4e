// The application itself, as its page at Discord has it: resources/application.

import { ApiError } from '../api-error.ts'
import { type Call, json } from '../call.ts'
import { endpointProblem } from '../endpoint.ts'
import { asUser, BOT, VISITOR } from '../protocol/people.ts'
import { type Route, route } from '../route.ts'
import { applicationSchemaProblems } from '../rules/schemas.ts'

export const APPLICATION_ROUTES: readonly Route<Call>[] = [
  route('GET', '/applications/@me', (call) => Response.json(described(call))),
  route('PATCH', '/applications/@me', async (call) => {
    const body = await json(call)
    const problems = applicationSchemaProblems(body)
    if (!isForm(body) || problems.length > 0) throw new ApiError('invalidBody', problems)
    for (const key of Object.keys(body))
      if (key !== ENDPOINT) problems.push(`${key}: the stand-in keeps only ${ENDPOINT}`)
    const address = body[ENDPOINT]
    if (address) {
      const problem = await endpointProblem(address, call)
      if (problem !== undefined) problems.push(`${ENDPOINT}: ${problem}`)
    }
    if (problems.length > 0) throw new ApiError('invalidBody', problems)
    if (address !== undefined) call.state.endpoint = address || null
    return Response.json(described(call))
  }),
]

const ENDPOINT = 'interactions_endpoint_url'

const isForm = (body: unknown): body is { readonly [ENDPOINT]?: string | null } =>
  typeof body === 'object' && body !== null

const described = ({ state, application: { id, keys, redirectUri } }: Call) => ({
  id,
  name: BOT.globalName,
  icon: null,
  description: '',
  type: null,
  bot: { ...asUser(BOT), bot: true },
  bot_public: true,
  bot_require_code_grant: false,
  // It can be added to servers and by people for themselves.
  integration_types_config: { 0: {}, 1: {} },
  verify_key: keys?.publicKey ?? '0'.repeat(64),
  flags: 0,
  flags_new: '0',
  redirect_uris: redirectUri === undefined ? [] : [redirectUri],
  [ENDPOINT]: state.endpoint,
  role_connections_verification_url: null,
  owner: asUser(VISITOR),
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  event_webhooks_status: 1,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
})
