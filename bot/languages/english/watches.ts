// Watches and announcements.

export const watchMessages = {
  /** Watches of a channel or a person for changes. */
  watch: {
    everything: 'everything',
    /** The changes announced: the end of the sentences `messages` and `posts`. */
    scope: {
      everything: 'every resource that is added, corrected, moved, withdrawn or restored',
      dataType: (label: string) => `every new or corrected resource with ${label}`,
      wanted: (what: string) => `every new or corrected resource that matches ${what}`,
      resource: (name: string) => `**${name}** when it is corrected, moved, withdrawn or restored`,
    },
    messages: (of: string, isNew: boolean) =>
      `You ${isNew ? 'now' : 'already'} get a direct message for ${of}.`,
    nothingArrives:
      'No message arrives? Discord lets me write to you only if we share a server or you have added me.',
    posts: (channel: string, of: string, isNew: boolean) =>
      `I ${isNew ? 'now' : 'already'} post in ${channel}: ${of}.`,
    unsure: (isThread: boolean) =>
      `I cannot check whether I may post there. Please allow me View Channel and Send Messages${isThread ? ' in Threads' : ''}.`,
    noMessages: (name: string) => `You no longer get messages about ${name}.`,
    noPosts: (channel: string, name: string) => `I no longer post in ${channel} about ${name}.`,
    stillOn: 'Still active:',
    inServer: 'What is posted on this server',
    none: 'Nothing is posted on this server. `/covid-watch add` changes that.',
    stop: 'Stop these messages',
    stopOne: 'Stop one',
    inChannel: (id: string) => `In the channel ${id}`,
  },

  /** A change, announced to a watch. */
  announcement: {
    watching: (name: string) => `watching ${name}`,
    changes: (count: number) => `${count} changes`,
  },
}
export type WatchMessages = typeof watchMessages
