import { weightOf } from '@parley/contracts';
import { categoryOf, contextOf, type RecordedEvent } from '@parley/event-store';
import { eventNameOf } from '@parley/messaging';

/** What an event of a case is: a milestone, or plumbing, or else by how it came about. */
export const ENTRY_KINDS = ['milestone', 'act', 'default', 'notice', 'consequence', 'plumbing'] as const;
/** What a reader asks for: one kind, or all of them. */
export const ASKED_KINDS = [...ENTRY_KINDS, 'all'] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The services whose parts a case has, as the names of its streams begin. */
export const PARTS_OF_A_CASE = ['intake', 'evidence', 'panelreview', 'referral'] as const;

/** The record of what was served on whom. */
const SERVICE = 'intake.service';

type Kept = Pick<RecordedEvent, 'stream' | 'type' | 'actor' | 'cause' | 'rule' | 'tier' | 'occurredAt'>;

export function kindOf(event: Pick<Kept, 'stream' | 'type' | 'actor' | 'cause'>): EntryKind {
  const { stream, actor, cause } = event;
  const weight = weightOf(eventNameOf(event));
  if (weight) return weight;
  if (categoryOf(stream) === SERVICE && actor.kind === 'system') return 'notice';
  if (actor.kind === 'person') return 'act';
  return cause.kind === 'timer' ? 'default' : 'consequence';
}

/** What a reader asks of a history beside its page. */
export interface Narrowing {
  /** All but plumbing when left out. */
  readonly kind?: (typeof ASKED_KINDS)[number];
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
    isOfKind(kind, kindOf(event)),
    part === undefined || contextOf(event.stream) === part,
    tier === undefined || event.tier === tier,
    rule === undefined || event.rule === rule,
    by === undefined || (event.actor.kind === 'person' && event.actor.personId === by),
    from === undefined || Date.parse(event.occurredAt) >= Date.parse(from),
    to === undefined || Date.parse(event.occurredAt) < Date.parse(to),
  ].every(Boolean);

function isOfKind(asked: Narrowing['kind'], kind: EntryKind): boolean {
  if (asked === undefined) return kind !== 'plumbing';
  return asked === 'all' || kind === asked;
}
