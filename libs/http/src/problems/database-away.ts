const SOCKET_CODES = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];
/**
 * PostgreSQL's codes: connection exceptions, shutting down, crashed, starting up, too many connections, no answer in
 * time.
 */
const SERVER_CODES = /^(08...|57P0[123]|57014|53300)$/;
/** What the driver says without a code. */
const DRIVER_TEXT = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** True for an error that says that the database was not there, not that it refused what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SOCKET_CODES.includes(code) || SERVER_CODES.test(code) || DRIVER_TEXT.test(error.message);
}
