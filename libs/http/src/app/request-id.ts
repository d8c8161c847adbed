import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What stands in front may have given a request an id; anything longer or stranger is not let into the log. */
const GIVEN = /^[\w.-]{8,64}$/;

/** The id of a request: that of its `X-Request-Id` where a gateway gave it one, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}
