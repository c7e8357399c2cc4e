import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { ListMessages } from '../english/lists.ts'
import { number, numeral } from './writing.ts'

export const listMessages: ListMessages = {
  buttons: {
    cite: 'Zitieren',
    open: 'Öffnen',
    openDoubtful: 'Die Seite öffnen',
    history: 'Verlauf',
    watch: 'Beobachten',
    share: 'Teilen',
    details: 'Details',
    previous: 'Zurück',
    next: 'Weiter',
    unknown: (count) => `${number(count)} unbekannt`,
  },

  asOf: {
    survey: (version, day) => `Übersichtsarbeit ${version}, ${day}`,
    release: (version, day) => `Ausgabe ${version}, ${day}`,
    changed: (day) => `zuletzt geändert am ${day}`,
    unchanged: 'seitdem unverändert',
    caution: 'nicht für die klinische Anwendung',
  },

  pages: {
    resource: 'im Web',
    table: 'die Tabelle im Web',
    submission: 'Im Web prüfen',
    privacy: 'was von dir gespeichert wird',
  },

  about: {
    title: 'Öffentliche medizinische Bilddaten zu COVID-19',
    intro: (of) =>
      `Ein Register von ${number(of.resources)} öffentlichen Datensätzen. Zu jedem sagt es, welche von ${numeral(DATA_TYPES.length).toLowerCase()} Datenarten er enthält. ` +
      `Am Anfang stand die Übersichtsarbeit ${of.survey} von ${of.authors} (Version ${of.version}, ${of.day}) mit ${number(of.references)} Literaturangaben.`,
    type: 'Tippe `/covid-data` und',
    kind: 'Datensätze mit dieser Datenart, dann die, bei denen das nicht erfasst ist',
    commands: {
      list: 'die ganze Tabelle',
      search: 'nach Name, Einrichtung, Literatur, Adresse oder DOI; Tippfehler schaden nicht',
      show: 'alles über einen Datensatz',
      compare: 'zwei bis vier davon nebeneinander',
      cite: 'Literatur zum Kopieren, als BibTeX, RIS, APA-ähnlicher Text oder CSL-JSON',
      submit: 'einen Datensatz vorschlagen, der noch fehlt',
      report: 'einen Fehler in der Liste melden',
      'my-submissions': 'deine Einreichungen und ihr Stand',
      changes: 'was sich geändert hat, das Neueste zuerst',
      'help-wanted': 'was noch fehlt; vielleicht weißt du es',
      'forget-me': 'löschen, was das Register von dir hat',
    },
    terms:
      'Was in der Tabelle steht, ist frei für alle (CC0 1.0), der Code steht unter der MIT-Lizenz. Jeder Datensatz ' +
      'behält seine eigene Lizenz: Lies sie an der Quelle.',
    caution:
      'Nicht für die klinische Anwendung: ohne klinische Studien keine diagnostische Leistung behaupten.',
  },

  list: {
    heading: (kinds, { yes, unknown }) => `${kinds}: ${number(yes)} ja, ${number(unknown)} unbekannt`,
    unknown: (total) => `Unbekannt (${number(total)})`,
    all: (total) => (total === 1 ? 'Ein Datensatz' : `Alle ${number(total)} Datensätze`),
    withAccess: (access) => `Zugang: ${access}`,
    withLicence: (licence) => `Lizenz: ${licence}`,
    withUse: (use) => `erlaubt: ${use}`,
    withAnnotations: (annotations) => `Annotationen: ${annotations}`,
    licenceNames: { other: 'eine andere', unknown: 'unbekannt' },
    page: (page) => `Seite ${page}`,
    open: (count) => (count === 1 ? 'Öffnen' : `Einen von ${count} öffnen`),
    gone: 'Auf dieser Seite steht nichts mehr.',
    noneUnderTerms: (kinds) =>
      `Kein Datensatz in der Liste, der sonst passt, hat ${kinds} oder könnte es haben.`,
    allLack: (kinds) => `Kein Datensatz in der Liste hat ${kinds}.`,
    noneKnown: (kinds, unknown) =>
      `Von keinem Datensatz in der Liste ist bekannt, dass er ${kinds} hat. Bei ${number(unknown)} ist es nicht erfasst.`,
    noneUnknown: (kinds) => `Bei jedem Datensatz in der Liste ist bekannt, ob er ${kinds} hat.`,
  },

  search: {
    title: (query) => `Suche: ${query}`,
    understoodAs: (parts) => `gelesen als ${parts}; erst „ja“, dann „unbekannt“`,
    without: (label) => `ohne ${label}`,
    forAll: 'darum geht es hier bei jedem Datensatz',
    readAs: (typed, meant) => `${typed} wurde als ${meant} gelesen`,
    sortedBy: {
      images: 'Sortiert nach der Zahl der Bilder, die meisten zuerst',
      patients: 'Sortiert nach der Zahl der Patienten, die meisten zuerst',
      published: 'Sortiert nach dem Jahr der Veröffentlichung, die neuesten zuerst',
    },
    leftAside: (words) => `Nicht beachtet, weil es in keinem Eintrag steht: ${words}`,
    found: (total) => `${total} gefunden`,
    first: (reach) => `Die ersten ${reach}`,
    nearest: (total) =>
      `Kein Datensatz passt ganz. ${total === 1 ? 'Am nächsten kommt' : `Am nächsten kommen ${total}`}`,
    range: (from, to) => `hier ${from} bis ${to}`,
    noAddress: 'Kein Datensatz in der Liste hat diese Adresse.',
    nothing:
      'Nichts gefunden. Versuche es mit weniger Wörtern oder einem Teil des Namens; `/covid-data list` zeigt die ganze Tabelle.',
  },

  gaps: {
    title: 'Was noch fehlt',
    intro: (resources) =>
      `${resources === 1 ? 'Ein Datensatz steht' : `${number(resources)} Datensätze stehen`} in der Liste. Weißt du etwas davon? Es zu ergänzen dauert zwei Minuten.`,
    unknownFor: (kind, count) => `${kind}: bei ${number(count)} unbekannt`,
    notStated: 'Nicht erfasst',
    missingFor: (field, count) => `${field}: bei ${number(count)}`,
    fields: {
      license: 'Lizenz',
      access: 'Zugang',
      use: 'Nutzung',
      counts: 'Umfang',
      annotations: 'Annotationen',
      formats: 'Dateiformate',
      doi: 'DOI',
      status: 'Status',
    },
    answer: 'Einen Datensatz wählen und ergänzen',
    count: (gaps) => `${gaps} unbekannt`,
  },
}
