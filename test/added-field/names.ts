// A field without a name in a language does not compile; these are known to the tests alone.

import { english } from '../../bot/languages/english.ts'
import { german } from '../../bot/languages/german.ts'

Object.assign(german.fields, {
  annotations: 'Annotationen',
  funding: 'Förderung',
  annotator: 'Annotiert von',
})
Object.assign(german.choices, {
  annotator: { physicians: 'Ärzte', model: 'ein Modell: ungeprüft', unknown: 'unbekannt' },
})
Object.assign(english.gaps.fields, { annotations: 'annotations' })
Object.assign(german.gaps.fields, { annotations: 'Annotationen' })
