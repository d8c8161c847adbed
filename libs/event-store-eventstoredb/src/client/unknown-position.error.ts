/** EventStoreDB has no record at a position: a checkpoint belongs to another store, or was altered. */
export class UnknownPositionError extends Error {
  override readonly name = 'UnknownPositionError';
}
