// As Discord's own sample for Cloudflare Workers has it (github.com/discord/cloudflare-sample-app), without its router.

import { InteractionResponseType, InteractionType, verifyKey } from 'discord-interactions'
import { answer, type Bindings } from './question.ts'

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    const signature = request.headers.get('x-signature-ed25519') ?? ''
    const timestamp = request.headers.get('x-signature-timestamp') ?? ''
    const body = await request.text()
    if (!(await verifyKey(body, signature, timestamp, env.DISCORD_PUBLIC_KEY)))
      return new Response('Bad request signature.', { status: 401 })
    const interaction = JSON.parse(body)
    if (interaction.type === InteractionType.APPLICATION_COMMAND && interaction.data.name === 'covid-data')
      return Response.json({
        type: InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE,
        data: { content: await answer(env.DB) },
      })
    return Response.json({ error: 'Unknown Type' }, { status: 400 })
  },
}
