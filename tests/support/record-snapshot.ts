import { createHash } from 'node:crypto';
import { clientsOf } from './clients-of';
import { Client } from './client';
import { everyItem } from './every-item';

interface Event {
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  readonly commitment: string;
}

/**
 * Everything in the record, as those who may read it see it: cases, every event of their histories, drafts, the public
 * log. Each has a line with a digest of all that is shown.
 */
export async function recordSnapshot(url: string): Promise<readonly string[]> {
  const clients = await clientsOf(url, 'us-registry', 'us-auditor', 'us-desk', 'cn-desk');
  const cases = await everyItem<{ readonly id: string; readonly status: string }>(clients['us-registry'], '/v1/cases');
  const events = (
    await Promise.all(
      cases.map(({ id }) => everyItem<Event>(clients['us-auditor'], `/v1/cases/${id}/history?kind=all`)),
    )
  ).flat();
  const drafts = (
    await Promise.all(
      [clients['us-desk'], clients['cn-desk']].map((desk) =>
        desk.read<{ items: readonly { id: string }[] }>('/v1/drafts'),
      ),
    )
  ).flatMap(({ items }) => items);
  const { items: log } = await Client.public(url).read<{ items: readonly { serial: number; kind: string }[] }>(
    '/v1/docket/log',
  );
  return [
    ...cases.map((line) => `case ${line.id} ${line.status} ${digestOf(line)}`),
    ...events.map((event) => `event ${event.eventId} ${event.stream} ${event.type} ${digestOf(event)}`),
    ...drafts.map((draft) => `draft ${draft.id} ${digestOf(draft)}`),
    ...log.map((entry) => `public ${entry.serial} ${entry.kind} ${digestOf(entry)}`),
  ];
}

const digestOf = (shown: object): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
