import { readableTiers, type Caller } from '@parley/access';
import { derivedUuid } from '@parley/event-store';
import type { CaseParties, PartyCode, PersonId, Tier } from '@parley/kernel';
import { clockSteps } from './clock-steps';
import { ofEachCase } from './rule';

const desk = (party: PartyCode): Caller => ({
  kind: 'person',
  personId: `${party}-reader` as PersonId,
  party,
  roles: ['desk'],
});

const bothRead = (tier: Tier, parties: CaseParties): boolean =>
  [parties.complainant, parties.respondent].every((party) =>
    readableTiers(desk(party), { stage: 'filed', parties, filer: parties.complainant, nominated: [], seated: [] }).has(
      tier,
    ),
  );

/**
 * An event that starts, moves or ends a clock is read by both desks, or is told to both under the instant of its
 * recording.
 */
export const bothSidesAtOneInstant = ofEachCase('I-06', (each) =>
  clockSteps(each).flatMap(({ recorded, type }) => {
    if (bothRead(recorded.tier, each.parties)) return [];
    const notices = each.told.filter(
      (notice) => notice.id === derivedUuid(recorded.eventId, notice.type, notice.subject),
    );
    const served = notices.some(
      ({ tier, recordedat }) => bothRead(tier, each.parties) && recordedat === recorded.recordedAt,
    );
    return served ? [] : [`${type} moves a clock and is told at ${recorded.tier} alone`];
  }),
);

/** Each notice that stands in the register of service was put there for both sides, by one event, as of its sending. */
export const servedOnBothAtOnce = ofEachCase('I-06', ({ service, parties }) =>
  service.flatMap(({ recorded, event, before, after }) => {
    const both = [parties.complainant, parties.respondent].toSorted().join();
    return Object.entries(after.notices).flatMap(([noticeId, { services }]) => {
      if (before.notices[noticeId]) return [];
      const instants = new Set(Object.values(services).map(({ sentAt, deliveredAt }) => `${sentAt} ${deliveredAt}`));
      const one = instants.size === 1 && Object.keys(services).toSorted().join() === both;
      return one && event.occurredAt <= recorded.recordedAt
        ? []
        : [`${noticeId} was not served on both sides at one instant`];
    });
  }),
);
