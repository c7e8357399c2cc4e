import type { Words } from './english.ts'
import { writtenIn } from './writing.ts'

const written = writtenIn('de')
const { number } = written

const NUMERALS = ['Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn']
const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)

export const german: Words = {
  locales: ['de'],

  general: {
    fault: (requestId) =>
      `Das ist bei uns schiefgegangen, Entschuldigung. Bitte versuche es noch einmal; bleibt es so, nenne jemandem, der das Register pflegt, diese Nummer: \`${requestId}\``,
    late: 'Das hat leider zu lange gedauert, und nichts wurde angezeigt. Bitte versuche es gleich noch einmal.',
    unreachable: 'Das Register ist gerade leider nicht erreichbar. Bitte versuche es gleich noch einmal.',
    unknownCommand: (typed) => `${typed} gibt es hier nicht. \`/covid-data help\` zeigt, was es gibt.`,
    unknownButton: 'Diesen Knopf gibt es hier nicht mehr. `/covid-data help` zeigt, was es gibt.',
    unknownForm: 'Dieses Formular gibt es hier nicht mehr. `/covid-data help` zeigt, was es gibt.',
  },

  ...written,
  quoted: (text) => `„${text}“`,
  more: (count) => `und noch ${number(count)}`,
  or: ' oder ',

  dataTypes: {
    ct: { label: 'CT', meaning: 'Schnittbilder oder Volumendaten der Computertomografie' },
    xray: { label: 'Röntgen', meaning: 'Röntgenaufnahmen, meist des Brustkorbs' },
    mrt: { label: 'MRT', meaning: 'Magnetresonanztomografie, auch Kernspintomografie genannt' },
    ultrasound: {
      label: 'Ultraschall',
      meaning: 'Einzelbilder oder Videos, auch am Krankenbett aufgenommen',
    },
    metadata: {
      label: 'Metadaten',
      meaning: 'Tabellen zu den Bildern: Alter, Geschlecht, Befund, Aufnahmerichtung, Herkunft',
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
    license: 'Lizenz',
    licenseSpdx: 'Lizenz in der SPDX-Liste',
    access: 'Zugang',
    counts: 'Umfang',
    formats: 'Formate',
    doi: 'DOI',
    formerUrls: 'Frühere Adressen',
    status: 'Status',
    successor: 'Nachfolger',
    cautions: 'Hinweise',
    derivedFrom: 'Daten aus',
    origins: 'Ursprung',
    references: 'Literatur',
    notes: 'Anmerkungen',
  },
  access: {
    open: 'offen für alle',
    agreement: 'offen für alle, die einer Vereinbarung zustimmen',
    login: 'nach Anmeldung',
    registration: 'nach Registrierung',
    application: 'auf Antrag, über den jemand entscheidet',
    view_only: 'nur zum Ansehen',
    build_it_yourself: 'nur die Mittel, um die Daten selbst zusammenzutragen',
    unknown: 'unbekannt',
  },
  statuses: {
    active: 'aktiv',
    moved: 'umgezogen: hat jetzt eine andere Adresse',
    superseded: 'abgelöst',
    frozen: 'eingefroren: ändert sich nicht mehr',
    retired: 'eingestellt: wird nicht mehr angeboten',
    gated: 'beschränkt: nur für Zugelassene',
    unreachable: 'nicht erreichbar: antwortet laut Meldung nicht',
    unknown: 'nicht geprüft',
    removed: 'aus der Liste genommen; der Eintrag bleibt, und sein Verlauf sagt, warum',
  },
  accessShort: {
    open: 'offen',
    agreement: 'Vereinbarung',
    login: 'Anmeldung',
    registration: 'Registrierung',
    application: 'Antrag',
    view_only: 'nur ansehen',
    build_it_yourself: 'selbst zusammentragen',
    unknown: 'unbekannt',
  },

  counts: {
    counted: {
      images: { one: 'Bild', many: 'Bilder' },
      videos: { one: 'Video', many: 'Videos' },
      studies: { one: 'Untersuchung', many: 'Untersuchungen' },
      patients: { one: 'Patient', many: 'Patienten' },
      covidImages: { one: 'COVID-19-Bild', many: 'COVID-19-Bilder' },
      covidStudies: { one: 'COVID-19-Untersuchung', many: 'COVID-19-Untersuchungen' },
      covidPatients: { one: 'COVID-19-Patient', many: 'COVID-19-Patienten' },
    },
    infected: (count) => `davon ${number(count)} mit COVID-19`,
    asOf: (date) => `(Stand ${date})`,
    nothing: 'nichts gezählt',
  },

  licenses: {
    credit: 'Namensnennung',
    noCommerce: 'nicht kommerziell',
    alike: 'Weitergabe unter gleichen Bedingungen',
    noChanges: 'keine Bearbeitung',
  },

  buttons: {
    cite: 'Zitieren',
    open: 'Öffnen',
    history: 'Verlauf',
    watch: 'Beobachten',
    share: 'Teilen',
    details: 'Details',
    previous: 'Zurück',
    next: 'Weiter',
  },

  standing: {
    survey: (version, day) => `Übersichtsarbeit ${version}, ${day}`,
    release: (version, day) => `Ausgabe ${version}, ${day}`,
    changed: (day) => `zuletzt geändert am ${day}`,
    unchanged: 'seitdem nicht geprüft',
    caution: 'keine diagnostischen Aussagen',
  },

  about: {
    title: 'Öffentliche medizinische Bilddaten zu COVID-19',
    intro: (of) =>
      `Ein Register von ${number(of.resources)} öffentlichen Datensätzen: Welche von sechs Arten von Daten hat jeder? ` +
      `Es begann mit ${of.survey} von ${of.authors} (Version ${of.version}, ${of.day}), mit ${number(of.references)} Literaturangaben.`,
    type: 'Tippe `/covid-data` und',
    kind: 'wer solche Daten hat und bei wem es niemand weiß',
    commands: {
      list: 'die ganze Tabelle',
      search: 'nach Name, Einrichtung, Literatur, Adresse oder DOI; Tippfehler schaden nicht',
      show: 'alles über einen Datensatz',
      compare: 'zwei davon nebeneinander',
      cite: 'Literatur zum Kopieren, als BibTeX, RIS, APA-ähnlicher Text oder CSL-JSON',
      submit: 'einen Datensatz vorschlagen, der noch fehlt',
      report: 'einen Fehler in der Liste melden',
      'my-submissions': 'was du eingesandt hast und wie es darum steht',
      changes: 'was sich geändert hat, das Neueste zuerst',
      'help-wanted': 'was noch niemand weiß und du vielleicht beantworten kannst',
    },
    terms:
      'Was in der Tabelle steht, ist frei für alle (CC0 1.0), der Code steht unter MIT. Jeder Datensatz behält seine ' +
      'eigene Lizenz: Lies sie dort, wo die Daten liegen.',
  },

  list: {
    heading: (kinds, { yes, unknown }) => `${kinds}: ${number(yes)} ja, ${number(unknown)} unbekannt`,
    unknown: (total) => `Unbekannt (${number(total)})`,
    all: (total) => (total === 1 ? 'Ein Datensatz' : `Alle ${number(total)} Datensätze`),
    page: (page) => `Seite ${page}`,
    open: (count) => (count === 1 ? 'Öffnen' : `Einen von ${count} öffnen`),
    gone: 'Auf dieser Seite steht nichts mehr.',
    noneUnderTerms: (kinds) => `Nichts in der Liste kommt unter diesen Bedingungen für ${kinds} infrage.`,
    allLack: (kinds) => `Kein Datensatz in der Liste hat ${kinds}: Das ist bei allen bekannt.`,
    noneKnown: (kinds, unknown) =>
      `Bei keinem Datensatz in der Liste ist bekannt, dass er ${kinds} hat. Bei ${number(unknown)} weiß es niemand.`,
    noneUnknown: (kinds) => `Bei jedem Datensatz in der Liste ist bekannt, ob er ${kinds} hat.`,
  },

  search: {
    title: (query) => `Suche: ${query}`,
    meant: (parts) => `verstanden als ${parts}, erst „ja“, dann „unbekannt“`,
    found: (total) => `${total} gefunden`,
    first: (reach) => `Die ersten ${reach}`,
    nearest: (total) =>
      `Nichts passt ganz; ${total === 1 ? 'der nächstliegende Datensatz' : `die ${total} nächstliegenden`}`,
    range: (from, to) => `hier ${from} bis ${to}`,
    noAddress: 'Kein Datensatz in der Liste hat diese Adresse.',
    nothing:
      'Nichts gefunden. Versuche es mit weniger Wörtern oder einem Teil des Namens; `/covid-data list` zeigt die ganze Tabelle.',
    tooLong: 'Es gibt noch mehr; eine kürzere Suche lässt sich blättern.',
  },

  facts: {
    licence: 'Lizenz',
    access: 'Zugang',
    size: 'Umfang',
    nobodySaid: (names) => `${names}: noch keine Angabe`,
    supersededBy: (name) => ` durch ${name}`,
    replacedBy: (name) => `; an seine Stelle tritt ${name}`,
    asOf: (date) => `, Stand ${date}`,
    unsettled: (claimed) => `nicht geklärt: ${claimed}`,
    licencesDiffer: (total, others) =>
      `${numeral(total)} Lizenzen werden genannt; ${total === 2 ? 'die andere ist' : 'die anderen sind'} ${others}`,
    licenceUnsettled: (total, claimed) =>
      total === 1
        ? `nicht geklärt; genannt wird ${claimed}`
        : `nicht geklärt; ${numeral(total).toLowerCase()} Lizenzen werden genannt: ${claimed}`,
    formerlyAt: 'Früher unter',
    cells: { yes: 'Hat', no: 'Ohne', unknown: 'Unbekannt' },
    elsewhere: (claimed) => `anderswo: ${claimed}`,
    moreDisputed: (count) =>
      count === 1
        ? 'und zu einem weiteren Feld heißt es anderswo anderes'
        : `und zu ${number(count)} weiteren Feldern heißt es anderswo anderes`,
  },

  kinship: {
    overlap: 'Überschneidung',
    hasDataOf: (names) => `Enthält Daten aus ${names}`,
    saidToHaveDataOf: (names) => `Soll außerdem Daten aus ${names} enthalten`,
    isIn: (names) => `Seine Daten stecken auch in ${names}`,
    fromThem: (names) => `über diese auch aus ${names}`,
    inThem: (names) => `über diese auch in ${names}`,
    removed: 'nicht mehr gelistet',
    limits: (licences, asked, unlicensed) =>
      `Die Auflagen ${licences === 1 ? 'dieser Lizenz' : 'dieser Lizenzen'} gelten weiter${asked && `: ${asked}`}.${
        unlicensed > 0
          ? ` Von ${unlicensed === 1 ? 'einem' : number(unlicensed)} ist keine Lizenz bekannt.`
          : ''
      }`,
  },

  references: {
    andOthers: 'und andere',
    read: (day) => `abgerufen am ${day}`,
  },

  resource: {
    references: 'Literatur',
    sources: 'Quellen',
    elsewhere: (cautions) => `Anderswo: ${cautions}`,
    moreToMind: (count) =>
      count === 1 ? 'und ein weiterer Hinweis' : `und ${number(count)} weitere Hinweise`,
    moreReferences: (count) => `und noch ${number(count)}, unter „Zitieren“`,
    allReferences: (count) => `${number(count)}, unter „Zitieren“`,
    period: (first, last) => `${first} bis ${last}`,
  },

  comparison: {
    title: 'Im Vergleich',
    overlap: (names) =>
      `**Sie überschneiden sich:** Beide enthalten Daten aus ${names}. Trainiere nicht mit dem einen und teste mit dem anderen.`,
    both: 'Beide haben',
    onlyA: 'Nur A hat',
    onlyB: 'Nur B hat',
    open: 'Offen',
    notKnown: 'nicht bekannt',
    detailsOf: (letter) => `Details zu ${letter}`,
  },

  citation: {
    title: (name) => `Zitieren: ${name}`,
    range: (from, to, total) => `${from} bis ${to} von ${total}`,
    cut: 'Gekürzt: zu lang für eine Nachricht.',
    anotherStyle: 'Ein anderes Format',
  },
  citationStyles: { bibtex: 'BibTeX', ris: 'RIS', apa: 'APA-ähnlicher Text', csl: 'CSL-JSON' },

  history: {
    title: 'Änderungen',
    titleOf: (name) => `Änderungen an ${name}`,
    empty: 'Nichts hat sich geändert.',
    actions: {
      added: 'aufgenommen',
      corrected: 'korrigiert',
      removed: 'entfernt',
      restored: 'wieder aufgenommen',
      reverted: 'zurückgesetzt',
      settled: 'geklärt',
      submitted: 'eingesandt',
      edited: 'bearbeitet',
      asked: 'nachgefragt',
      answered: 'beantwortet',
      approved: 'angenommen',
      rejected: 'abgelehnt',
      withdrawn: 'zurückgezogen',
      undone: 'rückgängig gemacht',
    },
  },

  gaps: {
    title: 'Was noch niemand weiß',
    intro: (resources) =>
      `Zu ${number(resources)} Datensätzen in der Liste. Lies ein README, sieh dir einen Datensatz an und antworte: Das dauert zwei Minuten.`,
    unknownOf: (kind, count) => `${kind}: bei ${number(count)} unbekannt`,
    nobodySaid: 'Noch keine Angabe',
    unsaidOf: (field, count) => `${field}: bei ${number(count)}`,
    fields: {
      license: 'Lizenz',
      access: 'Zugang',
      counts: 'Umfang',
      formats: 'Dateiformate',
      doi: 'DOI',
      status: 'ob noch vorhanden',
    },
    answer: 'Zu einem davon antworten',
    count: (gaps) => `${gaps} unbekannt`,
  },

  changes: {
    nothingSaid: 'keine Angabe',
    came: (entries) => `${entries} ergänzt`,
    went: (entries) => `${entries} entfernt`,
    listed: 'Aufgenommen',
    withdrawn: 'Entfernt',
    restored: 'Wieder aufgenommen',
    moved: 'Umgezogen',
    corrected: 'Korrigiert',
  },

  commands: {
    private: 'Nur du siehst die Antwort',
    resource: 'Name, Adresse oder DOI',
    dataType: {
      description: (label, meaning) => `Wer hat ${label}? ${meaning}`,
      mri: 'Wer hat MRI? So heißt MRT auf Englisch',
      also: 'Noch eine Art von Daten, die dabei sein muss',
      unknown: 'Was mit denen geschieht, bei denen es niemand weiß',
      shown: { both: 'Erst „ja“, dann „unbekannt“', yes: 'Nur „ja“', unknown: 'Nur „unbekannt“' },
      access: 'Nur Daten mit diesem Zugang',
      license: 'Nur unter dieser Lizenz: ein SPDX-Kürzel wie CC-BY-4.0, other oder unknown',
    },
    list: { description: 'Die ganze Tabelle, in der Reihenfolge der Übersichtsarbeit' },
    search: {
      description:
        'Datensätze finden: nach Wörtern, Art der Daten, Adresse oder DOI; Tippfehler schaden nicht',
      query: 'Zum Beispiel: lung ultrasound, kaggle, 2003.11597',
    },
    show: { description: 'Alles, was über einen Datensatz bekannt ist' },
    compare: {
      description: 'Zwei Datensätze nebeneinander',
      a: 'Der erste: Name, Adresse oder DOI',
      b: 'Der zweite: Name, Adresse oder DOI',
    },
    cite: {
      description: 'Literatur zum Kopieren; ohne Datensatz die neueste Ausgabe',
      style: 'BibTeX, wenn nichts anderes gewählt ist',
    },
    changes: {
      description: 'Was sich geändert hat, das Neueste zuerst: vorher, nachher und durch welche Einsendung',
      resource: 'Nur an diesem',
    },
    'help-wanted': { description: 'Was noch niemand weiß, und wie man antwortet' },
    about: { description: 'Was das hier ist, was darin steht, unter welcher Lizenz und wie man es zitiert' },
    help: { description: 'Was man hier tippen kann' },
  },

  refusals: {
    licenseUnnamed: () =>
      'Eine Lizenz heißt hier wie bei SPDX, zum Beispiel CC-BY-4.0; oder „other“, oder „unknown“.',
    noSuchSlug: (slug) => `Nichts in der Liste hat den Kurznamen „${slug}“.`,
  },
}
