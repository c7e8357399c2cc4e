// Discord's official schemas, by way of npm discord-api-spec. They are compiled as JSON Schemas because those close
// every object: a misspelt key is refused, where zod would let it pass. What they miss is in limits/.

import { setImmediate } from 'node:timers/promises'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import * as spec from 'discord-api-spec/zod'
import { toJSONSchema } from 'zod/mini'
import { refusals } from './schema-errors.ts'

/** By the `type` of an interaction response; 4 and 5 share a schema, so do 6 and 7. */
const RESPONSES = {
  1: spec.PongInteractionCallbackRequestSchema,
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
} as const
export type ResponseType = keyof typeof RESPONSES

export const isResponseType = (type: unknown): type is ResponseType =>
  typeof type === 'number' && type in RESPONSES

export const responseSchemaProblems = (type: ResponseType, response: unknown): string[] =>
  problems(RESPONSES[type], response)

/** One command of a bulk overwrite, whose list is of ApplicationCommandUpdateRequest (PUT applications/{id}/commands). */
export const commandSchemaProblems = (command: unknown): string[] =>
  problems(spec.ApplicationCommandUpdateRequestSchema, command)

/** The bodies of REST that are messages, by what the request does with them. */
const MESSAGES = {
  post: spec.MessageCreateRequestSchema,
  edit: spec.MessageEditRequestPartialSchema,
  followUp: spec.IncomingWebhookInteractionRequestSchema,
  editAnswer: spec.IncomingWebhookUpdateRequestPartialSchema,
} as const
export type MessageRequest = keyof typeof MESSAGES

export const messageSchemaProblems = (request: MessageRequest, body: unknown): string[] =>
  problems(MESSAGES[request], body)

/** Of the body that opens a direct message channel. */
export const recipientSchemaProblems = (body: unknown): string[] =>
  problems(spec.CreatePrivateChannelRequestSchema, body)

/** Of the body that changes the application itself. */
export const applicationSchemaProblems = (body: unknown): string[] =>
  problems(spec.ApplicationFormPartialSchema, body)

type Schema = typeof spec.PongInteractionCallbackRequestSchema
type JsonSchema = Parameters<
  NonNullable<NonNullable<Parameters<typeof toJSONSchema>[1]>['override']>
>[0]['jsonSchema']

const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  verbose: true,
  // Lengths in UTF-16 units, which are never fewer than code points: what passes here passes by either count.
  unicode: false,
  logger: false,
  formats: { uri: (text: string) => URL.canParse(text), 'date-time': true },
})

const validators = new Map<Schema, ValidateFunction>()

function problems(schema: Schema, value: unknown): string[] {
  const validate = compiled(schema)
  return validate(value) ? [] : refusals(validate.errors ?? [])
}

function compiled(schema: Schema): ValidateFunction {
  const known = validators.get(schema)
  if (known) return known
  const validate = ajv.compile(
    toJSONSchema(schema, {
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => DOCUMENTED.get(zodSchema)?.(jsonSchema),
    }),
  )
  validators.set(schema, validate)
  return validate
}

/** Each takes a moment, on a busy machine seconds, in which nothing else here is answered: so before anybody asks. */
export async function compileSchemas(): Promise<void> {
  for (const schema of [
    ...Object.values(RESPONSES),
    ...Object.values(MESSAGES),
    spec.ApplicationCommandUpdateRequestSchema,
  ]) {
    await setImmediate()
    compiled(schema)
  }
}

/** The specification's 4000 characters are for people who pay; everyone else, bots included, has 2000. */
const shortContent = ({ properties }: JsonSchema) => {
  const { content } = properties ?? {}
  if (typeof content !== 'object') return
  for (const branch of content.anyOf ?? []) if (branch.type === 'string') branch.maxLength = 2000
}

/** Where the documentation and the specification differ, the documentation wins, says the specification. */
const DOCUMENTED = new Map<unknown, (schema: JsonSchema) => void>([
  // `undefined` has no JSON Schema and becomes one that admits anything, beside the three that it should choose from.
  [
    spec.ApplicationCommandAutocompleteCallbackRequestSchema,
    ({ properties }) => {
      const data = properties?.data
      if (typeof data !== 'object' || !data.anyOf) return
      data.anyOf = data.anyOf.filter((branch) => Object.keys(branch).length > 0)
    },
  ],
  [
    spec.MessageCreateRequestSchema,
    (schema) => {
      shortContent(schema)
      // As one, so that a nonce that is too long is told to be that, and not to be no number.
      schema.properties = {
        ...schema.properties,
        nonce: { type: ['integer', 'string', 'null'], maxLength: 25 },
      }
    },
  ],
  [spec.MessageEditRequestPartialSchema, shortContent],
  // An emoji may be named by id alone, and may say that it moves.
  [
    spec.ComponentEmojiForRequestSchema,
    (schema) => {
      schema.required = []
      schema.properties = { ...schema.properties, animated: { type: 'boolean' } }
    },
  ],
  // A number while the file is a part of the same request.
  [
    spec.MessageAttachmentRequestSchema,
    (schema) => {
      schema.properties = { ...schema.properties, id: { type: ['string', 'integer'] } }
    },
  ],
  // Permissions are a bit set as text; the other two are documented but not specified.
  [
    spec.ApplicationCommandUpdateRequestSchema,
    (schema) => {
      schema.properties = {
        ...schema.properties,
        default_member_permissions: { type: ['string', 'null'], pattern: '^(0|[1-9][0-9]*)$' },
        default_permission: { type: ['boolean', 'null'] },
        nsfw: { type: 'boolean' },
      }
    },
  ],
])
