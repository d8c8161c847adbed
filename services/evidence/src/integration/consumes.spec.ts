import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { intake, panelReview } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { knowledgeOf } from './consumes';

const at = '2025-02-05T08:00:00.000Z' as Instant;
const parties = { complainant: 'CN', respondent: 'US' };

const event = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): PublicEvent => ({
  id: 'e1',
  source: '/parley/intake',
  type: schema.typeName,
  subject: 'case',
  time: at,
  recordedat: at,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});

describe('what other contexts tell', () => {
  it('opens a case with its filing', () => {
    expect(knowledgeOf(event(intake.GrievanceFiledSchema, { parties }))).toEqual({
      type: 'OpenCase',
      parties,
      filedAt: at,
    });
  });

  it('gives the long-stop with the registration, or none when no clock runs', () => {
    const registration = { docketNumber: 'CN-2025-0001', parties, ruleSetVersion: '2026-1' };
    expect(knowledgeOf(event(intake.CaseRegisteredSchema, { ...registration, longStop: { dueAt: at } }))).toMatchObject(
      { longStop: at },
    );
    expect(knowledgeOf(event(intake.CaseRegisteredSchema, registration))).toMatchObject({
      type: 'NoteRegistration',
      longStop: null,
    });
  });

  it('names the claims, the end, and its setting aside', () => {
    expect(knowledgeOf(event(intake.GrievanceServedSchema, { grievance: { claims: [{ id: 'C1' }] } }))).toMatchObject({
      claims: ['C1'],
    });
    expect(knowledgeOf(event(intake.ScreeningEndedSchema, { outcome: 'lapsed' }))).toEqual({
      type: 'NoteScreeningEnd',
      outcome: 'lapsed',
      endedAt: at,
    });
    expect(knowledgeOf(event(intake.LapseSetAsideSchema, {}))).toEqual({ type: 'NoteLapseSetAside', at });
  });

  it('names the claims anew when they are amended or withdrawn', () => {
    expect(
      knowledgeOf(event(intake.AmendmentServedSchema, { grievance: { claims: [{ id: 'C1' }, { id: 'C2' }] } })),
    ).toEqual({ type: 'NoteClaims', claims: ['C1', 'C2'], at });
    expect(knowledgeOf(event(intake.ClaimsWithdrawnSchema, { claimIds: ['C1'], remainingClaimIds: ['C2'] }))).toEqual({
      type: 'NoteClaims',
      claims: ['C2'],
      at,
    });
    expect(
      knowledgeOf(event(intake.ClaimsWithdrawalSetAsideSchema, { claimIds: ['C1'], standingClaimIds: ['C1', 'C2'] })),
    ).toEqual({ type: 'NoteClaims', claims: ['C1', 'C2'], at });
  });

  it(
    'moves the long-stop with an extension, a track and a resumption, lets none run in a ' + 'suspension, and reopens',
    () => {
      const longStop = { dueAt: at };
      for (const schema of [intake.LongStopExtendedSchema, intake.TrackChangedSchema]) {
        expect(knowledgeOf(event(schema, { longStop }))).toEqual({ type: 'NoteLongStop', longStop: at, at });
      }
      expect(knowledgeOf(event(intake.TrackChangedSchema, {}))).toBeUndefined();
      expect(knowledgeOf(event(intake.ScreeningSuspendedSchema, {}))).toEqual({ type: 'NoteSuspension', at });
      const still = { fromDay: '2025-02-10', toDay: '2025-02-12' };
      expect(knowledgeOf(event(intake.ScreeningResumedSchema, { ...still, suspendedAt: at, longStop }))).toEqual({
        type: 'NoteResumption',
        longStop: at,
        still: { ...still, from: at, to: at },
        at,
      });
      expect(knowledgeOf(event(intake.ScreeningReopenedSchema, { longStop }))).toEqual({
        type: 'NoteReopening',
        longStop: at,
        at,
      });
    },
  );

  it('takes the version of the rules that both parties adopted', () => {
    expect(knowledgeOf(event(intake.RulesAdoptedSchema, { toVersion: '2099-1' }))).toEqual({
      type: 'NoteRules',
      version: '2099-1',
      at,
    });
  });

  it('moves what ended in an outage, and the long-stop where the intake moved it (I-61)', () => {
    const times = { outageId: 'o1', outageFrom: at, outageTo: at };
    expect(knowledgeOf(event(intake.OutageNotedSchema, { ...times, longStop: { dueAt: at } }))).toEqual({
      type: 'NoteOutage',
      outageId: 'o1',
      from: at,
      to: at,
      longStop: at,
      at,
    });
    expect(knowledgeOf(event(intake.OutageNotedSchema, times))).toMatchObject({ type: 'NoteOutage', longStop: null });
  });

  it.each([
    ['member-nominated', 'joined'],
    ['member-recused', 'left'],
    ['challenge-upheld', 'left'],
  ])('changes the panel by the fact %s', (kind, change) => {
    expect(knowledgeOf(event(panelReview.PanelFactSchema, { kind, personId: 'ann' }))).toEqual({
      type: 'NotePanelChange',
      person: 'ann',
      change,
      at,
    });
  });

  it('is of no concern otherwise', () => {
    expect(
      knowledgeOf(event(panelReview.PanelFactSchema, { kind: 'disclosure-made', personId: 'ann' })),
    ).toBeUndefined();
    expect(knowledgeOf(event(intake.ReplyLapsedSchema, {}))).toBeUndefined();
  });

  it('is parked when it names no parties', () => {
    expect(() => knowledgeOf(event(intake.GrievanceFiledSchema, {}))).toThrow('no parties');
  });
});
