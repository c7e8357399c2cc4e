import { countryName } from '../../../schema/record/values/countries.ts'
import { FILE_FORMAT_WORDS } from '../../../schema/words.ts'
import type { NameMessages } from '../english/names.ts'
import { bytes, day, number } from './writing.ts'

const COUNTED = {
  images: { one: 'Bild', many: 'Bilder' },
  volumes: { one: 'Volumen', many: 'Volumen' },
  videos: { one: 'Video', many: 'Videos' },
  studies: { one: 'Untersuchung', many: 'Untersuchungen' },
  patients: { one: 'Patient', many: 'Patienten' },
  covidImages: { one: 'COVID-19-Bild', many: 'COVID-19-Bilder' },
  covidStudies: { one: 'COVID-19-Untersuchung', many: 'COVID-19-Untersuchungen' },
  covidPatients: { one: 'COVID-19-Patient', many: 'COVID-19-Patienten' },
}

export const nameMessages: NameMessages = {
  dataTypes: {
    ct: { label: 'CT', meaning: 'Schnittbilder oder Volumendaten der Computertomografie' },
    xray: { label: 'Röntgen', meaning: 'Röntgenaufnahmen, meist des Brustkorbs' },
    mrt: { label: 'MRT', meaning: 'Magnetresonanztomografie, auch Kernspintomografie genannt' },
    ultrasound: {
      label: 'Ultraschall',
      meaning: 'Sonografie: Einzelbilder oder Videos, auch am Krankenbett aufgenommen',
    },
    metadata: {
      label: 'Metadaten',
      meaning: 'Tabellen zu den Bildern: Alter, Geschlecht, Befund, Projektion, Herkunft',
    },
    caseReview: {
      label: 'Fallberichte',
      meaning: 'Fälle einzelner Patienten, ärztlich beschrieben und besprochen',
    },
  },

  availability: { yes: 'ja', no: 'nein', unknown: 'unbekannt' },

  cells: {
    yes: (labels) => `hat ${labels}`,
    no: (labels) => `ohne ${labels}`,
    unknown: (labels) => `unbekannt: ${labels}`,
  },

  fields: {
    name: 'Name',
    url: 'Adresse',
    organization: 'Einrichtung',
    description: 'Beschreibung',
    license: 'Lizenz',
    licenseSpdx: 'Lizenz in der SPDX-Liste',
    use: 'Nutzung',
    access: 'Zugang',
    counts: 'Umfang',
    annotations: 'Annotationen',
    published: 'Erschienen',
    lastUpdated: 'Zuletzt geändert',
    countries: 'Länder',
    formats: 'Formate',
    fileFormats: 'Dateiformate',
    downloadBytes: 'Größe des Downloads',
    versions: 'Versionen',
    doi: 'DOI',
    aliases: 'Auch genannt',
    otherUrls: 'Weitere Adressen',
    formerUrls: 'Frühere Adressen',
    status: 'Status',
    successor: 'Nachfolger',
    cautions: 'Hinweise',
    derivedFrom: 'Daten aus',
    origins: 'Ursprung',
    references: 'Literatur',
    notes: 'Anmerkungen',
  },

  inputs: {
    resource: 'Vorschlag',
    changes: 'Änderungen',
    version: 'Version',
    reason: 'Begründung',
    text: 'Antwort',
    note: 'Bemerkung',
    source: 'Quelle',
    value: 'Wert',
    contact: 'Kontakt',
    mailAddress: 'E-Mail-Adresse',
    release: 'Ausgabe',
    at: 'Zeitpunkt',
  },

  accessShort: {
    open: 'offen',
    agreement: 'Vereinbarung',
    login: 'Anmeldung',
    registration: 'Registrierung',
    application: 'Antrag',
    view_only: 'nur ansehen',
    build_it_yourself: 'nur Skripte',
    unknown: 'unbekannt',
  },

  choices: {
    access: {
      open: 'offen für alle',
      agreement: 'nach Zustimmung zu einer Vereinbarung',
      login: 'Anmeldung nötig',
      registration: 'Registrierung nötig',
      application: 'Antrag nötig',
      view_only: 'nur zum Ansehen',
      build_it_yourself: 'nur Skripte, die die Daten aus ihren Quellen sammeln',
      unknown: 'unbekannt',
    },
    status: {
      active: 'aktiv',
      moved: 'umgezogen: hat jetzt eine andere Adresse',
      superseded: 'abgelöst',
      frozen: 'nicht mehr aktualisiert',
      retired: 'eingestellt',
      gated: 'Zugang auf Anfrage',
      unreachable: 'nicht erreichbar: antwortet laut Meldung nicht',
      unknown: 'nicht geprüft',
      removed: 'gestrichen: nicht mehr in der Liste; der Eintrag bleibt, und sein Verlauf sagt, warum',
    },
    annotations: {
      class_labels: 'Klassen',
      lesion_masks: 'Läsionsmasken',
      lung_masks: 'Lungenmasken',
      bounding_boxes: 'Rahmen um Befunde',
      severity_scores: 'Schweregrade',
      findings: 'Befunde',
      reports: 'Befundberichte',
      outcomes: 'Krankheitsverlauf',
      pcr_results: 'PCR-Ergebnisse',
      none: 'keine',
    },
    fileFormats: { ...FILE_FORMAT_WORDS, other: 'andere' },
  },

  uses: {
    commercial: 'kommerzielle Nutzung',
    redistribution: 'Weitergabe',
    modification: 'bearbeitete Kopien',
  },
  permissions: {
    yes: 'ja',
    conditional: 'unter Bedingungen',
    no: 'nein',
    unknown: 'nicht angegeben',
  },

  decision: {
    commercial: {
      yes: 'kommerziell nutzbar',
      conditional: 'kommerziell unter Bedingungen',
      no: 'nicht kommerziell',
    },
    noRedistribution: 'keine Weitergabe',
    noModification: 'keine bearbeiteten Kopien',
    useNotStated: 'Nutzung nicht angegeben',
    someUse: 'Nutzung teilweise angegeben',
  },

  country: (code) => countryName('de', code),

  filters: {
    access: 'Zugang',
    annotations: 'Annotationen',
    commercial: 'Kommerzielle Nutzung',
    redistribution: 'Weitergabe',
    modification: 'Bearbeitete Kopien',
    fileFormat: 'Dateiformat',
    country: 'Land',
    original: 'Nur eigene Daten',
    link: 'Adresse',
    minImages: 'Bilder, mindestens',
    minPatients: 'Patienten, mindestens',
    publishedFrom: 'Erschienen ab',
    publishedTo: 'Erschienen bis',
  },

  bytes,

  versions: { here: 'verfügbar', gone: 'nicht mehr verfügbar' },

  counts: {
    amount: (of, count) => `${number(count)} ${COUNTED[of][count === 1 ? 'one' : 'many']}`,
    infected: (count) => `davon ${number(count)} mit COVID-19`,
    asOf: (date) => `(Stand ${day(date)})`,
    nothing: 'nichts gezählt',
  },

  licenses: {
    credit: 'Namensnennung',
    noCommerce: 'nicht kommerziell',
    alike: 'Weitergabe unter gleichen Bedingungen',
    noChanges: 'keine Bearbeitung',
    researchOnly: 'nur für Forschung',
    noRedistribution: 'keine Weitergabe',
    agreement: 'eine Vereinbarung, der man zustimmen muss',
  },
}
