import type { SubmissionMessages } from '../english/submissions.ts'
import { listed, number } from './writing.ts'

export const submissionMessages: SubmissionMessages = {
  likeness: {
    sameName: 'gleicher Name',
    sameWords: 'dieselben Wörter in anderer Reihenfolge',
    nearlySame: 'fast derselbe Name',
    similarName: 'ähnlicher Name',
    sameDoi: 'gleiche DOI',
    sharedWords: (shared) => `ebenfalls mit ${listed(shared.map((word) => `„${word}“`))}`,
    account: (host) => `gleiches Konto bei ${host}`,
    section: (host) => `gleicher Bereich auf ${host}`,
  },

  submission: {
    kinds: {
      addition: 'Neuaufnahme',
      correction: 'Korrektur',
      removal: 'Streichung',
      confirmation: 'Bestätigung',
    },
    states: {
      pending: 'wartet auf Prüfung',
      asked: 'wartet auf Antwort',
      approved: 'angenommen',
      rejected: 'abgelehnt',
      withdrawn: 'zurückgezogen',
    },
    statesForSubmitter: {
      pending: 'Wartet auf Prüfung',
      asked: 'Frage an dich',
      listed: 'Aufgenommen',
      approved: 'Angenommen',
      rejected: 'Abgelehnt',
      withdrawn: 'Zurückgezogen',
    },
    slug: 'Kurzname',
    removal: (name) => `${name} aus der Liste streichen.`,
    removing: 'Streichung',
    confirmation: (name) => `Bestätigen, dass alles noch stimmt, was zu ${name} verzeichnet ist.`,
    confirming: 'Bestätigung',
    others: (count) => (count === 1 ? 'ein weiteres Feld' : `${number(count)} weitere Felder`),
    sourceOf: (field) => `**Quelle** für ${field}`,
    question: 'Frage',
    answer: 'Antwort',
    seeButton: 'Ansehen',
    answerButton: 'Antworten',
    withdraw: 'Zurückziehen',
    again: 'Ändern und noch einmal schicken',
    decidedBy: (name, at) =>
      name === undefined ? `Entschieden am ${at}` : `Entschieden von ${name} am ${at}`,
    sent: (at) => `Abgeschickt am ${at} · \`/covid-data my-submissions\` zeigt den Stand`,
    ownTitle: 'Meine Einreichungen',
    noneOwn:
      'Du hast noch nichts eingereicht. Mit `/covid-data submit` schlägst du einen Datensatz vor, mit `/covid-data report` meldest du einen Fehler.',
    unreachable:
      'Ich kann dir keine Direktnachrichten schicken. Neues zu deinen Einreichungen siehst du hier.',
    answering: (reference) => `Antwort zu ${reference}`,
    yourAnswer: 'Deine Antwort',
  },

  forgetMe: {
    nothing: 'Das Register hat nichts von dir.',
    title: 'Löschen, was das Register von dir hat?',
    goes: (drafts, watches) =>
      `**Verschwindet:** dein Name, dein Discord-Konto, dein Kontakt und deine Sprache; was du nur an die geschrieben hast, die das Register pflegen; ${drafts === 1 ? 'ein Entwurf' : `${number(drafts)} Entwürfe`} und ${watches === 1 ? 'eine Beobachtung' : `${number(watches)} Beobachtungen`}. Auch aus Texten anderer verschwindet dein Name.`,
    stays: (submissions) =>
      submissions === 0
        ? '**Bleibt:** nichts.'
        : `**Bleibt:** ${submissions === 1 ? 'deine Einreichung und was sie' : `deine ${number(submissions)} Einreichungen und was sie`} geändert ${submissions === 1 ? 'hat' : 'haben'}, ohne dich zu nennen. Du kannst sie dann nicht mehr sehen, ändern oder zurückziehen: Tu das vorher mit \`/covid-data my-submissions\`.`,
    beyond:
      'Discord behält seine Nachrichten. Der Betreiber hat vielleicht noch einige Wochen lang Sicherungen.',
    forGood:
      'Niemand kann das rückgängig machen. Du kannst das Register danach wie ein neuer Mensch benutzen.',
    erase: 'Mich löschen',
    done: 'Gelöscht: Das Register hat nichts mehr von dir.',
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
    waitsForDecision: '(wartet auf Prüfung)',
    rejectedBefore: (at) =>
      `**Schon einmal abgelehnt.** Eine Einreichung mit einer dieser Adressen wurde am ${at} abgelehnt. Hat sich seitdem etwas geändert, schreib es in die Anmerkungen.`,
    lacks: 'Was enthält er nicht? Alles andere bleibt unbekannt',
    send: 'Abschicken',
    edit: 'Bearbeiten',
    discard: 'Verwerfen',
    discarded: 'Verworfen. Es wurde nichts abgeschickt.',
    found: (sites: string) => `Außerdem gefunden bei ${sites}`,
    leaveOut: 'Gefundenes weglassen',
    isPaper:
      '**Dieser Link führt zu einem Artikel.** Er wird als Literatur aufgenommen. Haben die Daten eine eigene Adresse, dann gib diese an: mit Bearbeiten.',
    noLink: 'In dieser Nachricht steht kein Link. Mit `/covid-data submit` gibst du selbst einen ein.',
  },

  links: {
    none: 'In dieser Nachricht steht kein Link, kein DOI und keine arXiv-Nummer. `/covid-data search` nimmt beliebige Wörter.',
    title: (count) => (count === 1 ? 'Einen Datensatz vorschlagen' : 'Welcher Link führt zum Datensatz?'),
    choose: 'Einen auswählen',
    suggest: 'Vorschlagen',
    listed: (count) => (count === 1 ? 'In der Liste' : `In der Liste: ${count}`),
    unlisted: (count) => (count === 1 ? 'Nicht in der Liste' : `Nicht in der Liste: ${count}`),
    more: (count) =>
      count === 1
        ? 'Die Nachricht hat einen weiteren Link, zu viel für diese Karte.'
        : `Die Nachricht hat ${count} weitere Links, zu viele für diese Karte.`,
  },

  report: {
    title: 'Einen Fehler melden',
    about: {
      cell: 'Welche Daten es gibt',
      link: 'Der Link ist tot oder hat sich geändert',
      name: 'Name oder Einrichtung',
      licence: 'Die Lizenz',
      references: 'Die Literatur',
      remove: 'Das gehört nicht in die Liste',
      other: 'Etwas anderes',
      right: 'Nichts: Alles stimmt noch',
    },
    whatIsWrong: 'Was stimmt nicht?',
    refused: (why) => `**Das wurde nicht abgeschickt.** ${why}`,
    yourTexts: 'Was du eingegeben hast, zum Kopieren:',
    fieldNames: {
      type: 'Datenart',
      value: 'Richtig wäre',
      url: 'Adresse',
      name: 'Name',
      organization: 'Einrichtung',
      license: 'Lizenz',
      references: 'Literatur',
      notes: 'Was nicht stimmt',
      reason: 'Woher du das weißt',
    },
    reason: 'Woher weißt du das?',
    reasonHelp: 'Wo du es gelesen oder was du gesehen hast',
    lookedHelp: 'Was du dir angesehen hast. Das Feld kann leer bleiben.',
    type: 'Um welche Datenart geht es?',
    currently: (value) => `bisher: ${value}`,
    value: 'Was ist richtig?',
    url: 'Wo sind die Daten jetzt?',
    urlHelp: 'Kennst du keine neue Adresse, lass das Feld so',
    licenceHelp: 'So, wie die Quelle sie nennt',
    referencesHelp: 'Zum Entfernen eine Zeile löschen. Neu: DOI, arXiv-Nummer, Adresse oder BibTeX.',
    noReferencesHelp: 'Je Zeile eine DOI, arXiv-Nummer oder Adresse, oder BibTeX',
    file: 'Oder eine Datei',
    fileHelp: (kilobytes) =>
      `BibTeX oder RIS, höchstens ${kilobytes} KB. Ihre Literaturangaben kommen hinzu.`,
    rightHelp: 'Was ist falsch, und was ist richtig?',
    linkIsDead: 'Der Link ist tot.',
  },
}
