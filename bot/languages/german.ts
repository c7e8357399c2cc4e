import { type FieldName, fieldAt } from '../../schema/field-path.ts'
import type { FinalState } from '../../schema/refusals.ts'
import type { Words } from './english.ts'

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

  refusals: {
    noSuchSlug: (slug) => `Nichts in der Liste hat den Kurznamen „${slug}“.`,
    noSuchSlugThen: (slug) => `Zu diesem Zeitpunkt hatte nichts in der Liste den Kurznamen „${slug}“.`,
    nothingCalled: (text) =>
      `Nichts in der Liste heißt „${text}“. Versuche es mit einem Teil des Namens, mit Adresse oder DOI.`,
    nothingCalledBut: (text, nearest) =>
      `Nichts in der Liste heißt „${text}“. Am nächsten ${nearest.length === 1 ? 'kommt' : 'kommen'}: ${nearest.map((name) => `„${name}“`).join(', ')}.`,
    twiceTheSame: (name) => `Beide Male ist das „${name}“: Wähle zwei verschiedene Einträge.`,
    noSuchRelease: (version) => `Eine Ausgabe „${version}“ gibt es nicht.`,
    momentToCome: () => 'Dieser Zeitpunkt liegt noch in der Zukunft.',

    blocked: () => 'Jemand, der das Register pflegt, hat deine Einsendungen gesperrt.',
    enoughToday: (most) => `Für heute ist Schluss: höchstens ${most} Einsendungen am Tag.`,
    tooFast: () => 'Nicht so schnell: Bitte warte eine Minute.',
    addressListed: (slug) => `Diese Adresse steht schon in der Liste, als „${slug}“.`,
    addressTakenOff: (slug) =>
      `Diese Adresse stand als „${slug}“ in der Liste und wurde herausgenommen. Wer das Register pflegt, kann sie wieder aufnehmen.`,
    addressWaits: () => 'Zu dieser Adresse wartet schon eine Einsendung auf eine Entscheidung.',
    addressTaken: () => 'Diese Adresse steht schon in der Liste oder wartet in einer anderen Einsendung.',
    keyReused: () => 'Unter diesem Schlüssel kam schon einmal eine andere Einsendung.',
    draftGone: () =>
      'Diesen Entwurf gibt es nicht mehr: Er wurde gesendet oder verworfen, oder er ist über einen Tag alt.',

    noSuchSubmission: (key) => `Es gibt keine Einsendung „${key}“, die du sehen kannst.`,
    submissionChanged: () => 'Diese Einsendung hat sich geändert, seit du sie angesehen hast.',
    tooManyAtOnce: () => 'Hier wird gerade zu viel auf einmal geändert: Bitte sieh noch einmal nach.',
    decidedBefore: (by, state, at) =>
      `${by || 'Jemand, der das Register pflegt,'} hat das schon am ${moment(at)} ${STATES[state]}.`,
    overAlready: (state) => `Diese Einsendung wurde schon ${STATES[state]}.`,
    noOpenQuestion: () => 'Zu dieser Einsendung ist keine Frage offen.',
    undecided: () => 'Über diese Einsendung ist noch nicht entschieden, also gibt es nichts zurückzunehmen.',

    maintainersOnly: () => 'Das kann nur, wer das Register pflegt.',
    wordsMissing: () => 'Wer ablehnt oder nachfragt, muss etwas dazu schreiben.',
    recordChanged: () => 'Der Eintrag hat sich inzwischen geändert: Bitte sieh ihn dir noch einmal an.',
    recordMovedOn: (version, from) =>
      `Der Eintrag hat sich inzwischen geändert: Er ist bei Fassung ${version}, das hier ging von Fassung ${from} aus.`,
    noSuchChange: (sequence) => `Eine Änderung ${sequence} an einem Eintrag gibt es nicht.`,
    noSuchChangeOfIt: (sequence) => `Eine Änderung ${sequence} an diesem Eintrag gibt es nicht.`,
    changedLater: (fields) =>
      `Spätere Änderungen betreffen dasselbe: ${fields.map((field) => FIELDS[field]).join(', ')}. Berichtige es stattdessen.`,
    nobodyToBlock: () => 'In dieser Einsendung ist niemand genannt, also lässt sich auch niemand sperren.',
    noSuchClaim: () => 'Diese Angabe gibt es nicht.',
    addressNotSettled: () =>
      'Eine Adresse wird durch eine Berichtigung geändert: Dabei wird geprüft, wer sie sonst noch hat.',
    claimUnfit: () => 'Was diese Quelle sagt, passt so nicht in das Feld.',
    statedAlready: () => 'Das steht schon so im Eintrag.',
    discordIdUnfit: () => 'Eine Nutzer-ID bei Discord hat 15 bis 20 Ziffern: Kopiere sie aus dem Profil.',
    noSuchMaintainer: (discordId) => `Niemand mit der Discord-ID ${discordId} pflegt das Register.`,
    nothingToRelease: (latest) => `Seit Ausgabe ${latest} hat sich nichts geändert.`,
    releaseExists: (version) => `Eine Ausgabe ${version} gibt es schon.`,
    noDeadDelivery: (id) => `Eine Zustellung ${id}, die aufgegeben wurde, gibt es nicht.`,

    nothingToWatch: () => 'Unter diesem Namen gibt es nichts zu beobachten.',
    notWatched: () => 'Das wird nicht beobachtet.',
    noSuchWatch: () => 'Unter dieser Nummer beobachtest du nichts.',

    empty: (called) => `${CALLED[called]} ist leer.`,
    tooManyMarks: (called, most) => `${CALLED[called]} hat mehr als ${most} Akzente auf einem Buchstaben.`,
    unwanted: (called, kind, code, before) =>
      `${CALLED[called]} enthält ${before === '' ? 'am Anfang' : `nach „${before}“`} ${UNWANTED[kind]} (${code}).`,

    noAddress: () =>
      'Eine Adresse beginnt mit https:// oder http://; statt ihrer geht auch eine DOI oder arXiv-Nummer.',
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

    noDoi: () => 'Gib eine DOI an, etwa 10.5281/zenodo.1234.',
    nothingToChange: () => 'Nenne mindestens eine Änderung.',
    noResourceToEdit: () =>
      'Hier gibt es keinen vorgeschlagenen Eintrag zu bearbeiten: Diese Einsendung ist von anderer Art.',
    noChangesToEdit: () =>
      'Hier gibt es keine vorgeschlagenen Änderungen zu bearbeiten: Diese Einsendung ist von anderer Art.',
    sourcesUnlisted: (slugs) =>
      `Nicht in der Liste: ${slugs.join(', ')}. Gib als Ursprung an, was nicht in der Liste steht.`,
    sourceUnlisted: () => 'Etwas davon steht nicht in der Liste: Gib es als Ursprung an.',
    derivedFromItself: () => 'Damit käme der Eintrag über Umwege aus sich selbst.',
    versionUnfit: () => 'Gib zwei Zahlen an, etwa 3.1.',
    versionNotLater: (latest) => `Die neueste ist ${latest}: Gib eine spätere an.`,
  },
  fault: (field, sentence) => `${FIELDS[fieldAt(field)]}: ${sentence}`,
}

/** "23.11.2026 um 10:05 UTC" */
const moment = (iso: string) =>
  `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} um ${iso.slice(11, 16)} UTC`

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

/** What can be at fault. */
const FIELDS: Record<FieldName, string> = {
  name: 'Name',
  url: 'Adresse',
  organization: 'Organisation',
  'availability.ct': 'CT',
  'availability.xray': 'Röntgen',
  'availability.mrt': 'MRT',
  'availability.ultrasound': 'Ultraschall',
  'availability.metadata': 'Metadaten',
  'availability.caseReview': 'Fallberichte',
  license: 'Lizenz',
  licenseSpdx: 'Lizenz in der SPDX-Liste',
  access: 'Zugang',
  counts: 'Umfang',
  'counts.text': 'Umfang',
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
  slug: 'Kurzname',
  resource: 'Vorschlag',
  changes: 'Änderungen',
  version: 'Fassung',
  reason: 'Begründung',
  text: 'Antwort',
  note: 'Bemerkung',
  source: 'Quelle',
  value: 'Wert',
  contact: 'Kontakt',
  release: 'Ausgabe',
  at: 'Zeitpunkt',
}
