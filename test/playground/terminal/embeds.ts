// Embeds as lines of text.

import type { APIEmbed } from 'discord-api-types/v10'
import { type Lines, line, markdownLines } from './components.ts'

export function embedLines(embed: APIEmbed): Lines {
  const picture = embed.image ?? embed.thumbnail
  return [
    ...(embed.author ? line(addressed(embed.author.name, embed.author.url)) : []),
    ...(embed.title ? line(addressed(embed.title, embed.url), 'bold') : []),
    ...(embed.description ? markdownLines(embed.description) : []),
    ...(embed.fields ?? []).flatMap(({ name, value }) => [...line(name, 'bold'), ...markdownLines(value)]),
    ...(picture ? line(`[image: ${picture.url}]`) : []),
    ...(embed.image && embed.thumbnail ? line(`[image: ${embed.thumbnail.url}]`) : []),
    ...(embed.footer ? line(embed.footer.text, 'dim') : []),
    ...(embed.timestamp ? line(embed.timestamp, 'dim') : []),
  ]
}

const addressed = (text: string, url: string | undefined) => (url ? `${text} <${url}>` : text)
