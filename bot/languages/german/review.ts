import type { ReviewMessages } from '../english/review.ts'
import { number } from './writing.ts'

export const reviewMessages: ReviewMessages = {
  review: {
    why: 'Begründung',
    moreSources: (count) =>
      count === 1 ? 'und eine weitere Quelle' : `und ${number(count)} weitere Quellen`,
    looksLike: (name, key) => `**Ähnelt** ${name} (${key})`,
    declinedBefore: (reference) => `**Schon einmal abgelehnt** ${reference}`,
    submittedBy: (name, mention) =>
      mention === undefined
        ? `Von ${name ?? 'jemandem ohne Namen'}`
        : `Von ${name ?? 'jemandem'} (${mention})`,
    machines: {
      links: 'der Prüfung der Links',
      upstream: 'dem Blick auf das, was die Quellen heute sagen',
      confirmations: 'der Erinnerung an alte Einträge',
      discovery: 'der Suche nach neuen Datensätzen',
    },
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
    nothingDecided: 'Noch ist nichts entschieden: Entscheide mit einem der Knöpfe.',
    reasonTooLong:
      'Noch ist nichts entschieden, und deine Begründung hat hier keinen Platz: Wähle einen Knopf und gib sie noch einmal ein.',
    recordTooLong: (slug) =>
      `**Der Eintrag ist zu lang, um hier zu stehen.** Erst ansehen: \`/covid-data show resource:${slug}\``,
    withReason: {
      approve: 'Mit dieser Notiz annehmen',
      reject: 'Mit dieser Begründung ablehnen',
      ask: 'Das nachfragen',
    },
    next: (waiting) => `Weiter (${waiting === 1 ? 'eine wartet' : `${number(waiting)} warten`})`,
    editing: (reference) => `${reference} bearbeiten`,
    rejecting: (reference) => `${reference} ablehnen`,
    asking: (reference) => `Zu ${reference} nachfragen`,
    usualReason: 'Häufige Gründe',
    usualReasonHelp: 'Einen wählen oder unten selbst schreiben',
    usualReasons: [
      'Nicht öffentlich: Niemand kommt an die Daten.',
      'Es geht nicht um Bildgebung bei COVID-19.',
      'Steht unter anderem Namen schon in der Liste.',
      'Der Link führt nicht zu den Daten.',
      'Nirgends steht, woher die Daten stammen.',
    ],
    ownWords: 'Eigene Begründung',
    yourQuestion: 'Deine Frage',
    nothingWaits: 'Es wartet nichts auf eine Entscheidung.',
    reverting: (sequence, name) => `Änderung ${number(sequence)} an ${name} rückgängig machen?`,
    revert: 'Rückgängig machen',
    reverted: (name, version) => `Rückgängig gemacht: ${name} ist jetzt in Version ${version}.`,
    open: (host) => `${host} öffnen`,
    isBlocked: (hasAccount) =>
      hasAccount
        ? 'Gesperrt: Von dieser Person wird nichts mehr angenommen.'
        : 'Gesperrt: Was diese Person eingereicht hat, kann sie nicht mehr ändern. Ihr Kontakt ist ab jetzt gesperrt, ihr Netz bis zum Ende des Tages nach der Einreichung (UTC).',
    isLifted: 'Die Sperre ist aufgehoben.',
    retrying: 'Es wird noch einmal zugestellt.',
  },

  flags: {
    own: 'deine eigene Einreichung',
    blocked: 'von jemandem, der gesperrt ist',
    lookAlike: (name, likeness, reference) =>
      `ähnelt ${name}${reference === undefined ? '' : ` (${reference}, wartet auch)`}: ${likeness}`,
    notCompared: 'nicht mit den anderen Namen verglichen',
    newHost: (host) => `neuer Host: ${host}`,
    sourcesDiffer: (fields) => `Quellen widersprechen sich: ${fields}`,
    behind: 'der Eintrag hat sich seitdem geändert',
    declinedBefore: (times) =>
      times === 1 ? 'schon einmal abgelehnt' : `schon ${number(times)}-mal abgelehnt`,
    manyOfSender: (waiting) => `${number(waiting)} warten von derselben Person, noch keine wurde angenommen`,
  },

  bulk: {
    choose: 'Mehrere annehmen',
    question: (count) => `${number(count)} annehmen?`,
    removalQuestion: (count) =>
      count === 1 ? 'Eine Streichung annehmen?' : `${number(count)} Streichungen annehmen?`,
    none: 'Keine davon lässt sich gemeinsam annehmen',
    leftOutTitle: (count) => `Ausgelassen: ${number(count)}`,
    leftOut: {
      gone: 'wartet nicht mehr',
      changed: 'seit deiner Auswahl geändert',
      removal: 'Streichungen werden getrennt angenommen',
      confirmation: 'erst den Eintrag ansehen',
    },
    approve: (count) => `${number(count)} annehmen`,
    approveRemovals: (count) =>
      count === 1 ? 'Eine Streichung annehmen' : `${number(count)} Streichungen annehmen`,
    cancel: 'Abbrechen',
    approved: (count) => `${number(count)} angenommen`,
    notApproved: (count) => `Nicht angenommen: ${number(count)}`,
    goOn: (count) => `Die übrigen ${number(count)} annehmen`,
    undoAll: (count) => (count === 1 ? 'Rückgängig machen' : `Alle ${number(count)} rückgängig machen`),
    undone: (count) => `${number(count)} rückgängig gemacht, sie warten wieder`,
    notUndone: (count) => `Nicht rückgängig gemacht: ${number(count)}`,
    undoRest: (count) => `Die übrigen ${number(count)} rückgängig machen`,
    queue: 'Zurück zur Liste',
  },

  background: {
    onRecord: (field, facts) => `**Bekannt** zu ${field}: ${facts}`,
    disputed: 'Quellen widersprechen sich',
    decided: (state, reference) => `schon einmal ${state} (${reference})`,
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
    undelivered: (kind, tries) =>
      `**Nicht zugestellt** (${kind}, ${tries === 1 ? 'ein Versuch' : `${number(tries)} Versuche`})`,
    deliveries: {
      review: 'Karte zur Prüfung',
      submitter: 'Direktnachricht',
      announcement: 'Meldung',
      digest: 'Erinnerung',
      candidates: 'Funde',
      mailCheck: 'Anfrage an eine Adresse',
      mail: 'E-Mail',
    },
    tryAgain: 'Noch einmal versuchen',
  },

  reminder: {
    title: (total, days, since) =>
      `${total === 1 ? 'Eine Einreichung wartet' : `${number(total)} Einreichungen warten`} seit mehr als ${days} Tagen${
        since === undefined ? '' : `, ${total === 1 ? 'und zwar' : 'die älteste'} seit dem ${since}`
      }.`,
    all: '`/covid-review queue` zeigt alles, was wartet.',
  },

  claims: {
    title: 'Wo Quellen dem Eintrag widersprechen',
    none: 'Nichts. Der Eintrag stimmt mit seinen Quellen überein.',
    choose: 'Eine Angabe in den Eintrag übernehmen',
    settling: 'Diese Angabe übernehmen',
    why: 'Warum diese?',
    settled: (name, stated) => `Geklärt für ${name}.${stated ? ` ${stated.field}: ${stated.value}` : ''}`,
  },

  candidates: {
    title: (total) =>
      total === 0 ? 'Kein Fund wartet' : total === 1 ? 'Ein Fund' : `${number(total)} Funde`,
    none: 'Einmal in der Woche sucht das Register nach Datensätzen, die nicht in der Liste stehen, wenn der Betreiber es eingeschaltet hat.',
    found: (total) =>
      total === 1
        ? 'Ein Datensatz gefunden, der nicht in der Liste steht'
        : `${number(total)} Datensätze gefunden, die nicht in der Liste stehen`,
    look: 'Ansehen',
    why: (signs) => `Gründe: ${signs}`,
    signs: {
      imagesInTitle: 'eine Bildart im Titel',
      imagesInWords: 'eine Bildart in der Beschreibung',
      covidInTitle: 'COVID-19 im Titel',
      licenceStated: 'eine Lizenz',
      sizeStated: 'mindestens 10 MB',
      imageFiles: 'Bilddateien',
      metadataOnly: 'nennt keine Bilder',
      small: 'weniger als 1 MB',
      part: 'Teil eines anderen Datensatzes',
      supplement: 'Beilage eines Artikels',
    },
    looksLike: (name, likeness) => `Ähnelt ${name}: ${likeness}`,
    listed: (slug) => `Steht inzwischen in der Liste, als ${slug}`,
    waiting: (reference) => `Inzwischen eingereicht, als ${reference}`,
    takeUp: 'Aufnehmen',
    taken: (name, reference) =>
      `${name} wartet als ${reference} auf eine Entscheidung, wie jede andere Einreichung.`,
    open: (reference) => `${reference} öffnen`,
    notForUs: 'Nichts für uns',
    reason: 'Warum es nicht ins Register gehört',
    reasonHelp: 'Für die Betreuer. Der Datensatz wird nicht noch einmal angeboten.',
    declined: (name) => `${name} wird nicht noch einmal angeboten.`,
  },

  redaction: {
    which: 'Nenne einen Datensatz oder eine Einreichung.',
    title: (name, key) => `${name} (${key}) schwärzen?`,
    goes: (versions, submissions) =>
      `**Verschwindet:** alle Texte, Links und Adressen in ${versions === 1 ? 'einer Version' : `${number(versions)} Versionen`}${
        submissions === '' ? '' : `, auch die von ${submissions}`
      }.`,
    stays:
      '**Bleibt:** das Kürzel, Nummern und Daten der Versionen, was Listen zählen, und ein öffentlicher Hinweis mit Datum und deiner Begründung.',
    forGood: 'Niemand kann das rückgängig machen.',
    redact: 'Schwärzen und begründen',
    redacting: (key) => `${key} schwärzen`,
    why: 'Warum (das können alle lesen)',
    whyHelp: 'Nenne niemanden, und wiederhole nichts, was weg muss.',
    done: (versions) =>
      `Geschwärzt: ${versions === 1 ? 'eine Version' : `${number(versions)} Versionen`}. Seiten, Feeds und Downloads zeigen es sofort.`,
  },

  release: {
    isOut: (version) =>
      `Ausgabe ${version} ist veröffentlicht. Sie hält die Tabelle fest, wie sie jetzt ist.`,
  },

  maintainers: {
    title: 'Wer das Register pflegt',
    since: (name, day) => `${name ?? 'Jemand'}, seit dem ${day}`,
    added: (name) =>
      `**${name}** pflegt das Register jetzt mit. Das Token für die HTTP-API kommt aus \`npm run maintainers\`.`,
    wishRemoval: (name) => `${name ?? 'Jemanden'} aus der Pflege entfernen`,
    wishRelease: (version) => `Release ${version} veröffentlichen`,
    proposed: (wish, until) =>
      `Vorgeschlagen: **${wish}**. Noch ist nichts geschehen. Jemand anderes, der das Register pflegt, muss es bis zum ${until} bestätigen, mit \`/covid-review maintainers\` oder auf der Seite der Handlungen.`,
    needsAnother: 'Noch ist nichts geschehen: Das muss jemand anderes bestätigen, der das Register pflegt.',
    open: (wish, by, until) =>
      `**${wish}?** Vorgeschlagen von ${by ?? 'jemandem'}; bestätigen muss es jemand anderes, bis zum ${until}.`,
    confirm: 'Bestätigen',
    confirmed: (wish) => `Bestätigt und ausgeführt: **${wish}**.`,
    removed: (name) => `**${name}** pflegt das Register nicht mehr mit; das Token gilt nicht mehr.`,
  },
}
