import {
  CloudflareWorkerServer,
  type CommandContext,
  CommandOptionType,
  SlashCommand,
  SlashCreator,
} from 'slash-create/web'
import { answer, type Bindings } from './question.ts'

class CovidData extends SlashCommand {
  constructor(creator: SlashCreator) {
    super(creator, {
      name: 'covid-data',
      description: 'Public COVID-19 imaging data',
      options: [{ type: CommandOptionType.SUB_COMMAND, name: 'ultrasound', description: 'Ultrasound' }],
    })
  }

  /** The bindings come as the context of the server. */
  override run(context: CommandContext<Bindings>): Promise<string> {
    return answer(context.serverContext.DB)
  }
}

const server = new CloudflareWorkerServer()
let hasStarted = false

export default {
  fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    if (!hasStarted)
      new SlashCreator({ applicationID: '1', publicKey: env.DISCORD_PUBLIC_KEY })
        .withServer(server)
        .registerCommand(CovidData)
    hasStarted = true
    return server.fetch(request, env, context)
  },
}
