import { domainEventOf, type RecordedEvent, type StreamName } from '@parley/event-store';
import type { Actor, Instant, Sha256, Text, Tier } from '@parley/kernel';
import { tableIn } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import type { MessageDismissed } from './dismissal.rules';

/** A dismissed message, as it stands on record. */
export interface DismissedMessage {
  readonly work: string;
  readonly id: string;
  readonly key: string;
  readonly digest: Sha256;
  readonly failure: string | null;
  readonly reason: readonly Text[];
  readonly by: Actor;
  readonly at: Instant;
  readonly tier: Tier;
  /** Where it stands. */
  readonly stream: StreamName;
}

/**
 * Moves dismissed messages out of the work into a table beside it. Doing it twice has the same effect. It runs in a
 * transaction, so that it sees work that is being added meanwhile, or that work sees it.
 */
export async function noteDismissed(manager: EntityManager, events: readonly RecordedEvent[]): Promise<void> {
  const dismissed = events.filter(({ type }) => type === 'MessageDismissed');
  if (dismissed.length > 0) await manager.query(`LOCK TABLE ${tableIn(manager, 'work')} IN SHARE ROW EXCLUSIVE MODE`);
  for (const event of dismissed) {
    const said = dismissedIn(event);
    await manager.query(
      `WITH gone AS (DELETE FROM ${tableIn(manager, 'work')} WHERE kind = $1 AND id = $2 RETURNING body)
       INSERT INTO ${tableIn(manager, 'dismissed')} (kind, id, said, body, at)
       VALUES ($1, $2, $3, (SELECT body FROM gone), $4) ON CONFLICT DO NOTHING`,
      [said.work, said.id, JSON.stringify(said), said.at],
    );
  }
}

/** The message that an event dismissed. */
export function dismissedIn(event: RecordedEvent): DismissedMessage {
  const { data, occurredAt: at, tier } = domainEventOf(event) as MessageDismissed;
  const { work, id, key, digest, failure, reason } = data;
  return { work, id, key, digest, failure, reason, by: event.actor, at, tier, stream: event.stream as StreamName };
}

/** The dismissed messages, newest first; no more than `limit`. */
export async function dismissedMessages(manager: EntityManager, limit: number): Promise<readonly DismissedMessage[]> {
  const rows: { said: DismissedMessage }[] = await manager.query(
    `SELECT said FROM ${tableIn(manager, 'dismissed')} ORDER BY at DESC, kind, id LIMIT $1`,
    [limit],
  );
  return rows.map(({ said }) => said);
}

/** The dismissed message of a kind and id. */
export async function dismissedOf(
  manager: EntityManager,
  kind: string,
  id: string,
): Promise<DismissedMessage | undefined> {
  const rows: { said: DismissedMessage }[] = await manager.query(
    `SELECT said FROM ${tableIn(manager, 'dismissed')} WHERE kind = $1 AND id = $2`,
    [kind, id],
  );
  return rows[0]?.said;
}
