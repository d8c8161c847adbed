const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);
/** Shut down by an operator, crashed, starting up, out of connections for the moment. */
const SERVER_CODES = new Set(['57P01', '57P02', '57P03', '53300']);

/** True when an error says that the database was away; false when the database refused what was asked. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    SOCKET_CODES.has(code) ||
    SERVER_CODES.has(code) ||
    code.startsWith('08') ||
    /connection (terminated|ended)|timeout (exceeded|expired)|query read timeout/i.test(error.message)
  );
}
