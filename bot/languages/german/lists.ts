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

  pages: { resource: 'im Web', table: 'die Tabelle im Web', submission: 'Im Web prüfen' },

  about: {
    title: 'Öffentliche medizinische Bilddaten zu COVID-19',
    intro: (of) =>
      `Ein Register von ${number(of.resources)} öffentlichen Datensätzen. Zu jedem sagt es, welche von ${numeral(DATA_TYPES.length).toLowerCase()} Arten von Daten er enthält. ` +
      `Am Anfang stand die Übersichtsarbeit ${of.survey} von ${of.authors} (Version ${of.version}, ${of.day}) mit ${number(of.references)} Literaturangaben.`,
    type: 'Tippe `/covid-data` und',
    kind: 'welche Datensätze das enthalten und bei welchen das nicht festgehalten ist',
    commands: {
      list: 'die ganze Tabelle',
      search: 'nach Name, Einrichtung, Literatur, Adresse oder DOI; Tippfehler schaden nicht',
      show: 'alles über einen Datensatz',
      compare: 'zwei bis vier davon nebeneinander',
      cite: 'Literatur zum Kopieren, als BibTeX, RIS, APA-ähnlicher Text oder CSL-JSON',
      submit: 'einen Datensatz vorschlagen, der noch fehlt',
      report: 'einen Fehler in der Liste melden',
      'my-submissions': 'was du eingereicht hast und wie es darum steht',
      changes: 'was sich geändert hat, das Neueste zuerst',
      'help-wanted': 'was noch nicht festgehalten ist und du vielleicht beantworten kannst',
    },
    terms:
      'Was in der Tabelle steht, ist frei für alle (CC0 1.0), der Code steht unter der MIT-Lizenz. Jeder Datensatz ' +
      'behält seine eigene Lizenz: Lies sie dort, wo die Daten liegen.',
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
      `Unter diesen Bedingungen steht nichts in der Liste, das ${kinds} hat oder haben könnte.`,
    allLack: (kinds) => `Kein Datensatz in der Liste hat ${kinds}.`,
    noneKnown: (kinds, unknown) =>
      `Bei keinem Datensatz in der Liste ist festgehalten, dass er ${kinds} hat. Bei ${number(unknown)} ist es nicht festgehalten.`,
    noneUnknown: (kinds) => `Bei jedem Datensatz in der Liste ist festgehalten, ob er ${kinds} hat.`,
  },

  search: {
    title: (query) => `Suche: ${query}`,
    understoodAs: (parts) => `verstanden als ${parts}, erst „ja“, dann „unbekannt“`,
    without: (label) => `ohne ${label}`,
    forAll: 'davon handelt hier jede Ressource',
    readAs: (typed, meant) => `${typed} wurde als ${meant} gelesen`,
    leftAside: (words) => `Beiseitegelassen, denn kein Eintrag hat es: ${words}`,
    found: (total) => `${total} gefunden`,
    first: (reach) => `Die ersten ${reach}`,
    nearest: (total) =>
      `Nichts passt ganz; ${total === 1 ? 'der nächstliegende Datensatz' : `die ${total} nächstliegenden`}`,
    range: (from, to) => `hier ${from} bis ${to}`,
    noAddress: 'Kein Datensatz in der Liste hat diese Adresse.',
    nothing:
      'Nichts gefunden. Versuche es mit weniger Wörtern oder einem Teil des Namens; `/covid-data list` zeigt die ganze Tabelle.',
  },

  gaps: {
    title: 'Was noch nicht festgehalten ist',
    intro: (resources) =>
      `${resources === 1 ? 'Ein Datensatz steht' : `${number(resources)} Datensätze stehen`} in der Liste. Lies ein README, sieh dir einen Datensatz an und antworte: Das dauert zwei Minuten.`,
    unknownFor: (kind, count) => `${kind}: bei ${number(count)} unbekannt`,
    notStated: 'Nicht festgehalten',
    missingFor: (field, count) => `${field}: bei ${number(count)}`,
    fields: {
      license: 'Lizenz',
      access: 'Zugang',
      use: 'Nutzung',
      counts: 'Umfang',
      annotations: 'Annotationen',
      formats: 'Dateiformate',
      doi: 'DOI',
      status: 'ob noch vorhanden',
    },
    answer: 'Zu einem davon antworten',
    count: (gaps) => `${gaps} unbekannt`,
  },
}
