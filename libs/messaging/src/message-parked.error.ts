/**
 * Told to who keeps the log when a message is parked: its case stands still until it is handled. The cause is what its
 * handler threw last.
 */
export class MessageParkedError extends Error {
  override readonly name = 'MessageParkedError';

  constructor(group: string, id: string, tries: number, cause: unknown) {
    super(`message ${id} is parked in ${group} after ${tries} tries`, { cause });
  }
}
