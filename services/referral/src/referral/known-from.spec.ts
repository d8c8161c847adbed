import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake, knownFrom, panelReview } from '@parley/contracts';
import { knownFromContract } from '@parley/contracts/contract';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import fc from 'fast-check';
import { commandsFor, takingOfReferral, taughtBy } from './referral.hears';

const START = Date.UTC(2025, 1, 5);
const instant = (hours: number): Instant => new Date(START + hours * 3_600_000).toISOString() as Instant;
const told = <D extends DescMessage>(schema: D, message: MessageInitShape<D>) => ({
  source: '/parley/intake',
  type: schema.typeName,
  data: toBinary(schema, create(schema, message)),
});
const at = instant(0);
const event = (what: ReturnType<typeof told>, more: Partial<PublicEvent> = {}): PublicEvent => ({
  ...what,
  id: 'e1',
  subject: 'a-case',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PARTIES',
  datacontenttype: 'application/protobuf',
  ...more,
});

const dueAt = fc.integer({ min: 1_000, max: 1_005 }).map((hours) => ({ dueAt: instant(hours) }));
const parties = { complainant: 'US', respondent: 'CN' };
const people = fc.constantFrom('ann', 'bo', 'cy');
const claims = fc.subarray(['C1', 'C2', 'C3']);
const measures = [{ id: 'M1' }, { id: 'M2' }];
const claimsOf = (ids: readonly string[]) => ids.map((id) => ({ id, measureId: id === 'C3' ? 'M2' : 'M1' }));
const said = fc.oneof(
  fc.constant(told(intake.GrievanceFiledSchema, { parties })),
  fc.option(dueAt, { nil: undefined }).map((longStop) =>
    told(intake.CaseRegisteredSchema, {
      parties,
      docketNumber: 'US-2025-0001',
      ruleSetVersion: '2026-1',
      ...(longStop ? { longStop } : {}),
    }),
  ),
  claims.map((ids) => told(intake.GrievanceServedSchema, { grievance: { measures, claims: claimsOf(ids) } })),
  claims.map((claimIds) => told(intake.ClaimsWithdrawnSchema, { claimIds })),
  claims.map((claimIds) => told(intake.ClaimsWithdrawalSetAsideSchema, { claimIds })),
  fc.constantFrom('lapsed', 'withdrawn').map((outcome) => told(intake.ScreeningEndedSchema, { outcome })),
  fc.constant(told(intake.LapseSetAsideSchema, {})),
  fc.constant(told(intake.ReplyLapsedSchema, {})),
  fc
    .record({ longStop: fc.option(dueAt, { nil: undefined }), track: fc.constantFrom('urgent', 'standard', 'complex') })
    .map(({ longStop, track }) => told(intake.TrackChangedSchema, { track, ...(longStop ? { longStop } : {}) })),
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
  people.map((personId) => told(panelReview.PanelFactSchema, { personId, kind: 'member-recused' })),
  fc.constantFrom<string[]>([], ['US']).map((missing) => told(panelReview.FindingsIssuedSchema, { missing })),
);
const facts: fc.Arbitrary<readonly PublicEvent[]> = fc.uniqueArray(
  fc
    .record({ what: said, id: fc.uuid(), hours: fc.nat(9), sequence: fc.nat(3) })
    .map(({ what, id, hours, sequence }) =>
      event(what, { id, time: instant(hours), recordedat: instant(hours), sequence }),
    ),
  { selector: ({ id }) => id, maxLength: 20 },
);

describe('what the referral knows of a case', () => {
  knownFromContract(takingOfReferral, facts);

  it('is that each of two suspensions of one instant ended, the first by a reopening', () => {
    const of = (what: ReturnType<typeof told>, sequence: number) =>
      event(what, { id: `e${String(sequence)}`, sequence });
    const set = [
      of(told(intake.ScreeningSuspendedSchema, {}), 1),
      of(told(intake.ScreeningReopenedSchema, {}), 2),
      of(told(intake.ScreeningSuspendedSchema, {}), 3),
    ];
    const { view, facts: named } = knownFrom(takingOfReferral, set);
    expect(named).toEqual(['e1', 'e2', 'e3']);
    expect(view).toMatchObject({ suspendedAt: at, stoodStill: [{ from: at, to: at }] });
  });
});

describe('what a settlement hears of the long-stop', () => {
  const longStop = { dueAt: '2025-07-09T15:00:00.000Z' };

  it.each([
    ['its extension', told(intake.LongStopExtendedSchema, { caseId: 'c1', at, longStop })],
    ['a change of track', told(intake.TrackChangedSchema, { caseId: 'c1', at, longStop })],
    [
      'an outage of the system in which it would have ended (I-61)',
      told(intake.OutageNotedSchema, { caseId: 'c1', at, longStop }),
    ],
  ])('is that %s moved it', (_, what) => {
    expect(taughtBy(event(what))).toEqual([{ kind: 'long-stop-moved', longStop: longStop.dueAt }]);
  });

  it('is nothing where an outage moved other limits alone', () => {
    expect(taughtBy(event(told(intake.OutageNotedSchema, { caseId: 'c1', at })))).toEqual([]);
  });
});

describe('what a public event calls for', () => {
  const calledFor = (what: ReturnType<typeof told>) => {
    const { referral, settlement } = commandsFor(event(what));
    return [referral, settlement].map((commands) => commands.map(({ type }) => type));
  };

  it('is nothing of a filing, which is only known from then on', () => {
    expect(calledFor(told(intake.GrievanceFiledSchema, { parties }))).toEqual([[], []]);
  });

  it.each([
    ['a suspension', told(intake.ScreeningSuspendedSchema, {}), [[], ['NoteScreening']]],
    ['findings', told(panelReview.FindingsIssuedSchema, {}), [['NoteBasis'], ['NoteScreening']]],
    ['a lapse that is set aside', told(intake.LapseSetAsideSchema, {}), [['NoteBasis'], []]],
    ['an outage', told(intake.OutageNotedSchema, { outageId: 'o1' }), [['NoteOutage'], ['NoteOutage']]],
  ])('is of %s what it may change here', (_, what, called) => {
    expect(calledFor(what)).toEqual(called);
  });
});
