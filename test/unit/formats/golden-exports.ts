// The survey's downloads as kept on disk, where nothing can be read from it.

import bib from './golden/export.bib?raw'
import csl from './golden/export.csl?raw'
import csv from './golden/export.csv?raw'
import json from './golden/export.json?raw'
import jsonld from './golden/export.jsonld?raw'
import md from './golden/export.md?raw'
import ndjson from './golden/export.ndjson?raw'
import ris from './golden/export.ris?raw'
import ttl from './golden/export.ttl?raw'

export const GOLDEN_EXPORTS = { json, ndjson, csv, bib, ris, csl, jsonld, ttl, md }
