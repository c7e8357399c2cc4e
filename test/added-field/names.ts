// A field without a name in a language does not compile; these are known to the tests alone.

import { english } from '../../bot/languages/english.ts'
import { german } from '../../bot/languages/german.ts'

Object.assign(german.fields, {
  scanners: 'Geräte',
  funding: 'Förderung',
  annotator: 'Annotiert von',
})
Object.assign(german.choices, {
  annotator: { physicians: 'Ärzte', model: 'ein Modell: ungeprüft', unknown: 'unbekannt' },
})
Object.assign(english.gaps.fields, { scanners: 'scanners' })
Object.assign(german.gaps.fields, { scanners: 'Geräte' })
