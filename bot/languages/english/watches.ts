// Watches and announcements.

export const watchMessages = {
  /** Watches of a channel or a person for changes. */
  watch: {
    everything: 'everything',
    /** The changes announced: the end of the sentences `messages` and `posts`. */
    scope: {
      everything: 'every resource that is listed, corrected, moved, withdrawn or restored',
      dataType: (label: string) =>
        `every resource that comes to have ${label}: a new one, or one that is corrected`,
      wanted: (what: string) => `every resource that comes to be this, new or corrected: ${what}`,
      resource: (name: string) => `**${name}** when it is corrected, moved, withdrawn or restored`,
    },
    messages: (of: string, isNew: boolean) =>
      `${isNew ? 'You get' : 'This is on already: you get'} a direct message for ${of}.`,
    nothingArrives:
      'Nothing arrives? Discord lets a bot write to you only if you share a server with it or have added it.',
    posts: (channel: string, of: string, isNew: boolean) =>
      `${isNew ? 'From now on I post' : 'This is on already: I post'} in ${channel} ${of}.`,
    unsure: (isThread: boolean) =>
      `I can’t see from here whether I may post there: allow me View Channel and Send Messages${isThread ? ' in Threads' : ''}.`,
    noMessages: (name: string) => `You get no messages about ${name} any more.`,
    noPosts: (channel: string, name: string) => `Nothing is posted in ${channel} about ${name} any more.`,
    stillOn: 'This is still on:',
    inServer: 'What is posted in this server',
    none: 'Nothing is posted in this server. `/covid-watch add` changes that.',
    stop: 'Stop these messages',
    stopOne: 'Stop one',
    inChannel: (id: string) => `In the channel ${id}`,
  },

  /** A change, announced to a watch. */
  announcement: {
    watching: (name: string) => `watching ${name}`,
  },
}
export type WatchMessages = typeof watchMessages
