import {
  caseOfStream,
  categoryOf,
  contextOf,
  streamIdOf,
  type Capacities,
  type RecordedEvent,
} from '@parley/event-store';
import { capacityOf } from '@parley/kernel';
import type { MemoryFacts } from '@parley/messaging/testing';
import { EXHIBITS_CATEGORY } from '../../../services/evidence/src/casefile/casefiles';
import { OF_CASES } from '../../../services/intake/src/streams';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY } from '../../../services/panel-review/src/panel/streams';
import {
  COMPLIANCE_CATEGORY,
  REFERRAL_CATEGORY,
  SETTLEMENT_CATEGORY,
} from '../../../services/referral/src/referral/streams';

const CATEGORIES: readonly string[] = [
  ...OF_CASES,
  EXHIBITS_CATEGORY,
  PANEL_CATEGORY,
  DELIBERATION_CATEGORY,
  REFERRAL_CATEGORY,
  SETTLEMENT_CATEGORY,
  COMPLIANCE_CATEGORY,
];

/** Who acts in cases as what, as a service knows it from the record and from what it has heard by now. */
export const simulatedCapacities = (
  context: string,
  log: readonly RecordedEvent[],
  facts: MemoryFacts,
): Capacities => ({
  caseOf: (stream) => (CATEGORIES.includes(categoryOf(stream)) ? caseOfStream(stream) : undefined),
  of: async (caseId, person) => {
    const own = log.find(
      ({ stream, actor }) =>
        contextOf(stream) === context &&
        CATEGORIES.includes(categoryOf(stream)) &&
        streamIdOf(stream).startsWith(caseId) &&
        actor.kind === 'person' &&
        actor.personId === person &&
        capacityOf(actor) !== undefined,
    );
    const told = facts.now(caseId).find(({ actor }) => actor?.personId === person);
    const acted = [
      ...(own ? [{ at: own.recordedAt, capacity: capacityOf(own.actor) }] : []),
      ...(told ? [{ at: told.recordedat, capacity: told.actor }] : []),
    ];
    return acted.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0]?.capacity;
  },
});
