import type { FinalState } from '../../schema/refusals.ts'
import type { Messages } from './english.ts'
import { fieldName } from './field-name.ts'
import { languageOf } from './writing.ts'

const written = languageOf('de')
const { day, listed, number } = written

const NUMERALS = ['Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn']
const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)

const COUNTED = {
  images: { one: 'Bild', many: 'Bilder' },
  videos: { one: 'Video', many: 'Videos' },
  studies: { one: 'Untersuchung', many: 'Untersuchungen' },
  patients: { one: 'Patient', many: 'Patienten' },
  covidImages: { one: 'COVID-19-Bild', many: 'COVID-19-Bilder' },
  covidStudies: { one: 'COVID-19-Untersuchung', many: 'COVID-19-Untersuchungen' },
  covidPatients: { one: 'COVID-19-Patient', many: 'COVID-19-Patienten' },
}

export const german: Messages = {
  locales: ['de'],

  general: {
    fault: (requestId) =>
      `Das ist bei uns schiefgegangen, Entschuldigung. Bitte versuche es noch einmal. Geht es wieder schief, gib diese Nummer an jemanden weiter, der das Register pflegt: \`${requestId}\``,
    late: 'Das hat leider zu lange gedauert, und nichts wurde angezeigt. Bitte versuche es gleich noch einmal.',
    unreachable: 'Das Register ist gerade leider nicht erreichbar. Bitte versuche es gleich noch einmal.',
    unknownCommand: (typed) => `${typed} gibt es hier nicht. \`/covid-data help\` zeigt, was es gibt.`,
    unknownButton: 'Dieser Knopf geht nicht mehr. `/covid-data help` zeigt, was es gibt.',
    unknownForm: 'Dieses Formular geht nicht mehr. `/covid-data help` zeigt, was es gibt.',
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
  asked: {
    resource: 'Vorschlag',
    changes: 'Änderungen',
    version: 'Version',
    reason: 'Begründung',
    text: 'Antwort',
    note: 'Bemerkung',
    source: 'Quelle',
    value: 'Wert',
    contact: 'Kontakt',
    release: 'Ausgabe',
    at: 'Zeitpunkt',
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
  statuses: {
    active: 'aktiv',
    moved: 'umgezogen: hat jetzt eine andere Adresse',
    superseded: 'abgelöst',
    frozen: 'eingefroren: ändert sich nicht mehr',
    retired: 'eingestellt: wird nicht mehr angeboten',
    gated: 'beschränkt: nur für Zugelassene',
    unreachable: 'nicht erreichbar: antwortet laut Meldung nicht',
    unknown: 'nicht geprüft',
    removed: 'gestrichen: nicht mehr in der Liste; der Eintrag bleibt, und sein Verlauf sagt, warum',
  },

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

  asOf: {
    survey: (version, day) => `Übersichtsarbeit ${version}, ${day}`,
    release: (version, day) => `Ausgabe ${version}, ${day}`,
    changed: (day) => `zuletzt geändert am ${day}`,
    unchanged: 'seitdem nicht geprüft',
    caution: 'keine diagnostischen Aussagen',
  },

  pages: { resource: 'im Web', table: 'die Tabelle im Web', submission: 'im Web prüfen' },

  about: {
    title: 'Öffentliche medizinische Bilddaten zu COVID-19',
    intro: (of) =>
      `Ein Register von ${number(of.resources)} öffentlichen Datensätzen. Zu jedem sagt es, welche von sechs Arten von Daten er enthält. ` +
      `Am Anfang stand die Übersichtsarbeit ${of.survey} von ${of.authors} (Version ${of.version}, ${of.day}) mit ${number(of.references)} Literaturangaben.`,
    type: 'Tippe `/covid-data` und',
    kind: 'welche Datensätze das enthalten und bei welchen es niemand weiß',
    commands: {
      list: 'die ganze Tabelle',
      search: 'nach Name, Einrichtung, Literatur, Adresse oder DOI; Tippfehler schaden nicht',
      show: 'alles über einen Datensatz',
      compare: 'zwei davon nebeneinander',
      cite: 'Literatur zum Kopieren, als BibTeX, RIS, APA-ähnlicher Text oder CSL-JSON',
      submit: 'einen Datensatz vorschlagen, der noch fehlt',
      report: 'einen Fehler in der Liste melden',
      'my-submissions': 'was du eingereicht hast und wie es darum steht',
      changes: 'was sich geändert hat, das Neueste zuerst',
      'help-wanted': 'was noch niemand weiß und du vielleicht beantworten kannst',
    },
    terms:
      'Was in der Tabelle steht, ist frei für alle (CC0 1.0), der Code steht unter der MIT-Lizenz. Jeder Datensatz ' +
      'behält seine eigene Lizenz: Lies sie dort, wo die Daten liegen.',
    caution:
      'Bitte keine diagnostische Leistungsfähigkeit von Modellen behaupten, solange klinische Studien dazu fehlen.',
  },

  list: {
    heading: (kinds, { yes, unknown }) => `${kinds}: ${number(yes)} ja, ${number(unknown)} unbekannt`,
    unknown: (total) => `Unbekannt (${number(total)})`,
    all: (total) => (total === 1 ? 'Ein Datensatz' : `Alle ${number(total)} Datensätze`),
    underAccess: (access) => `Zugang: ${access}`,
    underLicence: (licence) => `Lizenz: ${licence}`,
    noLicence: { other: 'eine andere', unknown: 'unbekannt' },
    page: (page) => `Seite ${page}`,
    open: (count) => (count === 1 ? 'Öffnen' : `Einen von ${count} öffnen`),
    gone: 'Auf dieser Seite steht nichts mehr.',
    noneUnderTerms: (kinds) =>
      `Unter diesen Bedingungen steht nichts in der Liste, das ${kinds} hat oder haben könnte.`,
    allLack: (kinds) => `Kein Datensatz in der Liste hat ${kinds}, und bei keinem ist es unbekannt.`,
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
    tooLong:
      'Es gibt noch mehr, aber für Knöpfe zum Blättern ist die Suche zu lang: Versuche es mit einer kürzeren.',
  },

  facts: {
    licence: 'Lizenz',
    access: 'Zugang',
    size: 'Umfang',
    nobodySaid: (names) => `${names}: noch keine Angabe`,
    supersededBy: (name) => ` durch ${name}`,
    replacedBy: (name) => `; an seine Stelle tritt ${name}`,
    asOf: (date) => `, Stand ${day(date)}`,
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
    removed: 'nicht mehr in der Liste',
    limits: (licences, asked, unlicensed) =>
      `Die Auflagen ${licences === 1 ? 'dieser Lizenz' : 'dieser Lizenzen'} gelten weiter${asked && `: ${asked}`}.${
        unlicensed > 0
          ? ` Bei ${unlicensed === 1 ? 'einem davon' : `${number(unlicensed)} davon`} ist keine Lizenz bekannt.`
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
    allReferences: (count) => `${count === 1 ? 'eine Angabe' : `${number(count)} Angaben`}, unter „Zitieren“`,
    period: (first, last) => `${day(first)} bis ${day(last)}`,
  },

  comparison: {
    title: 'Im Vergleich',
    overlap: (names) =>
      `**Sie überschneiden sich:** Beide enthalten Daten aus ${names}. Trainiere nicht mit dem einen, um dann mit dem anderen zu testen.`,
    both: 'Beide haben',
    onlyA: 'Nur A hat',
    onlyB: 'Nur B hat',
    open: 'Unklar',
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
    empty: 'Es hat sich nichts geändert.',
    actions: {
      added: 'aufgenommen',
      corrected: 'korrigiert',
      removed: 'gestrichen',
      restored: 'wieder aufgenommen',
      reverted: 'zurückgesetzt',
      settled: 'geklärt',
      submitted: 'eingereicht',
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
      `${resources === 1 ? 'Ein Datensatz steht' : `${number(resources)} Datensätze stehen`} in der Liste. Lies ein README, sieh dir einen Datensatz an und antworte: Das dauert zwei Minuten.`,
    unknownOf: (kind, count) => `${kind}: bei ${number(count)} unbekannt`,
    nobodySaid: 'Ohne Angabe',
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
    withdrawn: 'Gestrichen',
    restored: 'Wieder aufgenommen',
    moved: 'Umgezogen',
    corrected: 'Korrigiert',
  },

  likeness: {
    sameName: 'gleicher Name',
    sameWords: 'dieselben Wörter in anderer Reihenfolge',
    nearlySame: 'fast derselbe Name',
    sharedWords: (shared) => `ebenfalls mit ${listed(shared.map((word) => `„${word}“`))}`,
    account: (host) => `gleiches Konto bei ${host}`,
    section: (host) => `gleicher Bereich auf ${host}`,
  },

  submission: {
    kinds: { addition: 'Neuaufnahme', correction: 'Korrektur', removal: 'Streichung' },
    states: {
      pending: 'wartet auf Prüfung',
      asked: 'wartet auf Antwort',
      approved: 'angenommen',
      rejected: 'abgelehnt',
      withdrawn: 'zurückgezogen',
    },
    stands: {
      pending: 'Wartet auf Prüfung',
      asked: 'Frage an dich',
      listed: 'Aufgenommen',
      approved: 'Angenommen',
      rejected: 'Abgelehnt',
      withdrawn: 'Zurückgezogen',
    },
    slug: 'Kurzname',
    removal: (name) => `${name} aus der Liste streichen.`,
    sourceOf: (field) => `**Quelle** für ${field}`,
    question: 'Frage',
    answer: 'Antwort',
    see: 'Ansehen',
    toAnswer: 'Antworten',
    withdraw: 'Zurückziehen',
    decidedBy: (name, at) =>
      name === undefined ? `Entschieden am ${at}` : `Entschieden von ${name} am ${at}`,
    sent: (at) => `Abgeschickt am ${at} · \`/covid-data my-submissions\` zeigt, wie es steht`,
    own: 'Meine Einreichungen',
    none: 'Du hast noch nichts eingereicht. Mit `/covid-data submit` schlägst du einen Datensatz vor, mit `/covid-data report` meldest du einen Fehler.',
    unreachable:
      'Du nimmst keine Direktnachrichten von mir an. Was aus deinen Einreichungen wird, siehst du deshalb nur hier.',
    answering: (reference) => `Antwort zu ${reference}`,
    yourAnswer: 'Deine Antwort',
  },

  draft: {
    form: 'Einen Datensatz vorschlagen',
    link: 'Link',
    linkHelp: 'Wo die Daten liegen: eine Adresse oder ein DOI',
    organizationHelp: 'Wer ihn veröffentlicht',
    includes: 'Er enthält',
    more: 'Sonst noch etwas?',
    moreHelp: 'Lizenz, Umfang, wo du es gelesen hast',
    title: (name) => `Vorschlag: ${name}`,
    notYet: (problem) => `**So lässt sich das noch nicht abschicken.** ${problem}`,
    oneOfThese: 'Ist es einer von diesen?',
    waits: '(wartet auf Prüfung)',
    lacks: 'Was enthält er sicher nicht? Alles andere bleibt unbekannt',
    send: 'Abschicken',
    edit: 'Bearbeiten',
    discard: 'Verwerfen',
    discarded: 'Verworfen. Es wurde nichts abgeschickt.',
    noLink: 'In dieser Nachricht steht kein Link. Mit `/covid-data submit` gibst du selbst einen ein.',
  },

  report: {
    title: 'Einen Fehler melden',
    about: {
      cell: 'Welche Daten es gibt',
      link: 'Der Link ist tot oder hat sich geändert',
      name: 'Name oder Einrichtung',
      licence: 'Die Lizenz',
      remove: 'Das gehört nicht in die Liste',
      other: 'Etwas anderes',
    },
    whatIsWrong: 'Was stimmt nicht?',
    refused: (why) => `**Das wurde nicht abgeschickt.** ${why}`,
    typed: 'Was du eingegeben hast, zum Kopieren:',
    entered: {
      type: 'Art der Daten',
      value: 'Richtig wäre',
      url: 'Adresse',
      name: 'Name',
      organization: 'Einrichtung',
      license: 'Lizenz',
      notes: 'Was nicht stimmt',
      reason: 'Woher du das weißt',
    },
    reason: 'Woher weißt du das?',
    reasonHelp: 'Wo du es gelesen oder was du gesehen hast',
    type: 'Um welche Art von Daten geht es?',
    now: (value) => `bisher: ${value}`,
    value: 'Was ist richtig?',
    url: 'Wo sind die Daten jetzt?',
    urlHelp: 'Ist der Link nur tot, lass ihn so stehen',
    licenceHelp: 'So, wie die Quelle sie nennt',
    rightHelp: 'Und was wäre richtig?',
    dead: 'Der Link ist tot.',
  },

  review: {
    why: 'Begründung',
    moreSources: (count) =>
      count === 1 ? 'und eine weitere Quelle' : `und ${number(count)} weitere Quellen`,
    looksLike: (name, key) => `**Ähnelt** ${name} (${key})`,
    declinedBefore: (reference) => `**Schon einmal abgelehnt** ${reference}`,
    from: (name, mention) =>
      mention === undefined
        ? `Von ${name ?? 'jemandem ohne Namen'}`
        : `Von ${name ?? 'jemandem'} (${mention})`,
    before: (approved, rejected) => `bisher ${number(approved)} angenommen, ${number(rejected)} abgelehnt`,
    blocked: 'gesperrt',
    unreachable: 'nimmt keine Nachrichten an',
    sent: (at) => `eingereicht ${at}`,
    isOwn: 'Das ist deine eigene Einreichung.',
    decided: (name, state, at) =>
      name === undefined ? `**Entschieden** am ${at}: ${state}` : `Von **${name}** ${state} am ${at}`,
    waiting: (count) => {
      if (count === 0) return 'Es wartet nichts mehr.'
      return count === 1
        ? 'Insgesamt wartet eine Einreichung.'
        : `Insgesamt warten ${number(count)} Einreichungen.`
    },
    approve: 'Annehmen',
    edit: 'Bearbeiten',
    ask: 'Nachfragen',
    reject: 'Ablehnen',
    undo: 'Rückgängig machen',
    next: (waiting) => `Weiter (${waiting === 1 ? 'eine wartet' : `${number(waiting)} warten`})`,
    editing: (reference) => `${reference} bearbeiten`,
    rejecting: (reference) => `${reference} ablehnen`,
    asking: (reference) => `Zu ${reference} nachfragen`,
    usual: 'Die häufigsten Gründe',
    usualHelp: 'Einer von diesen, oder unten in eigenen Worten',
    usualReasons: [
      'Nicht öffentlich: Niemand kommt an die Daten.',
      'Es geht nicht um Bildgebung bei COVID-19.',
      'Steht unter anderem Namen schon in der Liste.',
      'Der Link führt nicht zu den Daten.',
      'Nirgends steht, woher die Daten stammen.',
    ],
    ownWords: 'In eigenen Worten',
    yourQuestion: 'Deine Frage',
    nothingWaits: 'Es wartet nichts auf eine Entscheidung.',
    reverted: (name, version) => `Rückgängig gemacht: ${name} ist jetzt in Version ${version}.`,
    isBlocked: 'Wer das geschickt hat, kann nichts mehr einreichen.',
    isLifted: 'Wer das geschickt hat, darf wieder einreichen.',
    sentAgain: 'Es wird noch einmal zugestellt.',
  },

  queue: {
    title: (total) => {
      if (total === 0) return 'Es wartet nichts'
      return total === 1
        ? 'Eine Einreichung wartet auf eine Entscheidung'
        : `${number(total)} Einreichungen warten auf eine Entscheidung`
    },
    sent: (at) => `eingereicht ${at}`,
    asked: (count) =>
      count === 1
        ? 'Bei einer Einreichung steht die Antwort auf eine Nachfrage noch aus.'
        : `Bei ${number(count)} Einreichungen steht die Antwort auf eine Nachfrage noch aus.`,
    openOne: 'Eine öffnen',
    notDelivered: (kind, tries) =>
      `**Nicht zugestellt** (${kind}, ${tries === 1 ? 'ein Versuch' : `${number(tries)} Versuche`})`,
    deliveries: {
      review: 'Karte zur Prüfung',
      submitter: 'Direktnachricht',
      announcement: 'Meldung',
      digest: 'Erinnerung',
    },
    tryAgain: 'Noch einmal versuchen',
  },

  digest: {
    title: (total, days, since) =>
      `${total === 1 ? 'Eine Einreichung wartet' : `${number(total)} Einreichungen warten`} seit mehr als ${days} Tagen${
        since === undefined ? '' : `, ${total === 1 ? 'und zwar' : 'die älteste'} seit dem ${since}`
      }.`,
    all: '`/covid-review queue` zeigt alles, was wartet.',
  },

  claims: {
    title: 'Was Quellen anders angeben',
    none: 'Nichts: Was Quellen angeben, steht so im Eintrag.',
    choose: 'Eine dieser Angaben in den Eintrag übernehmen',
    settling: 'Diese Angabe übernehmen',
    why: 'Warum diese?',
    settled: (name, stated) => `Geklärt für ${name}.${stated ? ` ${stated.field}: ${stated.value}` : ''}`,
  },

  release: {
    isOut: (version) => `Ausgabe ${version} ist da. Sie hält die Tabelle so fest, wie sie jetzt ist.`,
  },

  maintainers: {
    title: 'Wer das Register pflegt',
    since: (name, day) => `${name ?? 'Jemand'}, seit dem ${day}`,
    added: (name) =>
      `**${name}** entscheidet ab jetzt mit. Ein Token für die HTTP-API gibt es mit \`npm run maintainers\`.`,
    removed: (name) => `**${name}** entscheidet nicht mehr mit; das Token dazu gilt nicht mehr.`,
  },

  watch: {
    everything: 'alles',
    of: {
      everything:
        'sobald ein Datensatz aufgenommen, korrigiert, gestrichen oder wieder aufgenommen wird oder umzieht',
      dataType: (label) => `sobald ein neuer oder korrigierter Datensatz ${label} enthält`,
      resource: (name) =>
        `sobald **${name}** korrigiert, gestrichen oder wieder aufgenommen wird oder umzieht`,
    },
    messages: (of, isNew) => `${isNew ? 'Du' : 'Das läuft schon: Du'} bekommst eine Direktnachricht, ${of}.`,
    nothingArrives:
      'Es kommt nichts an? Bei Discord darf dir ein Bot nur schreiben, wenn ihr auf demselben Server seid oder du ihn hinzugefügt hast.',
    posts: (channel, of, isNew) =>
      `${isNew ? 'Ab jetzt melde ich mich' : 'Das läuft schon: Ich melde mich'} in ${channel}, ${of}.`,
    unsure:
      'Ob ich dort schreiben darf, sehe ich von hier aus nicht: Erlaube mir „Kanal ansehen“ und „Nachrichten senden“.',
    noMessages: (name) => `Beendet: Du bekommst keine Nachrichten mehr (${name}).`,
    noPosts: (channel, name) => `Beendet: In ${channel} wird nichts mehr gemeldet (${name}).`,
    stillOn: 'Das läuft weiter:',
    inServer: 'Was auf diesem Server gemeldet wird',
    none: 'Auf diesem Server wird nichts gemeldet. Mit `/covid-watch add` änderst du das.',
    stop: 'Nicht mehr melden',
    stopOne: 'Etwas beenden',
    inChannel: (id) => `Im Kanal ${id}`,
  },

  announcement: {
    watching: (name) => `beobachtet: ${name}`,
  },

  commands: {
    private: 'Nur du siehst die Antwort',
    resource: 'Name, Adresse oder DOI',
    dataType: {
      description: (label, meaning) => `Wer hat ${label}? ${meaning}`,
      mri: 'Wer hat MRT? Auf Englisch heißt es MRI',
      also: 'Noch eine Art von Daten, die dabei sein muss',
      unknown: 'Ob auch die gezeigt werden, bei denen es niemand weiß',
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
      description: 'Was sich geändert hat, das Neueste zuerst: vorher, nachher und durch welche Einreichung',
      resource: 'Nur an diesem',
    },
    'help-wanted': { description: 'Was noch niemand weiß, und wie du antworten kannst' },
    about: { description: 'Was das hier ist, was darin steht, unter welcher Lizenz und wie du es zitierst' },
    help: { description: 'Was du hier tippen kannst' },
    data: { description: 'Öffentliche medizinische Bilddaten zu COVID-19: wer was hat' },
    submit: { description: 'Einen Datensatz vorschlagen, der noch fehlt' },
    report: { description: 'Einen Fehler in der Liste melden' },
    'my-submissions': { description: 'Was du eingereicht hast und wie es darum steht' },
    review: {
      description: 'Für alle, die das Register pflegen: was eingereicht wurde',
      queue: 'Was auf eine Entscheidung wartet, das Älteste zuerst',
      show: 'Alles, was es zum Entscheiden braucht',
      approve: 'Eine Einreichung annehmen',
      reject: 'Eine Einreichung ablehnen und sagen, warum',
      ask: 'Bei der Person nachfragen, die es eingereicht hat',
      submission: 'Ihr Kürzel, etwa S-7Q4K2',
      reason: 'In eigenen Worten',
      revert: 'Eine Änderung an einem Eintrag durch eine neue rückgängig machen',
      change: 'Ihre Nummer im Verlauf',
      block: 'Jemanden für weitere Einreichungen sperren oder die Sperre aufheben',
      blocked: 'Eine der Einreichungen dieser Person',
      lift: 'Die Sperre aufheben',
      settle: 'Zwischen Quellen entscheiden, die sich widersprechen',
      release: 'Den jetzigen Stand der Tabelle dauerhaft als neue Ausgabe festhalten',
      version: 'Zwei Zahlen mit Punkt, höher als bei der letzten Ausgabe, etwa 3.1',
      note: 'Was außer den Änderungen dazu zu sagen ist',
      maintainers: 'Wer entscheidet: zeigen, hinzufügen, entfernen',
      action: 'Was zu tun ist',
      actions: { list: 'zeigen', add: 'hinzufügen', remove: 'entfernen' },
      user: 'Wen du hinzufügen oder entfernen willst',
    },
    watch: {
      description: 'Für alle, die diesen Server verwalten: Änderungen im Register in einem Kanal melden',
      add: 'Änderungen im Register in einem Kanal melden',
      list: 'Was auf diesem Server gemeldet wird, und wo',
      remove: 'Änderungen im Register in einem Kanal nicht mehr melden',
      about: 'Jede Änderung, oder Datensätze, die eine bestimmte Art von Daten neu enthalten',
      everything: 'Alles',
      channel: 'In welchem Kanal; ohne Angabe in diesem',
    },
  },

  refusals: {
    licenseUnnamed: () =>
      'Eine Lizenz heißt hier wie bei SPDX, zum Beispiel CC-BY-4.0; oder „other“, oder „unknown“.',
    noSuchSlug: (slug) => `Nichts in der Liste hat den Kurznamen „${slug}“.`,
    noSuchSlugThen: (slug) => `Zu diesem Zeitpunkt hatte nichts in der Liste den Kurznamen „${slug}“.`,
    nothingCalled: (text) =>
      `Nichts in der Liste heißt „${text}“. Versuche es mit einem Teil des Namens, mit Adresse oder DOI.`,
    nothingCalledBut: (text, nearest) =>
      `Nichts in der Liste heißt „${text}“. Am nächsten ${nearest.length === 1 ? 'kommt' : 'kommen'}: ${nearest.map((name) => `„${name}“`).join(', ')}.`,
    twiceTheSame: (name) => `Beide Male ist das „${name}“: Wähle zwei verschiedene Einträge.`,
    noSuchRelease: (version) => `Eine Ausgabe „${version}“ gibt es nicht.`,
    momentToCome: () => 'Dieser Zeitpunkt liegt noch in der Zukunft.',

    blocked: () => 'Jemand, der das Register pflegt, hat dich für Einreichungen gesperrt.',
    enoughToday: (most) => `Für heute ist Schluss: höchstens ${most} Einreichungen am Tag.`,
    tooFast: () => 'Nicht so schnell: Bitte warte eine Minute.',
    addressListed: (slug) => `Diese Adresse steht schon in der Liste, als „${slug}“.`,
    addressTakenOff: (slug) =>
      `Diese Adresse stand als „${slug}“ in der Liste und wurde gestrichen. Wer das Register pflegt, kann sie wieder aufnehmen.`,
    addressWaits: () => 'Zu dieser Adresse wartet schon eine Einreichung auf eine Entscheidung.',
    addressTaken: () => 'Diese Adresse steht schon in der Liste oder wartet in einer anderen Einreichung.',
    keyReused: () => 'Unter diesem Schlüssel kam schon einmal eine andere Einreichung.',
    draftGone: () =>
      'Diesen Entwurf gibt es nicht mehr: Er wurde abgeschickt oder verworfen, oder er ist über einen Tag alt.',

    noSuchSubmission: (key) => `Es gibt keine Einreichung „${key}“, die du sehen kannst.`,
    submissionChanged: () => 'Diese Einreichung hat sich geändert, seit du sie angesehen hast.',
    tooManyAtOnce: () => 'Hier wird gerade zu viel auf einmal geändert: Bitte sieh noch einmal nach.',
    decidedBefore: (by, state, at) =>
      `${by || 'Jemand, der das Register pflegt,'} hat das schon am ${written.day(at)} um ${at.slice(11, 16)} UTC ${STATES[state]}.`,
    overAlready: (state) => `Diese Einreichung wurde schon ${STATES[state]}.`,
    noOpenQuestion: () => 'Zu dieser Einreichung ist keine Frage offen.',
    undecided: () =>
      'Über diese Einreichung ist noch nicht entschieden, also gibt es nichts rückgängig zu machen.',

    maintainersOnly: () => 'Das kann nur, wer das Register pflegt.',
    wordsMissing: () => 'Wer ablehnt oder nachfragt, muss etwas dazu schreiben.',
    recordChanged: () => 'Der Eintrag hat sich inzwischen geändert: Bitte sieh ihn dir noch einmal an.',
    recordMovedOn: (version, from) =>
      `Der Eintrag hat sich inzwischen geändert: Er ist bei Version ${version}, das hier ging von Version ${from} aus.`,
    noSuchChange: (sequence) => `Eine Änderung mit der Nummer ${sequence} gibt es nicht.`,
    noSuchChangeOfIt: (sequence) =>
      `Eine Änderung mit der Nummer ${sequence} gibt es an diesem Eintrag nicht.`,
    changedLater: (fields) =>
      `Spätere Änderungen betreffen dasselbe: ${fields.map((field) => fieldName(german, field)).join(', ')}. Korrigiere es stattdessen.`,
    nobodyToBlock: () => 'In dieser Einreichung ist niemand genannt, also lässt sich auch niemand sperren.',
    noSuchClaim: () => 'Diese Angabe gibt es nicht.',
    addressNotSettled: () =>
      'Eine Adresse wird durch eine Korrektur geändert: Dabei wird geprüft, wer sie sonst noch hat.',
    claimUnfit: () => 'Was diese Quelle sagt, passt so nicht in das Feld.',
    statedAlready: () => 'Das steht schon so im Eintrag.',
    discordIdUnfit: () => 'Eine Nutzer-ID bei Discord hat 15 bis 20 Ziffern: Kopiere sie aus dem Profil.',
    noSuchMaintainer: (discordId) => `Niemand mit der Discord-ID ${discordId} pflegt das Register.`,
    nothingToRelease: (latest) => `Seit Ausgabe ${latest} hat sich nichts geändert.`,
    releaseExists: (version) => `Eine Ausgabe ${version} gibt es schon.`,
    noDeadDelivery: (id) => `Eine aufgegebene Zustellung mit der Nummer ${id} gibt es nicht.`,

    nothingToWatch: () => 'Unter diesem Namen gibt es nichts zu beobachten.',
    notWatched: () => 'Das wird nicht beobachtet.',
    noSuchWatch: () => 'Unter dieser Nummer beobachtest du nichts.',
    watchAboutMissing: () => 'Wähle alles oder eine Art von Daten.',
    serversOnly: () => 'Das geht nur auf Servern.',
    managersOnly: () => 'Das geht nur mit dem Recht „Server verwalten“ auf diesem Server.',
    channelClosed: (missing) =>
      `In diesem Kanal darf ich noch nicht schreiben, deshalb wurde nichts eingerichtet. Erlaube mir in seinen Einstellungen unter „Berechtigungen“ ${missing.map((name) => PERMISSIONS[name]).join(' und ')} und versuche es dann noch einmal.`,

    empty: (called) => `${CALLED[called]} ist leer.`,
    tooManyMarks: (called, most) => `${CALLED[called]} hat mehr als ${most} Akzente auf einem Buchstaben.`,
    unwanted: (called, kind, code, before) =>
      `${CALLED[called]} enthält ${before === '' ? 'am Anfang' : `nach „${before}“`} ${UNWANTED[kind]} (${code}).`,

    noAddress: () =>
      'Eine Adresse beginnt mit https:// oder http://; auch ein DOI oder eine arXiv-Nummer geht.',
    addressTooLong: (most) => `Die Adresse hat mehr als ${most} Zeichen.`,
    unfitInAddress: (sign) =>
      `In der Adresse steht ${sign === ' ' ? 'ein Leerzeichen' : `das Zeichen ${sign}`}.`,
    addressUnreadable: () => 'Die Adresse ist nicht lesbar; bitte kopiere sie aus einem Browser.',
    addressWithPassword: () => 'In der Adresse steht ein Nutzername oder ein Passwort.',
    addressWithoutPort: () => 'Die Adresse nennt Port 0, an dem nichts antwortet.',
    hostIsNumber: (host) => `Die Adresse führt zu einer Nummer, ${host}; sie braucht einen Hostnamen.`,
    hostEndsWithStop: (host) => `Der Host der Adresse, ${host}, endet mit einem Punkt.`,
    hostNotPublic: (host) => `Der Host der Adresse, ${host}, ist nicht im öffentlichen Web.`,
    noHostName: (host) => `Der Host der Adresse, ${host}, ist kein Hostname.`,

    noDoi: () => 'Gib einen DOI an, etwa 10.5281/zenodo.1234.',
    nothingToChange: () => 'Nenne mindestens eine Änderung.',
    noResourceToEdit: () =>
      'Hier gibt es keinen vorgeschlagenen Eintrag zu bearbeiten: Diese Einreichung ist von anderer Art.',
    noChangesToEdit: () =>
      'Hier gibt es keine vorgeschlagenen Änderungen zu bearbeiten: Diese Einreichung ist von anderer Art.',
    sourcesUnlisted: (slugs) =>
      `Nicht in der Liste: ${slugs.join(', ')}. Gib als Ursprung an, was nicht in der Liste steht.`,
    sourceUnlisted: () => 'Etwas davon steht nicht in der Liste: Gib es als Ursprung an.',
    derivedFromItself: () => 'Damit hätte der Eintrag, direkt oder über Umwege, Daten aus sich selbst.',
    versionUnfit: () => 'Gib zwei Zahlen an, etwa 3.1.',
    versionNotLater: (latest) => `Die neueste ist ${latest}: Gib eine spätere an.`,
  },
}

const PERMISSIONS = { view: '„Kanal ansehen“', send: '„Nachrichten senden“' }

const STATES: Record<FinalState, string> = {
  approved: 'angenommen',
  rejected: 'abgelehnt',
  withdrawn: 'zurückgezogen',
}

const CALLED = { text: 'Der Text', address: 'Die Adresse' }

const UNWANTED = {
  direction: 'ein unsichtbares Zeichen, das die Schreibrichtung lenkt',
  control: 'ein Steuerzeichen',
  half: 'ein halbes Zeichen',
  lost: 'einen Platzhalter für ein verlorenes Zeichen',
  meaningless: 'ein Zeichen ohne allgemeine Bedeutung',
  invisible: 'ein unsichtbares Zeichen',
}
