import { evidence, intake } from '@parley/contracts';
import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { callsForHearing, claimsReplacedBy, effectOf, registrationOf, taughtBy } from './panel.hears';

const at = '2025-02-10T16:00:00.000Z' as Instant;
const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): PublicEvent => ({
  id: 'e1',
  source: '/parley/spec',
  type: schema.typeName,
  subject: 'c1',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});

const registered = (kind: string, alreadyEnded = ''): PublicEvent =>
  event(intake.CaseRegisteredSchema, {
    caseId: 'c1',
    parties: { complainant: 'CN', respondent: 'US' },
    ruleSetVersion: '2026-1',
    longStop: { dueAt: '2025-07-10T15:00:00.000Z', trigger: { kind } },
    alreadyEnded,
  });

describe('what a panel learns from others', () => {
  it('is a registration, with whether an act or a default made it', () => {
    expect(registrationOf(registered('act'))).toMatchObject({
      registeredAt: at,
      registeredBy: 'act',
      longStop: '2025-07-10T15:00:00.000Z',
    });
    expect(registrationOf(registered('expiry'))?.registeredBy).toBe('expiry');
  });

  it('is nothing of a case that had ended before its number came', () =>
    expect(taughtBy(registered('act', 'withdrawn'))).toEqual([]));

  it('is the number of an exhibit that the panel and both sides read, or of its public version', () => {
    const [party, about] = ['CN', { party: 'CN', at, answers: '' }];
    const accepted = (tier: string) => event(evidence.ExhibitAcceptedSchema, { exhibitNumber: 'CHN-1', party, tier });
    expect(['PUBLIC', 'PANEL', 'PARTIES', 'FILER'].map((tier) => taughtBy(accepted(tier)))).toEqual([
      [{ told: 'exhibit', exhibit: 'CHN-1', isPublic: true, ...about }],
      [{ told: 'exhibit', exhibit: 'CHN-1', isPublic: false, ...about }],
      [],
      [],
    ]);
    expect(taughtBy(event(evidence.PublicVersionFiledSchema, { exhibitNumber: 'CHN-2', party }))).toEqual([
      { told: 'exhibit', exhibit: 'CHN-2', isPublic: false, ...about },
    ]);
    const third = { exhibitNumber: 'CHN-3', party, tier: 'PANEL', answers: 'USA-1' };
    expect(taughtBy(event(evidence.ExhibitAcceptedSchema, third))).toEqual([
      { told: 'exhibit', exhibit: 'CHN-3', isPublic: false, ...about, answers: 'USA-1' },
    ]);
  });

  it('is that an exhibit was struck: by its party, or by both co-heads for everybody', () => {
    const struck = [{ told: 'exhibit-struck', exhibit: 'CHN-1', at }];
    const taken = (to: string) => event(evidence.ReadersTakenAwaySchema, { exhibitNumber: 'CHN-1', to });
    expect(taughtBy(event(evidence.ExhibitWithdrawnSchema, { exhibitNumber: 'CHN-1' }))).toEqual(struck);
    expect(taughtBy(taken('NOBODY'))).toEqual(struck);
    expect(taughtBy(taken('PARTIES'))).toEqual([]);
  });

  it('is the number of an exhibit whose readers the panel joins', () => {
    const widened = (to: string) => event(evidence.ReadersAddedSchema, { exhibitNumber: 'CHN-1', from: 'PARTIES', to });
    expect(['PUBLIC', 'PANEL', 'PARTIES'].map((to) => taughtBy(widened(to)).length)).toEqual([1, 1, 0]);
  });

  it('is a change of the claims, by amendment or withdrawal', () => {
    const claims = [{ id: 'C3', measureId: 'M1', agreement: 'SCM', provision: '' }];
    expect(taughtBy(event(intake.AmendmentServedSchema, { amendmentId: 'S1', grievance: { claims } }))).toMatchObject([
      { told: 'claims', claims: [{ id: 'C3' }] },
    ]);
    expect(taughtBy(event(intake.ClaimsWithdrawnSchema, { claimIds: ['C2'] }))).toEqual([
      { told: 'claims-withdrawn', claimIds: ['C2'], at },
    ]);
    const again = { claimIds: ['C2'], standingClaimIds: ['C1', 'C2'] };
    expect(taughtBy(event(intake.ClaimsWithdrawalSetAsideSchema, again))).toEqual([
      { told: 'withdrawal-set-aside', claimIds: ['C2'], standing: ['C1', 'C2'], at },
    ]);
  });

  it('is what an amendment replaced, which is decided on by nobody and sets sayings aside', () => {
    const replaced = event(intake.GrievanceAmendedSchema, { amendmentId: 'R1', replacedClaimIds: ['C1'] });
    expect([claimsReplacedBy(replaced), taughtBy(replaced), callsForHearing(replaced)]).toEqual([['C1'], [], true]);
  });

  it('is another track, a later long-stop, and a time in which the screening stands still', () => {
    const longStop = { dueAt: '2025-09-01T15:00:00.000Z' };
    const days = { fromDay: '2025-02-03', toDay: '2025-02-10', longStop };
    expect(taughtBy(event(intake.TrackChangedSchema, { track: 'complex', longStop }))).toEqual([
      { told: 'track', track: 'complex', longStop: longStop.dueAt, at },
    ]);
    expect(taughtBy(event(intake.RulesAdoptedSchema, { toVersion: '2099-1' }))).toEqual([
      { told: 'rules', version: '2099-1', at },
    ]);
    expect(taughtBy(event(intake.LongStopExtendedSchema, { longStop }))).toEqual([
      { told: 'long-stop', longStop: longStop.dueAt },
    ]);
    expect(taughtBy(event(intake.ScreeningSuspendedSchema, {}))).toEqual([{ told: 'suspended', at }]);
    const suspendedAt = '2025-02-03T10:00:00.000Z';
    const still = { fromDay: '2025-02-03', toDay: '2025-02-10', from: suspendedAt, to: at };
    expect(taughtBy(event(intake.ScreeningResumedSchema, { ...days, suspendedAt }))).toEqual([
      { told: 'resumed', longStop: longStop.dueAt, still, at },
    ]);
    expect(taughtBy(event(intake.ScreeningReopenedSchema, { ...days, endedAt: suspendedAt }))).toEqual([
      { told: 'reopened', longStop: longStop.dueAt, still, at },
    ]);
  });

  it('is the claims, the end of consultations, and how the screening ended', () => {
    const claims = [{ id: 'C1', measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' }];
    expect(taughtBy(event(intake.GrievanceServedSchema, { grievance: { claims } }))).toMatchObject([
      { told: 'claims', claims: [{ id: 'C1', measure: 'M1' }] },
    ]);
    expect(taughtBy(event(intake.ConsultationsClosedSchema, {}))).toEqual([{ told: 'consultations-ended', at }]);
    expect(taughtBy(event(intake.ScreeningEndedSchema, { outcome: 'lapsed' }))).toEqual([
      { told: 'screening-ended', outcome: 'lapsed', at },
    ]);
    expect(taughtBy(event(intake.LapseSetAsideSchema, { becauseOf: 'e9' }))).toEqual([{ told: 'lapse-set-aside', at }]);
    expect(taughtBy(event(intake.CallRecordedSchema, {}))).toEqual([]);
  });
});

describe('what a message does to a panel', () => {
  it('is to move its clocks by an outage, and to keep the long-stop that moved', () => {
    const outage = event(intake.OutageNotedSchema, {
      outageId: 'o1',
      outageFrom: '2025-02-10T14:00:00.000Z',
      outageTo: at,
      longStop: { dueAt: '2025-09-01T15:00:00.000Z' },
    });
    expect(effectOf(outage)).toEqual({
      type: 'NoteOutage',
      outageId: 'o1',
      from: '2025-02-10T14:00:00.000Z',
      to: at,
      at,
    });
    expect(taughtBy(outage)).toEqual([{ told: 'long-stop', longStop: '2025-09-01T15:00:00.000Z' }]);
  });

  it('is to follow the screening, and nothing where it is only decided on', () => {
    const longStop = { dueAt: '2025-09-01T15:00:00.000Z' };
    expect(effectOf(event(intake.ScreeningSuspendedSchema, {}))).toEqual({ type: 'FollowScreening' });
    expect(effectOf(event(intake.ConsultationsClosedSchema, {}))).toEqual({ type: 'FollowScreening' });
    expect(effectOf(event(intake.LongStopExtendedSchema, { longStop }))).toBeUndefined();
    expect(effectOf(event(intake.ClaimsWithdrawnSchema, { claimIds: ['C2'] }))).toBeUndefined();
    expect(effectOf(event(evidence.PublicVersionFiledSchema, { exhibitNumber: 'CHN-2' }))).toBeUndefined();
  });
});
