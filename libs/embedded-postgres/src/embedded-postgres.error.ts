export type EmbeddedPostgresProblem =
  /** There are no binaries for this platform, or they cannot run. */
  | 'binaries-missing'
  /** The folder, or one above it, keeps out the user that PostgreSQL runs as. */
  | 'data-folder-closed'
  | 'data-folder-unwritable'
  /** Another running process serves this folder. */
  | 'data-folder-in-use'
  /** The folder was to hold data already, and holds none. */
  | 'data-missing'
  | 'port-taken'
  /** PostgreSQL itself gave up; the message quotes its last words. */
  | 'failed';

/** Why the embedded PostgreSQL does not run. The message is one sentence for the person at the terminal. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly problem: EmbeddedPostgresProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
