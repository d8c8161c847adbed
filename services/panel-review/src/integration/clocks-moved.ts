import { panelReview, sayDeadline, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { MovesClocks } from '@parley/procedure';
import type { PanelEvent } from '../domain/panel-events';

/**
 * What an event starts, moves and ends of clocks, for the notice that both parties are served of it (I-06) and for
 * everybody's agenda. Of an event that touches no clock nothing is told, but for a proposal to move one, which the
 * other side can sign only as long as that runs (I-20), and for a default that is set aside; nor of one that only the
 * deliberation knows of (I-14).
 */
export function clocksMovedBy(
  recorded: RecordedEvent,
  { type, data, rule, occurredAt, tier }: PanelEvent,
): readonly PublicEvent[] {
  const { opens, closes } = movesOf(data);
  if (tier === 'DELIBERATION' || (!TOLD_ALL_THE_SAME.includes(type) && opens.length === 0 && closes.length === 0))
    return [];
  const moved = {
    caseId: streamIdOf(recorded.stream),
    at: occurredAt,
    event: type,
    rule,
    opens: opens.map(sayDeadline),
    closes: [...closes],
    personId: awaited(data),
  };
  return [tell(recorded, panelReview.ClocksMovedSchema, moved, { tier: 'PARTIES' })];
}

const TOLD_ALL_THE_SAME: readonly string[] = ['ExtensionProposed', 'DefaultSetAside'];

/** An event of a later version may say nothing of clocks. */
const movesOf = ({ opens = [], closes = [] }: Partial<MovesClocks>): MovesClocks => ({ opens, closes });

/** Whose seat it is: the next act of a seat that is filled is its member's. */
const awaited = (data: PanelEvent['data']): string => ('member' in data ? data.member : '');
