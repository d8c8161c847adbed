import { evidence, intake } from '@parley/contracts';
import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { noteOf, registrationOf } from './panel.hears';

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
    expect(registrationOf(registered('act', 'withdrawn'))).toBeUndefined());

  it('is the number of an exhibit that the panel and both sides read, or of its public version', () => {
    const accepted = (tier: string) => event(evidence.ExhibitAcceptedSchema, { exhibitNumber: 'CHN-1', tier });
    expect(['PUBLIC', 'PANEL', 'PARTIES', 'FILER'].map((tier) => noteOf(accepted(tier))?.type)).toEqual([
      'NoteExhibit',
      'NoteExhibit',
      undefined,
      undefined,
    ]);
    expect(noteOf(event(evidence.PublicVersionFiledSchema, { exhibitNumber: 'CHN-2' }))).toEqual({
      type: 'NoteExhibit',
      exhibit: 'CHN-2',
      at,
    });
  });

  it('is the number of an exhibit whose readers the panel joins', () => {
    const widened = (to: string) => event(evidence.ReadersAddedSchema, { exhibitNumber: 'CHN-1', from: 'PARTIES', to });
    expect(['PUBLIC', 'PANEL', 'PARTIES'].map((to) => noteOf(widened(to))?.type)).toEqual([
      'NoteExhibit',
      'NoteExhibit',
      undefined,
    ]);
  });

  it('is a change of the claims, by amendment or withdrawal', () => {
    const claims = [{ id: 'C3', measureId: 'M1', agreement: 'SCM', provision: '' }];
    expect(noteOf(event(intake.AmendmentServedSchema, { amendmentId: 'S1', grievance: { claims } }))).toMatchObject({
      type: 'NoteAmendedClaims',
      amendmentId: 'S1',
      claims: [{ id: 'C3' }],
    });
    expect(noteOf(event(intake.GrievanceAmendedSchema, { amendmentId: 'R1', replacedClaimIds: ['C1'] }))).toMatchObject(
      { type: 'NoteClaimsReplacement', claimIds: ['C1'] },
    );
    expect(noteOf(event(intake.ClaimsWithdrawnSchema, { claimIds: ['C2'] }))).toEqual({
      type: 'NoteClaimsWithdrawal',
      claimIds: ['C2'],
      at,
    });
    const again = { claimIds: ['C2'], standingClaimIds: ['C1', 'C2'] };
    expect(noteOf(event(intake.ClaimsWithdrawalSetAsideSchema, again))).toEqual({
      type: 'NoteWithdrawalSetAside',
      claimIds: ['C2'],
      standing: ['C1', 'C2'],
      at,
    });
  });

  it('is another track, a later long-stop, and a time in which the screening stands still', () => {
    const longStop = { dueAt: '2025-09-01T15:00:00.000Z' };
    const days = { fromDay: '2025-02-03', toDay: '2025-02-10', longStop };
    expect(noteOf(event(intake.TrackChangedSchema, { track: 'complex', longStop }))).toEqual({
      type: 'NoteTrack',
      track: 'complex',
      longStop: longStop.dueAt,
      at,
    });
    expect(noteOf(event(intake.TrackChangedSchema, { track: 'standard' }))).toBeUndefined();
    expect(noteOf(event(intake.RulesAdoptedSchema, { toVersion: '2099-1' }))).toEqual({
      type: 'NoteRules',
      version: '2099-1',
      at,
    });
    expect(noteOf(event(intake.LongStopExtendedSchema, { longStop }))).toEqual({
      type: 'NoteLongStop',
      longStop: longStop.dueAt,
      at,
    });
    expect(noteOf(event(intake.ScreeningSuspendedSchema, {}))).toEqual({ type: 'NoteSuspension', at });
    const suspendedAt = '2025-02-03T10:00:00.000Z';
    const still = { fromDay: '2025-02-03', toDay: '2025-02-10', from: suspendedAt, to: at };
    expect(noteOf(event(intake.ScreeningResumedSchema, { ...days, suspendedAt }))).toEqual({
      type: 'NoteResumption',
      longStop: longStop.dueAt,
      still,
      at,
    });
    expect(noteOf(event(intake.ScreeningReopenedSchema, { ...days, endedAt: suspendedAt }))).toEqual({
      type: 'NoteReopening',
      longStop: longStop.dueAt,
      still,
      at,
    });
  });

  it('is the claims, the end of consultations, and how the screening ended', () => {
    const claims = [{ id: 'C1', measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' }];
    expect(noteOf(event(intake.GrievanceServedSchema, { grievance: { claims } }))).toMatchObject({
      type: 'NoteClaims',
      claims: [{ id: 'C1', measure: 'M1' }],
    });
    expect(noteOf(event(intake.ConsultationsClosedSchema, {}))).toEqual({ type: 'NoteConsultationsEnd', at });
    expect(noteOf(event(intake.ScreeningEndedSchema, { outcome: 'lapsed' }))).toEqual({
      type: 'NoteScreeningEnd',
      outcome: 'lapsed',
      at,
    });
    expect(noteOf(event(intake.LapseSetAsideSchema, { becauseOf: 'e9' }))).toEqual({
      type: 'NoteLapseSetAside',
      becauseOf: 'e9',
      at,
    });
    expect(noteOf(event(intake.CallRecordedSchema, {}))).toBeUndefined();
  });
});
