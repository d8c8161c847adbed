import { accept, type Decision } from '@parley/kernel';
import { evolve } from '../evidence.evolve';
import type { EvidenceState } from '../evidence-state';
import type { LearnTogether, ToldCommand } from '../exhibit-commands';
import type { EvidenceEvent } from '../exhibit-events';

/**
 * What one message tells of several things, each on top of the one before it; when one of them is refused, none is
 * recorded.
 */
export function learnTogether(
  { told }: LearnTogether,
  state: EvidenceState,
  decide: (command: ToldCommand, state: EvidenceState) => Decision<EvidenceEvent>,
): Decision<EvidenceEvent> {
  const events: EvidenceEvent[] = [];
  let current = state;
  for (const command of told) {
    const decision = decide(command, current);
    if (decision.kind === 'refused') return decision;
    events.push(...decision.events);
    current = decision.events.reduce(evolve, current);
  }
  return accept(...events);
}
