import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../support/client';
import type { KnownClients } from './known-clients';

/** One request, which may have to be sent many times. */
export interface Sendable {
  readonly user: string;
  readonly path: string;
  readonly body: object;
  readonly key: string;
}

export interface Acknowledged {
  readonly answer: Answer;
  /**
   * How often it had to be sent again because nobody answered, or because the process that answered could not do it.
   */
  readonly again: number;
}

export interface Patience {
  /** Milliseconds in which one answer must come. */
  readonly answerMs: number;
  /** Milliseconds in which it must be acknowledged in the end. */
  readonly giveUpMs: number;
  readonly pauseMs: number;
}

/** Longer than a broker or a database takes to come back on a busy machine. */
export const PATIENCE: Patience = { answerMs: 10_000, giveUpMs: 240_000, pauseMs: 250 };

/**
 * Statuses for not there yet, not its turn yet, and too many requests. Another service may first have to hear of
 * something, which may take its time.
 */
const NOT_YET = new Set([404, 409, 429]);

/**
 * Sends a request until it is acknowledged, always under the same key and with the same body. Any program has to do so,
 * since without an answer it cannot know whether the act was done.
 * @throws with the last answer when it is refused for good, or when it takes too long
 */
export async function sendUntilAcknowledged(
  clients: KnownClients,
  { user, path, body, key }: Sendable,
  patience: Patience = PATIENCE,
): Promise<Acknowledged> {
  const began = performance.now();
  for (let again = 0; ;) {
    const said = await clientsAnswer(clients, user, path, body, { key, timeoutMs: patience.answerMs });
    if (typeof said !== 'string') {
      if (said.status < 300) return { answer: said, again };
      if (said.status === 401) clients.forget(user);
      else if (said.status < 500 && !NOT_YET.has(said.status)) throw new Error(`refused with ${wordsOf(said)}`);
    }
    if (typeof said === 'string' || said.status >= 500) again += 1;
    if (performance.now() - began > patience.giveUpMs)
      throw new Error(`not acknowledged in ${String(patience.giveUpMs / 1_000)} s, last ${wordsOf(said)}`);
    await sleep(patience.pauseMs);
  }
}

async function clientsAnswer(
  clients: KnownClients,
  user: string,
  path: string,
  body: object,
  sending: { readonly key: string; readonly timeoutMs: number },
): Promise<Answer | string> {
  try {
    return await (await clients.of(user)).post(path, body, sending);
  } catch (failure) {
    // The process that was to answer is gone or slow, so nobody knows whether the act was done.
    return failure instanceof Error ? failure.message : String(failure);
  }
}

const wordsOf = (said: Answer | string): string =>
  typeof said === 'string' ? said : `${String(said.status)} ${JSON.stringify(said.body)}`;
