import type { RecordedEvent } from '@parley/event-store';

/** An event as its bytes have it, and who did it. */
export interface Said {
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  /** The side of the person who did it; `null` where nobody did, or somebody of no side. */
  readonly party: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What stands in the record, read as bytes and without any of the code that wrote it. */
export const said = (events: readonly RecordedEvent[]): readonly Said[] =>
  events.map(({ type, occurredAt, recordedAt, payload, actor }) => ({
    type,
    at: occurredAt,
    recordedAt,
    party: actor.kind === 'person' ? actor.party : null,
    data: JSON.parse(Buffer.from(payload).toString('utf8')) as Said['data'],
  }));

export const saidIn = (steps: readonly { readonly recorded: RecordedEvent }[]): readonly Said[] =>
  said(steps.map(({ recorded }) => recorded));

/** A limit as it stands in the bytes of the event that opens it. */
export interface SaidLimit {
  readonly id: string;
  readonly clock: string;
  readonly track?: string;
  readonly dueAt: string;
  readonly changes?: readonly { readonly kind: string; readonly by?: number }[];
}

export const opensOf = ({ data }: Said): readonly SaidLimit[] => (data['opens'] ?? []) as readonly SaidLimit[];
