import type { FinalState, Refusals } from '../../../schema/refusals.ts'
import type { DailyCounted } from '../../../schema/vocabulary.ts'
import { fieldName } from '../field-name.ts'
import { nameMessages } from './names.ts'
import { written } from './writing.ts'

const TYPES: { readonly [type: string]: string } = {
  string: 'einen Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  object: 'ein Objekt',
  array: 'eine Liste',
}

const PERMISSIONS = {
  view: '„Kanal ansehen“',
  send: '„Nachrichten senden“',
  sendInThreads: '„Nachrichten in Threads senden“',
  manageThreads: '„Threads verwalten“',
}

const STATES: Record<FinalState, string> = {
  approved: 'angenommen',
  rejected: 'abgelehnt',
  withdrawn: 'zurückgezogen',
}

const CALLED = { text: 'Der Text', address: 'Die Adresse' }

const COUNTED: { readonly [Counted in DailyCounted]: string } = {
  submissions: 'Einreichungen',
  changes: 'Änderungen an Einreichungen',
  drafts: 'Entwürfe',
  watches: 'neue Beobachtungen',
  erasures: 'Löschungen',
  letters: 'Bitten um E-Mail',
}

const BIBTEX_FAULTS = {
  notClosed: 'ist nicht geschlossen: Eine Klammer oder ein Anführungszeichen fehlt',
  noValue: 'enthält etwas, das kein Feld ist: Vielleicht fehlt ein Komma oder eine Klammer',
  noFields: 'hat keine Felder',
}

const UNWANTED = {
  direction: 'ein unsichtbares Zeichen, das die Schreibrichtung lenkt',
  control: 'ein Steuerzeichen',
  half: 'ein halbes Zeichen',
  lost: 'einen Platzhalter für ein verlorenes Zeichen',
  meaningless: 'ein Zeichen ohne allgemeine Bedeutung',
  invisible: 'ein unsichtbares Zeichen',
}

export const refusals: Refusals = {
  licenseUnnamed: (typed, nearest) =>
    `„${typed}“ ist keine Lizenz aus der Liste von SPDX. ${nearest === '' ? '' : `Am nächsten kommt ${nearest}. `}Nenne eine wie CC BY 4.0, MIT oder ODbL, oder „other“ oder „unknown“.`,
  noSuchSlug: (slug) => `Nichts in der Liste hat den Kurznamen „${slug}“.`,
  noSuchSlugThen: (slug) => `Zu diesem Zeitpunkt hatte nichts in der Liste den Kurznamen „${slug}“.`,
  nothingCalled: (text) =>
    `Nichts in der Liste heißt „${text}“. Versuche es mit einem Teil des Namens, mit Adresse oder DOI.`,
  nothingCalledBut: (text, nearest) =>
    `Nichts in der Liste heißt „${text}“. Am nächsten ${nearest.length === 1 ? 'kommt' : 'kommen'}: ${nearest.map((name) => `„${name}“`).join(', ')}.`,
  twiceTheSame: (name) => `„${name}“ ist zweimal genannt: Wähle verschiedene Datensätze.`,
  noSuchRelease: (version) => `Eine Ausgabe „${version}“ gibt es nicht.`,
  momentToCome: () => 'Dieser Zeitpunkt liegt noch in der Zukunft.',

  blocked: () => 'Jemand, der das Register pflegt, hat dich gesperrt: Von dir wird nichts angenommen.',
  senderBlocked: () =>
    'Jemand, der das Register pflegt, hat die Person gesperrt, die das schickt: Von ihr wird nichts angenommen.',
  senderIsJob: () =>
    'Das Register hat das selbst eingereicht: Es gibt niemanden, der gefragt oder gesperrt werden könnte.',
  enoughToday: (most, counted) => `Mehr als ${most} ${COUNTED[counted]} am Tag sind nicht möglich.`,
  senderUnknown: () =>
    'Das Register kann Absender nicht unterscheiden und nimmt deshalb nichts an: Der Header CF-Connecting-IP fehlt. Wer das Register betreibt, muss ihn von Cloudflare schicken lassen.',
  recordTooLarge: (most) => `Eine Einreichung darf insgesamt höchstens ${most} KiB groß sein.`,
  tooManyVersions: (most) =>
    `Diese Einreichung wurde schon ${most}-mal geändert, öfter geht es nicht. Du kannst sie noch zurückziehen.`,
  enoughLetters: () =>
    'Das Register verschickt heute keine weiteren Briefe dieser Art. Versuche es morgen wieder, oder folge der Einreichung in einem Feedreader.',
  lettersUnanswered: (most) =>
    `${most} Briefe an diese Adresse warten auf eine Antwort: Öffne den Link in einem davon.`,
  mailTooLate: () => 'Diese Einreichung wartet nicht mehr, also gibt es nichts mitzuteilen.',
  mailUnknown: () =>
    'Diese Adresse bekommt keine E-Mail vom Register: Sie wurde zurückgenommen, oder die Einreichung ist lange vorbei.',
  tooFast: () => 'Zu viel auf einmal: Bitte warte eine Minute.',
  readOnly: (why) => `Das Register nimmt gerade keine Änderungen an: ${why}`,
  databaseUnreachable: () =>
    'Das Register erreicht seine Datenbank gerade nicht. Bitte versuche es später noch einmal.',
  addressListed: (slug) => `Diese Adresse steht schon in der Liste, als „${slug}“.`,
  addressTakenOff: (slug) =>
    `Diese Adresse stand als „${slug}“ in der Liste und wurde gestrichen. Wer das Register pflegt, kann sie wieder aufnehmen.`,
  addressWaits: () => 'Zu dieser Adresse wartet schon eine Einreichung auf eine Entscheidung.',
  addressTaken: () => 'Diese Adresse steht schon in der Liste oder wartet in einer anderen Einreichung.',
  keyReused: () => 'Eine andere Einreichung hat diesen Idempotency-Key schon benutzt.',
  draftGone: () =>
    'Diesen Entwurf gibt es nicht mehr: Er wurde abgeschickt oder verworfen, durch neuere ersetzt oder ist über einen Tag alt. Öffnen kann ihn nur, wer ihn geschrieben hat.',

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
  wordsMissing: () => 'Schreib einen Grund für die Ablehnung oder den Text der Nachfrage.',
  versionUnseen: () =>
    'Gib die Version der Einreichung an, die du gesehen hast: Angenommen wird nur diese Version.',
  ownSubmission: () =>
    'Das ist deine eigene Einreichung: Darüber entscheidet jemand anderes, der das Register pflegt.',
  nothingToRevert: (sequence) => `Von Änderung ${sequence} ist nichts mehr rückgängig zu machen.`,
  recordChanged: () => 'Der Eintrag hat sich inzwischen geändert: Bitte sieh ihn dir noch einmal an.',
  recordMovedOn: (version, from) =>
    `Der Eintrag hat sich inzwischen geändert: Er ist bei Version ${version}, das hier ging von Version ${from} aus.`,
  noSuchChange: (sequence) => `Eine Änderung mit der Nummer ${sequence} gibt es nicht.`,
  noSuchChangeOfIt: (sequence) => `Eine Änderung mit der Nummer ${sequence} gibt es an diesem Eintrag nicht.`,
  changedLater: (fields) =>
    `Spätere Änderungen betreffen dasselbe: ${fields.map((field) => fieldName(nameMessages, field)).join(', ')}. Korrigiere es stattdessen.`,
  noSuchClaim: () => 'Diese Angabe gibt es nicht.',
  addressNotSettled: () =>
    'Eine Adresse änderst du mit einer Korrektur: Sie prüft, ob ein anderer Eintrag die Adresse hat.',
  annotationUnnamed: (typed, known) => `„${typed}“ bezeichnet nicht genau eine der Annotationen: ${known}.`,
  valueMissing: () => 'Das Feld ist leer: Gib einen Wert an, oder lass es weg.',
  claimUnfit: () => 'Der Wert aus dieser Quelle passt nicht in das Feld.',
  statedAlready: () => 'Das steht schon so im Eintrag.',
  discordIdUnfit: () => 'Eine Nutzer-ID bei Discord hat 15 bis 20 Ziffern: Kopiere sie aus dem Profil.',
  nobodyToErase: () => 'Das Register hat nichts von dieser Person.',
  blockedStays: () =>
    'Du bist gesperrt, und die Sperre nennt dich. Nur der Betreiber kann dich löschen: Unter `/privacy` steht, wie.',
  maintainerStays: () =>
    'Wer das Register pflegt, kann nicht gelöscht werden. Erst muss dieses Amt enden: durch eine andere Person, die pflegt, oder durch den Betreiber.',
  noSuchVersion: (version) => `Eine Version ${version} davon gibt es nicht.`,
  listedStill: (version) =>
    `Version ${version} steht gerade in der Liste. Nimm den Datensatz von der Liste oder die Änderung zurück, und schwärze dann.`,
  redactionGrew: (versions) =>
    `Es sind jetzt ${versions} Versionen, nicht so viele, wie du gesehen hast. Nichts ist geschwärzt: Sieh noch einmal nach.`,
  redactResourceInstead: (slug) =>
    `Dieser Vorschlag wurde angenommen. Schwärze den Datensatz „${slug}“: das schwärzt auch den Vorschlag.`,
  submissionWaits: (reference) =>
    `${reference} wartet auf eine Entscheidung. Lehne den Vorschlag erst ab, und schwärze ihn dann.`,
  noSuchMaintainer: (discordId) => `Niemand mit der Discord-ID ${discordId} pflegt das Register.`,
  maintainerAlready: (name) => `${name} pflegt das Register schon mit.`,
  proposalOver: () => 'Dieser Vorschlag ist nicht mehr offen: Er ist ausgeführt oder älter als eine Woche.',
  ownProposal: () => 'Das hast du vorgeschlagen: Bestätigen muss es jemand anderes, der das Register pflegt.',
  nothingToRelease: (latest) => `Seit Ausgabe ${latest} hat sich nichts geändert.`,
  releaseExists: (version) => `Eine Ausgabe ${version} gibt es schon.`,
  noSuchCandidate: (id) => `Einen Fund mit der Nummer ${id} gibt es nicht.`,
  candidateDeclined: (by) => `${by ?? 'Ein anderer Betreuer'} hat schon „Nichts für uns“ dazu gesagt.`,
  candidateTaken: (by, reference) =>
    `${by ?? 'Ein anderer Betreuer'} hat ihn schon aufgenommen, als ${reference}.`,
  noDeadDelivery: (id) => `Eine gescheiterte Zustellung mit der Nummer ${id} gibt es nicht.`,

  nothingToWatch: () => 'Unter diesem Namen gibt es nichts zu beobachten.',
  notWatched: () => 'Das wird nicht beobachtet.',
  noSuchWatch: () => 'Unter dieser Nummer beobachtest du nichts.',
  watchAboutMissing: () => 'Wähle alles oder eine Datenart.',
  serversOnly: () => 'Das geht nur auf Servern.',
  managersOnly: () => 'Das geht nur mit dem Recht „Server verwalten“ auf diesem Server.',
  serverInstallOnly: () => 'Das geht nur auf Servern, die den Bot hinzugefügt haben.',
  channelElsewhere: () => 'Bitte wähle einen Kanal dieses Servers.',
  channelWithoutPosts: () =>
    'In diesem Kanal selbst kann niemand schreiben. Wähle einen Textkanal oder einen Beitrag oder Thread darin.',
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
  hostDisguised: (sign, reading) =>
    `Im Host der Adresse steht ${sign}, was ein Browser als „${reading}“ liest: Kopiere die Adresse aus einem Browser.`,
  hostNotPublic: (host) => `Der Host der Adresse, ${host}, ist nicht im öffentlichen Web.`,
  noHostName: (host) => `Der Host der Adresse, ${host}, ist kein Hostname.`,

  referencesTooLong: (most) => `Das sind mehr als ${most} Zeichen: Lass weg, was keine Literaturangabe ist.`,
  tooManyReferences: (most) => `Das sind mehr als ${most} Literaturangaben.`,
  bibtexUnreadable: (line, key, fault) =>
    `Der Eintrag${key === '' ? '' : ` „${key}“`} in Zeile ${line} ${BIBTEX_FAULTS[fault]}.`,
  referenceUnnamed: (line, key) =>
    `Der Eintrag${key === '' ? '' : ` „${key}“`} in Zeile ${line} hat weder einen Titel noch eine Kennung.`,
  referenceNotThere: (line, id) =>
    `Zeile ${line} nennt „[${id}]“: Unter den Literaturangaben hier gibt es das nicht.`,
  noReference: (line, text) =>
    `Zeile ${line} ist keine Literaturangabe: „${text}“. Schreib eine DOI, eine Nummer von arXiv oder PubMed oder eine Adresse allein in die Zeile, oder BibTeX oder RIS.`,
  fileTooLarge: (most) => `Die Datei hat mehr als ${most} Bytes: Lass weg, was keine Literaturangabe ist.`,
  fileUnreadable: () => 'Die Datei ließ sich nicht lesen: Füge ihren Inhalt ein.',
  fileUnreachable: () =>
    'Die Datei ließ sich nicht von Discord abrufen: Versuche es noch einmal, oder füge ihren Inhalt ein.',

  typeUnfit: (types, isMissing) =>
    `${isMissing ? 'Das fehlt. ' : ''}Gib ${types.map((type) => TYPES[type] ?? type).join(' oder ')} an.`,
  noneOf: (values, isMissing) => `${isMissing ? 'Das fehlt. ' : ''}Gib eines davon an: ${values.join(', ')}.`,
  tooShort: () => 'Gib mindestens ein Zeichen an.',
  tooLong: (most) => `Gib höchstens ${most} Zeichen an.`,
  tooManyEntries: (most) => `Gib höchstens ${most} Einträge an.`,
  noEntries: () => 'Gib mindestens einen Eintrag an.',
  tooLow: (least) => `Gib mindestens ${least} an.`,
  tooHigh: (most) => `Gib höchstens ${most} an.`,
  dateUnfit: () => 'Gib ein Datum an, etwa 2020-10-07, 2020-10 oder 2020.',
  dateUnclear: (typed, one, other) =>
    `Gib das Datum als ${one} oder als ${other} an: „${typed}“ kann beides bedeuten.`,
  slugUnfit: () => 'Gib Kleinbuchstaben, Ziffern und einzelne Bindestriche an.',
  countryUnfit: () => 'Gib den Code eines Landes nach ISO 3166-1 alpha-2 an, etwa DE.',
  nameUnknown: () => 'Dieser Name ist hier nicht bekannt.',

  noDoi: () => 'Gib einen DOI an, etwa 10.5281/zenodo.1234.',
  nothingToChange: () => 'Nenne mindestens eine Änderung.',
  noResourceToEdit: () =>
    'Hier gibt es keinen vorgeschlagenen Eintrag zu bearbeiten: Diese Einreichung ist von anderer Art.',
  noChangesToEdit: () =>
    'Hier gibt es keine vorgeschlagenen Änderungen zu bearbeiten: Diese Einreichung ist von anderer Art.',
  sourcesUnlisted: (slugs) =>
    `Nicht in der Liste: ${slugs.join(', ')}. Gib als Ursprung an, was nicht in der Liste steht.`,
  sourceUnlisted: () => 'Etwas davon steht nicht in der Liste: Gib es als Ursprung an.',
  derivedFromItself: () => 'Der Eintrag würde seine eigenen Daten enthalten, direkt oder über andere.',
  versionUnfit: () => 'Gib zwei Zahlen an, etwa 3.1.',
  versionNotLater: (latest) => `Die neueste ist ${latest}: Gib eine spätere an.`,
}
