import { referral, sayDeadline, tell } from '@parley/contracts';
import { categoryOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks } from '@parley/procedure';
import { REGISTER_CATEGORY } from '../application/streams';

/**
 * What an event starts, moves and ends of clocks, for the notice that both parties are served of it (I-06) and for
 * everybody's agenda. Of an event that touches no clock nothing is told, but for one after which the other party's word
 * is awaited, and for a default that is set aside.
 */
export function clocksMovedBy(
  recorded: RecordedEvent,
  { type, data, rule, occurredAt }: DomainEvent<string, object>,
): readonly PublicEvent[] {
  const { opens = [], closes = [] }: Partial<MovesClocks> = data;
  if (opens.length === 0 && closes.length === 0 && !TOLD_ALL_THE_SAME.includes(type)) return [];
  const moved = {
    caseId: streamIdOf(recorded.stream),
    at: occurredAt,
    event: type,
    rule,
    opens: opens.map(sayDeadline),
    closes: [...closes],
    ofRegister: categoryOf(recorded.stream) === REGISTER_CATEGORY,
  };
  return [tell(recorded, referral.ClocksMovedSchema, moved, { tier: 'PARTIES' })];
}

const TOLD_ALL_THE_SAME: readonly string[] = ['DateMoveProposed', 'SettlementTextSigned', 'DefaultSetAside'];
