import { evidence, sayDeadline, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Tier } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks } from '@parley/procedure';
import type { EvidenceEvent } from '../domain/exhibit-events';

/** Tiers whose readers both parties are. */
const OF_BOTH_PARTIES: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL'];

/** Events of which both parties have notice though no clock moves with them. */
const TOLD_ALL_THE_SAME: readonly string[] = ['DefaultSetAside'];

/**
 * What an event starts, moves and ends of clocks, for the notice that both parties are served of it (I-06) and for
 * everybody's agenda. Of another event that touches no clock nothing is told, nor of one of which not both parties may
 * know (I-43).
 */
export function clocksMovedBy(
  recorded: RecordedEvent,
  { type, data, rule, occurredAt, tier }: EvidenceEvent,
): readonly PublicEvent[] {
  const { opens = [], closes = [] }: Partial<MovesClocks> = 'opens' in data ? data : {};
  if (
    !OF_BOTH_PARTIES.includes(tier) ||
    (opens.length === 0 && closes.length === 0 && !TOLD_ALL_THE_SAME.includes(type))
  )
    return [];
  const moved = {
    caseId: streamIdOf(recorded.stream),
    at: occurredAt,
    event: type,
    rule,
    opens: opens.map(sayDeadline),
    closes: [...closes],
  };
  return [tell(recorded, evidence.ClocksMovedSchema, moved, { tier: 'PARTIES' })];
}
