// Routes, and what is the same for all of them: paths with names in them, whose values the answer gets.

/** `channel` and `message` of `/channels/{channel}/messages/{message}`. */
type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never
type Params<Path extends string> = { readonly [Name in Names<Path>]: string }

export interface Route<Call> {
  readonly method: string
  /** As the documentation writes it. */
  readonly path: string
  /** Undefined where the path is another one. */
  match(path: string): ((call: Call) => Response | Promise<Response>) | undefined
}

export function route<Call, Path extends string>(
  method: string,
  path: Path,
  answer: (call: Call, params: Params<Path>) => Response | Promise<Response>,
): Route<Call> {
  const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
  return {
    method,
    path,
    match(actual) {
      const found = pattern.exec(actual)
      return found ? (call) => answer(call, asParams<Path>(found.groups)) : undefined
    },
  }
}

/** The pattern was made of the path's own names, and each of its groups takes part in every match. */
const asParams = <Path extends string>(groups: RegExpExecArray['groups'] = {}) =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decoded(value)])) as Params<Path>

/** Clients differ in what they encode: `@original` or `%40original`, the `=` of a token or `%3D`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What is in JSON: Discord takes nothing else here, the way we go. */
export const isJson = ({ headers }: Request | Response) =>
  /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')

export const noContent = () => new Response(null, { status: 204 })
