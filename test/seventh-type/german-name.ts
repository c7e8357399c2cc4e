// A data type without a name in a language does not compile; this one is known to the test alone.

import { german } from '../../bot/languages/german.ts'

Object.assign(german.dataTypes, { pet: { label: 'PET', meaning: 'Positronen-Emissions-Tomografie' } })
