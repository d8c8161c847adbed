import { categoryOf, contextOf, type RecordedEvent } from '@parley/event-store';

/** What an event of a case is, by how it came about. */
export const ENTRY_KINDS = ['act', 'default', 'notice', 'consequence'] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The services whose parts a case has, as the names of its streams begin. */
export const PARTS_OF_A_CASE = ['intake', 'evidence', 'panelreview', 'referral'] as const;

/** The record of what was served on whom. */
const SERVICE = 'intake.service';

type Kept = Pick<RecordedEvent, 'stream' | 'actor' | 'cause' | 'rule' | 'tier' | 'occurredAt'>;

export function kindOf({ stream, actor, cause }: Pick<Kept, 'stream' | 'actor' | 'cause'>): EntryKind {
  if (categoryOf(stream) === SERVICE && actor.kind === 'system') return 'notice';
  if (actor.kind === 'person') return 'act';
  return cause.kind === 'timer' ? 'default' : 'consequence';
}

/** What a reader asks of a history beside its page. */
export interface Narrowing {
  readonly kind?: EntryKind;
  /** The service that recorded it. */
  readonly part?: string;
  readonly tier?: string;
  readonly rule?: string;
  /** The person who did it. */
  readonly by?: string;
  /** The first instant in law, and the first that is too late. */
  readonly from?: string;
  readonly to?: string;
}

/** Whether an event is among those that a reader asks for. It never asks for more than the reader may read. */
export const isAsked = ({ kind, part, tier, rule, by, from, to }: Narrowing, event: Kept): boolean =>
  [
    kind === undefined || kindOf(event) === kind,
    part === undefined || contextOf(event.stream) === part,
    tier === undefined || event.tier === tier,
    rule === undefined || event.rule === rule,
    by === undefined || (event.actor.kind === 'person' && event.actor.personId === by),
    from === undefined || Date.parse(event.occurredAt) >= Date.parse(from),
    to === undefined || Date.parse(event.occurredAt) < Date.parse(to),
  ].every(Boolean);
