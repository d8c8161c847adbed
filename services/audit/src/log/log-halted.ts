/**
 * Why the log signs nothing more. Each of these means that something which may never change is not as it was, and that
 * to go on could show two readers two pasts.
 */
export const HALTED = {
  database:
    'The files of the transparency log have a checkpoint that the database of the audit does not know: the ' +
    'database is older than the files. Nothing is signed until both are of the same moment',
  files:
    'The files of the transparency log do not have the last checkpoint of the database of the audit, or have ' +
    'another one: the files are older, or of another log. Nothing is signed until both are of the same moment',
  store:
    'The event store does not have the events that the transparency log has: it is older than the log, or another ' +
    'one. Nothing is signed until it has them again',
  altered:
    'An event does not give the commitment that is kept with it: it was altered in the event store. Nothing is ' +
    'signed over it',
  witnessed:
    'A witness has cosigned a checkpoint of this log that has more entries than the log: database, files and event ' +
    'store are all of an earlier moment. Nothing is signed until they have what the witness has seen',
  forked:
    'A witness has cosigned another past of this log than its files have. Nothing is signed until people have found ' +
    'out which one holds',
} as const;

export class LogHalted extends Error {
  override readonly name = 'LogHalted';

  constructor(
    readonly why: keyof typeof HALTED,
    about: string,
  ) {
    super(`${HALTED[why]} (${about}).`);
  }
}
