import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake, knownFrom, panelReview } from '@parley/contracts';
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
/** Some facts, and the same as somebody else may have heard them: in another order, and some of them again. */
const heardTwice = facts.chain((set) =>
  fc.tuple(
    fc.constant(set),
    fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2 }),
    fc.integer({ min: 0, max: 9 }).map(instant),
  ),
);
const knownOf = (set: readonly PublicEvent[], asOf?: Instant) => knownFrom(takingOfEvidence, set, asOf);

describe('what is known of a case', () => {
  it('is the same whatever the order of hearing, and however often something is heard', () => {
    fc.assert(
      fc.property(heardTwice, ([set, heard, then]) => {
        expect(knownOf(heard)).toEqual(knownOf(set));
        expect(knownOf(heard, then)).toEqual(knownOf(set, then));
      }),
    );
  });

  it('is the same on just those facts that it names', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const { view, facts: named } = knownOf(set);
        expect(knownOf(set.filter(({ id }) => named.includes(id))).view).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });

  it('at an instant is what had been recorded by then, whatever was heard since', () => {
    fc.assert(
      fc.property(heardTwice, ([set, , then]) => {
        expect(knownOf(set, then)).toEqual(knownOf(set.filter(({ recordedat }) => recordedat <= then)));
      }),
    );
  });

  it('grows by each fact that teaches something, so that an ETag tells two states of it apart', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const counts = set.map((_, heard) => knownOf(set.slice(0, heard + 1)).count);
        expect(counts).toEqual(counts.toSorted((one, other) => one - other));
        expect(counts.at(-1) ?? 0).toBe(set.filter((fact) => takingOfEvidence.take(fact).length > 0).length);
      }),
    );
  });

  it('is the same though one of them cannot be read: its message is parked, and the case goes on', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const unreadable = set.map((fact) => ({
          ...fact,
          ...told(intake.GrievanceFiledSchema, {}),
          id: `no ${fact.id}`,
        }));
        expect(knownOf([...unreadable, ...set])).toEqual(knownOf(set));
      }),
    );
  });
});
