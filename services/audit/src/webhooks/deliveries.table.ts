import { derivedUuid, type Position, type RecordedEvent } from '@parley/event-store';
import { instantFromMillis, type Instant, type Tier } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import type { DeliveryState } from './webhooks.rules';

/** What was sent to a receiver of one event, or waits to be. */
export interface Delivery {
  readonly messageId: string;
  readonly place: string;
  readonly eventId: string;
  readonly caseId: string;
  readonly type: string;
  readonly tier: Tier;
  readonly tries: number;
  /** What the receiver answered last; `null` while it was not asked. */
  readonly answer: string | null;
  readonly state: DeliveryState;
  /** The last try. */
  readonly at: Instant;
}

interface Sending {
  readonly event: RecordedEvent;
  readonly caseId: string;
  /** The position after which the event comes. */
  readonly before: Position;
  readonly body: string;
}

interface Row {
  readonly message_id: string;
  readonly place: string;
  readonly event_id: string;
  readonly case_id: string;
  readonly type: string;
  readonly tier: Tier;
  readonly body: string | null;
  readonly tries: number;
  readonly answer: string | null;
  readonly state: DeliveryState;
  readonly at: Date;
}

/** Milliseconds for which the page of deliveries keeps what was taken: 90 days. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

/** The id of a message is the same each time it is sent to its receiver, and tells nothing about other receivers. */
export const messageIdOf = (receiverId: string, eventId: string): string => derivedUuid('webhook', receiverId, eventId);

/** What was sent to receivers: rows with which nothing is lost, and nothing is told in other words the second time. */
export class Deliveries {
  constructor(private readonly database: DataSource) {}

  /** Notes that a message is sent now. @returns its body: as it was first, as long as it was not taken */
  async begin(receiverId: string, { event, caseId, before, body }: Sending, now: Instant): Promise<string> {
    const [row] = await this.database.query<Row[]>(
      `INSERT INTO audit.webhook_deliveries AS delivery
         (receiver_id, message_id, event_id, case_id, type, tier, before, body, tries, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)
       ON CONFLICT (receiver_id, message_id) DO UPDATE
         SET tries = delivery.tries + 1, at = excluded.at, state = 'waiting', body = coalesce(delivery.body, excluded.body)
       RETURNING *`,
      [
        ...[receiverId, messageIdOf(receiverId, event.eventId), event.eventId, caseId, event.type, event.tier],
        ...[before, body, now],
      ],
    );
    return row?.body ?? body;
  }

  /** Notes why a receiver did not take a message. */
  async failed(receiverId: string, messageId: string, answer: string): Promise<void> {
    await this.database.query(
      'UPDATE audit.webhook_deliveries SET answer = $3 WHERE receiver_id = $1 AND message_id = $2',
      [receiverId, messageId, answer],
    );
  }

  /** Notes that a message which was not taken is not sent any more, since its reader may not read it. */
  async withhold(receiverId: string, messageId: string): Promise<void> {
    await this.database.query(
      `UPDATE audit.webhook_deliveries SET state = 'withheld', body = NULL
       WHERE receiver_id = $1 AND message_id = $2 AND state = 'waiting'`,
      [receiverId, messageId],
    );
  }

  /** The position after which a message of a receiver comes; `undefined` where it has no such message. */
  async positionBefore(receiverId: string, messageId: string): Promise<Position | undefined> {
    const [row] = await this.database.query<{ before: Position }[]>(
      'SELECT before FROM audit.webhook_deliveries WHERE receiver_id = $1 AND message_id = $2',
      [receiverId, messageId],
    );
    return row?.before;
  }

  /** The last one first. @param from only what stands before this place */
  async of(receiverId: string, limit: number, from: string | undefined): Promise<readonly Delivery[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT * FROM audit.webhook_deliveries
       WHERE receiver_id = $1 AND ($2::bigint IS NULL OR place < $2) ORDER BY place DESC LIMIT $3`,
      [receiverId, from ?? null, limit],
    );
    return rows.map(deliveryOf);
  }

  async forgetOld(now: Instant): Promise<void> {
    await this.database.query(
      `DELETE FROM audit.webhook_deliveries
       WHERE state <> 'waiting' AND at < $1::timestamptz - $2 * interval '1 millisecond'`,
      [now, KEPT_MS],
    );
  }
}

const deliveryOf = ({ message_id, event_id, case_id, at, body: _, ...row }: Row): Delivery => ({
  ...row,
  messageId: message_id,
  eventId: event_id,
  caseId: case_id,
  at: instantFromMillis(at.getTime()),
});
