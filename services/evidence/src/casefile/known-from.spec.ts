import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake, knownFrom, panelReview } from '@parley/contracts';
import { knownFromContract } from '@parley/contracts/contract';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import fc from 'fast-check';
import { takingOfEvidence } from './evidence.hears';

const START = Date.UTC(2025, 1, 5);
const instant = (hours: number): Instant => new Date(START + hours * 3_600_000).toISOString() as Instant;
const told = <D extends DescMessage>(schema: D, message: MessageInitShape<D>) => ({
  source: '/parley/intake',
  type: schema.typeName,
  data: toBinary(schema, create(schema, message)),
});

const dueAt = fc.integer({ min: 1_000, max: 1_005 }).map((hours) => ({ dueAt: instant(hours) }));
const parties = { complainant: 'US', respondent: 'CN' };
const people = fc.constantFrom('ann', 'bo', 'cy');
const said = fc.oneof(
  fc.constant(told(intake.GrievanceFiledSchema, { parties })),
  dueAt.map((longStop) =>
    told(intake.CaseRegisteredSchema, { parties, docketNumber: 'US-2025-0001', ruleSetVersion: '2026-1', longStop }),
  ),
  fc.subarray(['C1', 'C2']).map((remainingClaimIds) => told(intake.ClaimsWithdrawnSchema, { remainingClaimIds })),
  fc.constantFrom('lapsed', 'withdrawn').map((outcome) => told(intake.ScreeningEndedSchema, { outcome })),
  fc.constant(told(intake.LapseSetAsideSchema, {})),
  fc.constant(told(intake.ReplyLapsedSchema, {})),
  dueAt.map((longStop) => told(intake.LongStopExtendedSchema, { longStop })),
  fc.constant(told(intake.ScreeningSuspendedSchema, {})),
  fc
    .record({ longStop: dueAt, hours: fc.nat(9) })
    .map(({ longStop, hours }) => told(intake.ScreeningResumedSchema, { longStop, suspendedAt: instant(hours) })),
  dueAt.map((longStop) => told(intake.ScreeningReopenedSchema, { longStop })),
  fc.constantFrom('2026-1', '2099-1').map((toVersion) => told(intake.RulesAdoptedSchema, { toVersion })),
  fc
    .uniqueArray(people)
    .map((members) => told(panelReview.PanelConvenedSchema, { members: members.map((personId) => ({ personId })) })),
  fc
    .record({ personId: people, kind: fc.constantFrom('member-nominated', 'member-recused') })
    .map((fact) => told(panelReview.PanelFactSchema, fact)),
  people.map((personId) => told(panelReview.PersonHeardSchema, { assignmentId: `expert:${personId}`, personId })),
  fc.constant(told(panelReview.InterimIssuedSchema, {})),
);
const facts: fc.Arbitrary<readonly PublicEvent[]> = fc.uniqueArray(
  fc
    .record({ what: said, id: fc.uuid(), hours: fc.nat(9), sequence: fc.nat(3) })
    .map(({ what, id, hours, sequence }): PublicEvent => ({
      ...what,
      id,
      subject: 'a-case',
      time: instant(hours),
      recordedat: instant(hours),
      sequence,
      tier: 'PARTIES',
      datacontenttype: 'application/protobuf',
    })),
  { selector: ({ id }) => id, maxLength: 20 },
);

describe('what is known of a case', () => {
  knownFromContract(takingOfEvidence, facts);

  it('is the same though one of them cannot be read: its message is parked, and the case goes on', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const unreadable = set.map((fact) => ({
          ...fact,
          ...told(intake.GrievanceFiledSchema, {}),
          id: `no ${fact.id}`,
        }));
        expect(knownFrom(takingOfEvidence, [...unreadable, ...set])).toEqual(knownFrom(takingOfEvidence, set));
      }),
    );
  });
});
