/** A connection string cannot be understood. The message is one sentence and never holds the password. */
export class EventStoreAddressError extends Error {
  override readonly name = 'EventStoreAddressError';
}
