import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake, panelReview } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { commandFor, taughtBy } from './evidence.hears';

const taught = (event: PublicEvent) => taughtBy(event)[0];

const at = '2025-02-05T08:00:00.000Z' as Instant;
const parties = { complainant: 'CN', respondent: 'US' };

const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): PublicEvent => ({
  id: 'e1',
  source: '/parley/intake',
  type: schema.typeName,
  subject: 'case',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});

describe('what other contexts tell', () => {
  it('opens a case with its filing', () => {
    expect(taught(event(intake.GrievanceFiledSchema, { parties }))).toEqual({
      told: 'filed',
      parties,
    });
  });

  it('gives the long-stop with the registration, or none when no clock runs', () => {
    const registration = { docketNumber: 'CN-2025-0001', parties, ruleSetVersion: '2026-1' };
    expect(taught(event(intake.CaseRegisteredSchema, { ...registration, longStop: { dueAt: at } }))).toMatchObject({
      longStop: at,
    });
    expect(taught(event(intake.CaseRegisteredSchema, registration))).toMatchObject({
      told: 'registered',
      longStop: null,
    });
  });

  it('names the claims, the end, and its setting aside', () => {
    expect(taught(event(intake.GrievanceServedSchema, { grievance: { claims: [{ id: 'C1' }] } }))).toMatchObject({
      claims: ['C1'],
    });
    expect(taught(event(intake.ScreeningEndedSchema, { outcome: 'lapsed' }))).toEqual({
      told: 'screening-ended',
      at: at,
    });
    expect(taught(event(intake.LapseSetAsideSchema, {}))).toEqual({ told: 'lapse-set-aside' });
  });

  it('names the claims anew when they are amended or withdrawn', () => {
    expect(
      taught(event(intake.AmendmentServedSchema, { grievance: { claims: [{ id: 'C1' }, { id: 'C2' }] } })),
    ).toEqual({ told: 'claims', claims: ['C1', 'C2'] });
    expect(taught(event(intake.ClaimsWithdrawnSchema, { claimIds: ['C1'], remainingClaimIds: ['C2'] }))).toEqual({
      told: 'claims',
      claims: ['C2'],
    });
    expect(
      taught(event(intake.ClaimsWithdrawalSetAsideSchema, { claimIds: ['C1'], standingClaimIds: ['C1', 'C2'] })),
    ).toEqual({ told: 'claims', claims: ['C1', 'C2'] });
  });

  it(
    'moves the long-stop with an extension, a track and a resumption, lets none run in a ' + 'suspension, and reopens',
    () => {
      const longStop = { dueAt: at };
      for (const schema of [intake.LongStopExtendedSchema, intake.TrackChangedSchema]) {
        expect(taught(event(schema, { longStop }))).toEqual({ told: 'long-stop', longStop: at });
      }
      expect(taught(event(intake.TrackChangedSchema, {}))).toBeUndefined();
      expect(taught(event(intake.ScreeningSuspendedSchema, {}))).toEqual({ told: 'suspended', at });
      const still = { fromDay: '2025-02-10', toDay: '2025-02-12' };
      expect(taught(event(intake.ScreeningResumedSchema, { ...still, suspendedAt: at, longStop }))).toEqual({
        told: 'resumed',
        longStop: at,
        still: { from: at, to: at, days: still },
      });
      expect(taught(event(intake.ScreeningReopenedSchema, { longStop }))).toEqual({
        told: 'reopened',
        longStop: at,
        at,
      });
    },
  );

  it('takes the version of the rules that both parties adopted', () => {
    expect(taught(event(intake.RulesAdoptedSchema, { toVersion: '2099-1' }))).toEqual({
      told: 'rules',
      version: '2099-1',
    });
  });

  it('moves what ended in an outage, and the long-stop where the intake moved it (I-61)', () => {
    const times = { outageId: 'o1', outageFrom: at, outageTo: at };
    const outage = event(intake.OutageNotedSchema, { ...times, longStop: { dueAt: at } });
    expect(taught(outage)).toEqual({ told: 'long-stop', longStop: at });
    expect(commandFor(outage)).toEqual({ type: 'NoteOutage', outageId: 'o1', from: at, to: at, at });
    expect(taught(event(intake.OutageNotedSchema, times))).toBeUndefined();
  });

  it('stops the clocks, sets them going again and ends the loans, by one command each', () => {
    const days = { fromDay: '2025-02-10', toDay: '2025-02-12', suspendedAt: at };
    const standstill = { type: 'NoteStandstill' };
    expect(commandFor(event(intake.ScreeningSuspendedSchema, {}))).toEqual(standstill);
    expect(commandFor(event(intake.ScreeningResumedSchema, days))).toEqual(standstill);
    expect(commandFor(event(intake.ScreeningReopenedSchema, {}))).toEqual(standstill);
    expect(commandFor(event(panelReview.InterimIssuedSchema, {}))).toEqual({ type: 'NoteReviewEnd', at });
    expect(commandFor(event(intake.ClaimsWithdrawnSchema, {}))).toBeUndefined();
  });

  it.each([
    ['member-nominated', 'joined'],
    ['member-recused', 'left'],
    ['challenge-upheld', 'left'],
  ])('changes the panel by the fact %s', (kind, change) => {
    expect(taught(event(panelReview.PanelFactSchema, { kind, personId: 'ann' }))).toEqual({
      told: 'panel-change',
      person: 'ann',
      change,
    });
  });

  it('is of no concern otherwise', () => {
    expect(taught(event(panelReview.PanelFactSchema, { kind: 'disclosure-made', personId: 'ann' }))).toBeUndefined();
    expect(taught(event(intake.ReplyLapsedSchema, {}))).toBeUndefined();
  });

  it('is parked when it names no parties', () => {
    expect(() => taught(event(intake.GrievanceFiledSchema, {}))).toThrow('no parties');
  });
});
