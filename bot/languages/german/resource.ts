import type { ResourceMessages } from '../english/resource.ts'
import { day, number, numeral } from './writing.ts'

export const resourceMessages: ResourceMessages = {
  facts: {
    licence: 'Lizenz',
    access: 'Zugang',
    size: 'Umfang',
    notStated: (names) => `${names}: noch keine Angabe`,
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

  lineage: {
    overlap: 'Überschneidung',
    hasDataOf: (names) => `Enthält Daten aus ${names}`,
    claimedToHaveDataOf: (names) => `Soll außerdem Daten aus ${names} enthalten`,
    isIn: (names) => `Seine Daten stecken auch in ${names}`,
    fromThem: (names) => `über diese auch aus ${names}`,
    inThem: (names) => `über diese auch in ${names}`,
    removed: 'nicht mehr in der Liste',
    limits: (licences, conditions, unlicensed) =>
      `Die Auflagen ${licences === 1 ? 'dieser Lizenz' : 'dieser Lizenzen'} gelten weiter${conditions && `: ${conditions}`}.${
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
    elsewhere: (warnings) => `Anderswo: ${warnings}`,
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
  },
}
