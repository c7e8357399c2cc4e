import type { ResourceMessages } from '../english/resource.ts'
import { day, number, numeral } from './writing.ts'

export const resourceMessages: ResourceMessages = {
  facts: {
    licence: 'Lizenz',
    access: 'Zugang',
    size: 'Umfang',
    use: 'Nutzung',
    annotations: 'Annotationen',
    unsaid: 'nicht erfasst',
    notRecorded: (names) => `${names}: nicht erfasst`,
    supersededBy: (name) => ` durch ${name}`,
    replacedBy: (name) => `; ersetzt durch ${name}`,
    checked: (date) => `, geprüft: ${day(date)}`,
    undated: ', ohne Datum',
    unsettled: (claimed) => `nicht geklärt: ${claimed}`,
    licencesDiffer: (total, others) =>
      `Quellen nennen ${numeral(total).toLowerCase()} Lizenzen; ${total === 2 ? 'die andere ist' : 'die anderen sind'} ${others}`,
    licenceUnsettled: (total, claimed) =>
      total === 1
        ? `nicht geklärt; eine Quelle nennt ${claimed}`
        : `nicht geklärt; Quellen nennen ${numeral(total).toLowerCase()} Lizenzen: ${claimed}`,
    readInPart: (terms) =>
      terms === ''
        ? ' (Auflagen bitte an der Quelle lesen)'
        : ` (mindestens: ${terms}; den Rest bitte an der Quelle lesen)`,
    formerlyAt: 'Früher unter',
    cells: { yes: 'Hat', no: 'Ohne', unknown: 'Unbekannt' },
    elsewhere: (claimed) => `eine andere Quelle sagt: ${claimed}`,
    moreDisputed: (count) =>
      count === 1
        ? 'zu einem weiteren Feld widersprechen sich Quellen'
        : `zu ${number(count)} weiteren Feldern widersprechen sich Quellen`,
  },

  lineage: {
    overlap: 'Überschneidung',
    hasDataOf: (names) => `Enthält Daten aus ${names}`,
    claimedToHaveDataOf: (names) => `Nach einer anderen Quelle auch mit Daten aus ${names}`,
    isIn: (names) => `Seine Daten sind auch in ${names} enthalten`,
    fromThem: (names) => `über diese auch aus ${names}`,
    mayShare: (names) => `Vielleicht mit denselben Bildern: ${names}`,
    inThem: (names) => `über diese auch in ${names}`,
    removed: 'nicht mehr in der Liste',
    limit: (term, count, sources) =>
      sources === 1 ? term : `${term} (${number(count)} von ${number(sources)} Quellen)`,
    limits: (terms, { sources, unrecorded, unread }) => {
      const apply = `Die Auflagen ${sources === 1 ? 'der Quelle' : 'der Quellen'} gelten weiter`
      if (unrecorded + unread === 0) return `${apply}: ${terms}.`
      const known =
        terms === '' ? `${apply}, sind aber nicht alle bekannt.` : `${apply}. Mindestens: ${terms}.`
      const count = (of: number) =>
        sources === 1 ? 'dieser Quelle' : of === 1 ? '1 Quelle' : `${number(of)} Quellen`
      return [
        known,
        ...(unrecorded > 0 ? [`Zu ${count(unrecorded)} ist keine Lizenz erfasst.`] : []),
        ...(unread > 0 ? [`Bei ${count(unread)} ließen sich die Auflagen nicht ganz lesen.`] : []),
      ].join(' ')
    },
  },

  references: {
    andOthers: 'und andere',
    read: (day) => `abgerufen am ${day}`,
  },

  resource: {
    withoutImages: 'Enthält keine Bilder.',
    unconfirmed: (since) => `Diesen Eintrag hat seit ${since} niemand geändert oder bestätigt.`,
    imagesDenied: (kinds) => `Eine Quelle bestreitet, dass es ${kinds} enthält.`,
    references: 'Literatur',
    sources: 'Quellen',
    elsewhere: (warnings) => `Eine andere Quelle sagt: ${warnings}`,
    moreToMind: (count) =>
      count === 1 ? 'und ein weiterer Hinweis' : `und ${number(count)} weitere Hinweise`,
    moreReferences: (count) => `und noch ${number(count)}, unter „Zitieren“`,
    allReferences: (count) => `${count === 1 ? 'eine Angabe' : `${number(count)} Angaben`}, unter „Zitieren“`,
    link: {
      alive: (date) => `Die Adresse antwortete am ${date}.`,
      moved: (date) => `Die Adresse führte am ${date} zu einer anderen Website.`,
      blocked: (date) => `Die Adresse ließ am ${date} kein Programm ein.`,
      changed: (date) => `Die Adresse zeigte am ${date} eine andere Seite als zuvor.`,
      unreachable: (date) => `Die Adresse antwortete am ${date} nicht.`,
      dead: (date) => `Die Adresse ist tot: keine Antwort an drei Tagen, zuletzt am ${date}.`,
    },
    archivedCopy: 'Archivierte Kopie',
    period: (first, last) => `${day(first)} bis ${day(last)}`,
  },

  comparison: {
    title: 'Im Vergleich',
    contains: (whole, part) => `${whole} enthält Daten aus ${part}.`,
    mayShareImages: (a, b, kinds, sources) =>
      `${a} und ${b} enthalten vielleicht dieselben Bilder (${kinds}): Beide haben Daten aus ${sources}.`,
    sameSource: (a, b, sources) =>
      `${a} und ${b} haben beide Daten aus ${sources}; eine gemeinsame Datenart ist nicht erfasst.`,
    noOverlap: (isForOthers) =>
      isForOthers
        ? 'Für die anderen Paare ist keine gemeinsame Quelle erfasst.'
        : 'Eine gemeinsame Quelle ist nicht erfasst.',
    warning: 'Trainiere nicht mit dem einen, um mit dem anderen zu testen.',
    fields: {
      useNote: 'Hinweis zur Nutzung',
      sourceTerms: 'Auflagen der Quellen',
      disagreements: 'Quellen widersprechen sich zu',
    },
    noDisagreement: 'nichts',
    same: (values) => `**Gleich:** ${values}`,
    notRecorded: 'nicht erfasst',
    detailsOf: (letter) => `Details zu ${letter}`,
    onPage: 'Nebeneinander',
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
      confirmed: 'bestätigt',
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

  changes: {
    notStated: 'keine Angabe',
    rearranged: 'dieselben, in anderer Reihenfolge',
    redescribed: 'dieselben Arbeiten, anders geordnet oder beschrieben',
    came: (entries) => `${entries} ergänzt`,
    went: (entries) => `${entries} entfernt`,
    listed: 'Aufgenommen',
    withdrawn: 'Gestrichen',
    restored: 'Wieder aufgenommen',
    moved: 'Umgezogen',
    corrected: 'Korrigiert',
    confirmed: 'Bestätigt',
  },
}
