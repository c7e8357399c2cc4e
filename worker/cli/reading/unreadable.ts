/** A file or a record that cannot be read. The message is the reason. */
export class Unreadable extends Error {}
