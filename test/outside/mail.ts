// Cloudflare's Email Service as the binding `send_email` offers it, as strict as its documents are:
// https://developers.cloudflare.com/email-service/api/send-emails/workers-api/ (fields, error codes) and
// https://developers.cloudflare.com/email-service/reference/headers/ (which headers it lets through).

type Sent = Parameters<SendEmail['send']>[0] & Record<string, unknown>

interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

const FIELDS = ['from', 'to', 'subject', 'text', 'headers']

class EmailError extends Error {
  readonly code: string
  constructor(code: string, to: unknown) {
    // As the service does, it names the recipient.
    super(`${code} for ${String(to)}`)
    this.code = code
  }
}

/** `outbox` has what was taken. `next` are the codes of errors that the next mails get; "lost": it is taken all the same. */
export function playMail(domain: string) {
  const outbox: Mail[] = []
  const next: (string | undefined)[] = []
  const isAddress = (value: unknown): value is string =>
    typeof value === 'string' && /^[^\s@<>,"]+@[^\s@<>,"]+\.[a-z]+$/.test(value)
  const binding = {
    async send(message: Sent) {
      const {
        from,
        to,
        subject,
        text,
        headers = {},
      } = message as unknown as {
        readonly from: { readonly email: string; readonly name: string }
        readonly to: string
        readonly subject: string
        readonly text: string
        readonly headers?: Record<string, string>
      }
      const isWhole =
        Object.keys(message).every((name) => FIELDS.includes(name)) &&
        isAddress(to) &&
        /^[^\r\n]{1,200}$/.test(subject) &&
        text !== '' &&
        Object.values(headers).every((value) => /^[\x20-\x7e]{1,900}$/.test(value))
      if (!isWhole) throw new EmailError('E_VALIDATION_ERROR', to)
      if (!isAddress(from.email) || !from.email.endsWith(`@${domain}`))
        throw new EmailError('E_SENDER_NOT_VERIFIED', to)
      if (Object.keys(headers).some((name) => name !== 'List-Unsubscribe'))
        throw new EmailError('E_HEADER_NOT_ALLOWED', to)
      const fault = next.shift()
      if (fault !== undefined && fault !== 'lost') throw new EmailError(fault, to)
      outbox.push({ to, subject, text, headers })
      if (fault === 'lost') throw new Error('Network connection lost.')
      return { messageId: `<${outbox.length}@${domain}>` }
    },
  } as unknown as SendEmail
  return { binding, outbox, next }
}
