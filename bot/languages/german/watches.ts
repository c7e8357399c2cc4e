import type { WatchMessages } from '../english/watches.ts'

export const watchMessages: WatchMessages = {
  watch: {
    everything: 'alles',
    scope: {
      everything:
        'sobald ein Datensatz aufgenommen, korrigiert, gestrichen oder wieder aufgenommen wird oder umzieht',
      dataType: (label) => `sobald ein neuer oder korrigierter Datensatz ${label} enthält`,
      wanted: (what) => `sobald ein neuer oder korrigierter Datensatz so ist: ${what}`,
      resource: (name) =>
        `sobald **${name}** korrigiert, gestrichen oder wieder aufgenommen wird oder umzieht`,
    },
    messages: (of, isNew) => `${isNew ? 'Du' : 'Das läuft schon: Du'} bekommst eine Direktnachricht, ${of}.`,
    nothingArrives:
      'Es kommt nichts an? Bei Discord darf dir ein Bot nur schreiben, wenn ihr auf demselben Server seid oder du ihn hinzugefügt hast.',
    posts: (channel, of, isNew) =>
      `${isNew ? 'Ab jetzt melde ich mich' : 'Das läuft schon: Ich melde mich'} in ${channel}, ${of}.`,
    unsure: (isThread) =>
      `Ob ich dort schreiben darf, sehe ich von hier aus nicht: Erlaube mir „Kanal ansehen“ und „${isThread ? 'Nachrichten in Threads senden' : 'Nachrichten senden'}“.`,
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
    changes: (count) => `${count} Änderungen`,
  },
}
