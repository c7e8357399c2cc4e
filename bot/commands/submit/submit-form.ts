// The form of an addition: what it asks, what it begins with, and what is read from it.

import { type Draft, type Found, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { checkboxes, type Modal, modal, textField } from '../../cards/kit/modal.ts'
import type { ComponentState } from '../../custom-id.ts'
import type { Messages } from '../../languages/index.ts'
import type { ModalInput } from '../../request.ts'
import type { RequestContext } from '../flow.ts'

export const EMPTY: Draft = { url: '', name: '', organization: '', has: [], lacks: [], notes: '' }

export const submitModal = (
  { draft: texts, fields, dataTypes }: Messages,
  state: ComponentState,
  draft: Draft,
): Modal =>
  modal(texts.form, state, [
    {
      label: texts.link,
      description: texts.linkHelp,
      component: textField({ id: 'url', max: LENGTHS.url, value: draft.url }),
    },
    { label: fields.name, component: textField({ id: 'name', max: LENGTHS.name, value: draft.name }) },
    {
      label: fields.organization,
      description: texts.organizationHelp,
      component: textField({ id: 'organization', max: LENGTHS.organization, value: draft.organization }),
    },
    {
      label: texts.includes,
      component: checkboxes(
        'has',
        DATA_TYPES.map(({ key }) => ({
          value: key,
          label: dataTypes[key].label,
          description: dataTypes[key].meaning,
          chosen: draft.has.includes(key),
        })),
      ),
    },
    {
      label: texts.more,
      description: texts.moreHelp,
      component: textField({
        id: 'notes',
        max: SUBMISSION_LENGTHS.notes,
        value: draft.notes,
        lines: true,
        optional: true,
      }),
    },
  ])

export const typesAmong = (values: readonly string[] = []): DataTypeKey[] =>
  DATA_TYPES.map(({ key }) => key).filter((key) => values.includes(key))

/** The address as it would be listed, so that the card shows where it leads; as it was typed where it can't be. */
function addressOf(typed: string): string {
  const checked = checkWebAddress(typed)
  return 'url' in checked ? checked.url : typed
}

/** `before` has what the modal does not ask for. */
export function draftFrom({ texts, chosen }: ModalInput, before: Draft): Draft {
  const has = typesAmong(chosen.get('has'))
  const textOf = (field: string) => texts.get(field)?.trim() ?? ''
  return {
    ...before,
    url: addressOf(textOf('url')),
    name: textOf('name'),
    organization: textOf('organization'),
    has,
    lacks: before.lacks.filter((key) => !has.includes(key)),
    notes: textOf('notes'),
  }
}

/** Discord waits 3 seconds for a form, and the database is asked besides. */
const FORM_LIMIT_MS = 1500

/** The form of an addition at an address, with what that says of itself in time. */
export async function suggestForm(
  { lookUp, messages }: Pick<RequestContext, 'lookUp' | 'messages'>,
  url: string,
): Promise<Modal> {
  const found = url === '' ? undefined : await lookUp(url, FORM_LIMIT_MS)
  return submitModal(messages, { action: 'submit' }, { ...EMPTY, url, ...(found && beginning(found)) })
}

function beginning({ fields: { name = '', organization = '', availability = {} } }: Found) {
  return {
    name,
    organization,
    has: DATA_TYPES.map(({ key }) => key).filter((key) => availability[key] === 'yes'),
  }
}
