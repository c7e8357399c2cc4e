import { parseRequest, type Request } from '../../bot/request.ts'

/** The request that an interaction is parsed to. @throws where it is not one. */
export function requestOf(interaction: object): Request {
  const request = parseRequest(interaction)
  if (!request) throw new Error('Not an interaction.')
  return request
}
