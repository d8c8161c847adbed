import { setTimeout as delay } from 'node:timers/promises';
import type { Bilingual } from '@parley/kernel';
import { Declined } from '../report/declined';
import { named, NotAsked } from '../report/not-asked';
import { called } from './called';
import { tokensOf, type Identity } from './identity';

/** What is told of an event: where it belongs and where it is read. */
export interface FollowedEvent {
  readonly eventId: string;
  readonly caseId: string;
  readonly docketNumber: string | null;
  readonly type: string;
  readonly occurredAt: string;
  readonly tier: string;
  readonly link: string;
  /** Where its proof by the log is, for who is given proofs. */
  readonly proof?: string;
}

/** An event with the id by which one goes on after it. */
export interface Followed {
  readonly id: string;
  readonly event: FollowedEvent;
}

/** Milliseconds before a stream that ended is opened again, as the server asks. */
const RETRY_MS = 2_000;

/**
 * Follows the events of all cases that the caller reads. A stream that ends is opened again where it was, with a new
 * token, until the caller of this stops.
 * @param after the last id that is known; what is recorded from now on when left out
 * @throws Declined, and NotAsked while no stream was open yet
 */
export async function* followEvents(identity: Identity, after: string | undefined): AsyncGenerator<Followed> {
  const token = tokensOf(identity);
  let [last, wasOpen] = [after, false];
  for (;;) {
    try {
      const stream = await opened(identity, await called(token), last);
      wasOpen = true;
      for await (const { id, data } of messagesIn(stream)) {
        last = id;
        if (data !== '') yield { id, event: JSON.parse(data) as FollowedEvent };
      }
    } catch (error) {
      // What breaks off is opened again. What is refused, or never began, is for a person to look at.
      if (!wasOpen || error instanceof Declined) throw error;
    }
    await delay(RETRY_MS);
  }
}

async function opened({ url, purpose }: Identity, token: string, after: string | undefined) {
  const answer = await fetch(`${url.replace(/\/$/, '')}/v1/events`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(purpose === undefined ? {} : { 'parley-purpose': purpose }),
      ...(after === undefined ? {} : { 'last-event-id': after }),
    },
  }).catch(() => {
    throw new NotAsked('not-reachable', named(`${url}/v1/events`));
  });
  if (answer.ok && answer.body) return answer.body;
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; messages?: Bilingual };
  if (problem.code !== undefined && problem.messages && answer.status < 500)
    throw new Declined(problem.code, problem.messages);
  throw new NotAsked('not-reachable', named(`${url}/v1/events: ${String(answer.status)}`));
}

/** The messages of a stream of server-sent events, those without data as well, since they move the id on. */
export async function* messagesIn(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly id: string; readonly data: string }> {
  const decoder = new TextDecoder();
  let [text, id] = ['', ''];
  for await (const bytes of stream) {
    text += decoder.decode(bytes, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const lines = message.split('\n');
      const field = (name: string): readonly string[] =>
        lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
      id = field('id').at(-1) ?? id;
      yield { id, data: field('data').join('\n') };
    }
  }
}
