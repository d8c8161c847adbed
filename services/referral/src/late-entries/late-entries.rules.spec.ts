import { given } from '@parley/testing';
import type { PersonId } from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { AgreementCommand, GiveStatusReport } from '../compliance/agreement-commands.rules';
import {
  decider as agreements,
  expire as expireReport,
  report,
  settled as inForce,
} from '../compliance/agreement-story.fixture';
import {
  assemble,
  ask,
  at,
  CN,
  decider as referrals,
  digest,
  expire,
  filed,
  findings,
  issue,
  registered,
  served,
  sign,
  US,
} from '../referral/referral-story.fixture';
import type { Act, ReferralCommand, SignDossier } from '../referral/common-refusals.rules';
import { attemptsUntil } from '../settlement/note-screening.rules';
import {
  settlementDigest,
  type AcceptConciliation,
  type SettlementCommand,
  type SignText,
} from '../settlement/settlement-region.rules';
import {
  acceptOf,
  caseId as settlementCase,
  decider as settlements,
  ended,
  expire as expireAnswer,
  filed as caseFiled,
  findings as issued,
  obligation,
  propose,
  registered as caseRegistered,
  reopened as again,
  sign as signText,
  table,
  text,
} from '../settlement/settlement-story.fixture';

/** The same act, as if the officer who enters it had done it. */
const own = <Command>(act: Command): Command => ({ ...act, by: 'registry-1' as PersonId });
const late = <Command extends Act>(act: Command, enteredAt: string): LateEntry<Command> => ({
  by: 'registry-1' as PersonId,
  party: US,
  receivedAt: at(enteredAt),
  entryId: 'e1',
  channel: 'Note handed over at the seat',
  cameAt: act.receivedAt,
  act,
});

describe('an acceptance of conciliation that came by another channel', () => {
  const enter = (act: SettlementCommand, enteredAt: string): SettlementCommand => ({
    type: 'EnterConciliationAnswer',
    ...late(act as AcceptConciliation, enteredAt),
  });
  const proposed = given(settlements).when(caseFiled, caseRegistered, propose(CN, '2025-03-03T09:00:00Z'));
  const unanswered = proposed.when(expireAnswer('conciliation-answer:1'));
  const inTime = acceptOf(US, '2025-03-04T09:00:00Z');

  it('begins it, though silence had ended the proposal, by an event that points to the entry (I-19)', () => {
    const begun = unanswered.when(enter(inTime, '2025-04-10T09:00:00Z'));
    expect(begun.recorded).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'ConciliationBegun']);
    expect(begun.events.at(-2)).toMatchObject({
      rule: 'I-19',
      data: { becauseOf: 'e1', deadline: 'conciliation-answer:1' },
    });
    expect(begun.state).toMatchObject({
      region: 'conciliation',
      conciliations: [{ begunAt: at('2025-03-04T09:00:00Z') }],
      running: {},
    });
  });

  it('was no answer for who looked before it was entered, and none was missing for who looks after (I-51)', () => {
    const { state } = unanswered.when(enter(inTime, '2025-04-10T09:00:00Z'));
    if (state.status !== 'filed') throw new Error(state.status);
    expect(attemptsUntil(state, at('2025-04-10T08:59:59Z')).map(({ kind }) => kind)).toEqual([
      'proposed',
      'unanswered',
    ]);
    expect(attemptsUntil(state, at('2025-04-10T09:00:00Z')).map(({ kind }) => kind)).toEqual(['proposed', 'begun']);
  });

  it('is refused when it came too late, when another attempt is under way, and when the screening is over', () => {
    expect(unanswered.refusalOf(enter(acceptOf(US, '2025-04-09T09:00:00Z'), '2025-04-10T09:00:00Z'))).toBe(
      'fallback-receipt-out-of-time',
    );
    expect(unanswered.when(propose(US, '2025-04-08T09:00:00Z')).refusalOf(enter(inTime, '2025-04-10T09:00:00Z'))).toBe(
      'fallback-overtaken',
    );
    expect(
      unanswered.when(ended('withdrawn', '2025-04-09T09:00:00Z')).refusalOf(enter(inTime, '2025-04-10T09:00:00Z')),
    ).toBe('screening-ended');
    expect(unanswered.refusalOf(enter(acceptOf(CN, '2025-03-04T09:00:00Z'), '2025-04-10T09:00:00Z'))).toBe(
      'own-proposal',
    );
  });

  it('is simply given while it is awaited, and only by another than who enters it', () => {
    expect(proposed.when(enter(inTime, '2025-03-05T09:00:00Z')).recorded).toEqual([
      'FallbackEntryMade',
      'ConciliationBegun',
    ]);
    expect(proposed.refusalOf(enter(own(inTime), '2025-03-05T09:00:00Z'))).toBe('enters-own-act');
  });
});

describe('a signature of a settlement that came by another channel', () => {
  const enter = (act: SettlementCommand, enteredAt = '2025-07-25T09:00:00Z'): SettlementCommand => ({
    type: 'EnterTextSignature',
    ...late(act as SignText, enteredAt),
  });
  const open = given(settlements).when(
    caseFiled,
    caseRegistered,
    issued,
    table(CN, '2025-06-25T09:00:00Z'),
    signText(CN, '2025-06-26T09:00:00Z'),
  );
  const lapsed = open.when(expireAnswer('settlement-window'));
  const inTime = signText(US, '2025-07-10T09:00:00Z');

  it(
    'settles the case as of its receipt, and the lapse of the window is set aside by an event that ' +
      'points to the entry (I-19)',
    () => {
      const settled = lapsed.when(enter(inTime));
      expect(settled.recorded).toEqual([
        'FallbackEntryMade',
        'DefaultSetAside',
        'SettlementTextSigned',
        'SettlementSigned',
      ]);
      expect(settled.events.at(-3)).toMatchObject({
        rule: 'I-19',
        data: { becauseOf: 'e1', act: 'settlement-signature', deadline: 'settlement-window' },
      });
      expect(settled.events.at(-1)).toMatchObject({
        occurredAt: at('2025-07-10T09:00:00Z'),
        data: { phase: 'window' },
      });
      expect(settled.state).toMatchObject({ region: 'settled', running: {} });
      expect(settled.refusalOf(enter(inTime))).toBe('already-settled');
    },
  );

  it('had lapsed for who looked before it was entered, and was settled for who looks after (I-51)', () => {
    const { state } = lapsed.when(enter(inTime));
    if (state.status !== 'filed') throw new Error(state.status);
    expect(attemptsUntil(state, at('2025-07-25T08:59:59Z')).map(({ kind }) => kind)).toEqual([
      'window-opened',
      'window-lapsed',
    ]);
    expect(attemptsUntil(state, at('2025-07-25T09:00:00Z')).map(({ kind }) => kind)).toEqual([
      'window-opened',
      'settled',
    ]);
  });

  it('alone is on record, and the window has lapsed until that of the other is proved too', () => {
    const unsigned = given(settlements).when(
      caseFiled,
      caseRegistered,
      issued,
      table(CN, '2025-06-25T09:00:00Z'),
      expireAnswer('settlement-window'),
    );
    const half = unsigned.when(enter(inTime));
    expect(half.recorded).toEqual(['FallbackEntryMade', 'SettlementTextSigned']);
    expect(half.events.at(-2)).toMatchObject({ data: { setsAside: false } });
    expect(half.state).toMatchObject({ region: 'lapsed' });
    expect(half.refusalOf(enter(inTime))).toBe('party-has-signed');
    expect(half.when(enter(signText(CN, '2025-07-01T09:00:00Z'))).events.at(-1)).toMatchObject({
      type: 'SettlementSigned',
      occurredAt: at('2025-07-10T09:00:00Z'),
    });
  });

  it('is simply given while the window is open', () => {
    expect(open.when(enter(inTime, '2025-07-11T09:00:00Z')).recorded).toEqual([
      'FallbackEntryMade',
      'SettlementTextSigned',
      'SettlementSigned',
    ]);
  });

  it('came in time, under the text that lay there, and can still be done', () => {
    expect(lapsed.refusalOf(enter(signText(US, '2025-07-22T09:00:00Z')))).toBe('fallback-receipt-out-of-time');
    expect(lapsed.refusalOf(enter(signText(US, '2025-06-24T09:00:00Z')))).toBe('fallback-receipt-before-its-time');
    expect(lapsed.refusalOf(enter(signText(US, '2025-07-10T09:00:00Z', 2)))).toBe('no-such-text');
    expect(lapsed.refusalOf(enter(signText(US, '2025-07-10T09:00:00Z', 1, digest('f'))))).toBe(
      'settlement-digest-differs',
    );
    expect(lapsed.refusalOf(enter(signText(CN, '2025-07-10T09:00:00Z')))).toBe('party-has-signed');
    expect(lapsed.refusalOf(enter(own(inTime)))).toBe('enters-own-act');
    expect(lapsed.refusalOf(enter(inTime, '2025-10-01T09:00:00Z'))).toBe('obligation-date-passed');
    expect(lapsed.when(again).refusalOf(enter(inTime))).toBe('fallback-nothing-awaited');
    const later = open.when(
      table(US, '2025-07-11T09:00:00Z', { publication: 'facts-only' }),
      expireAnswer('settlement-window'),
    );
    expect(later.refusalOf(enter(inTime))).toBe('settlement-text-replaced');
  });

  it('is under no text that was to be done, or reviewed, before it was entered', () => {
    const far = { obligations: [obligation('O1', US, '2027-09-30')] };
    const signedFar = settlementDigest(settlementCase, text(far));
    const distant = given(settlements).when(
      caseFiled,
      caseRegistered,
      issued,
      table(CN, '2025-06-25T09:00:00Z', far),
      signText(CN, '2025-06-26T09:00:00Z', 1, signedFar),
      expireAnswer('settlement-window'),
    );
    expect(distant.refusalOf(enter(signText(US, '2025-07-10T09:00:00Z', 1, signedFar), '2026-01-20T09:00:00Z'))).toBe(
      'fallback-overtaken',
    );
  });
});

describe('a status report that came by another channel', () => {
  const enter = (act: AgreementCommand, enteredAt: string): AgreementCommand => ({
    type: 'EnterStatusReport',
    ...late(act as GiveStatusReport, enteredAt),
  });
  const missed = given(agreements).when(inForce(), expireReport('status-report:US:1'));
  const inTime = report(US, '2025-08-20T09:00:00Z', { O1: 'on-course' });

  it('shows red no more', () => {
    const given1 = missed.when(enter(inTime, '2025-09-02T09:00:00Z'));
    expect(given1.recorded.slice(-3)).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'StatusReportGiven']);
    expect(given1.events.at(-1)).toMatchObject({ data: { late: false } });
    expect(given1.state).toMatchObject({
      reports: expect.arrayContaining([expect.objectContaining({ party: US, state: 'given' })]) as unknown,
    });
  });

  it('does so even when the party has given it once more, late, and when the review has closed', () => {
    const again = missed
      .when(report(US, '2025-09-01T09:00:00Z', { O1: 'delayed' }))
      .when(enter(inTime, '2025-09-02T09:00:00Z'));
    expect(again.recorded).toContain('DefaultSetAside');
    const closed = missed.when(expireReport('compliance-review:1'));
    const after = closed.when(enter(inTime, '2025-09-20T09:00:00Z'));
    expect(after.recorded.slice(-3)).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'StatusReportGiven']);
    expect(after.state).toMatchObject({ review: { n: 2 } });
  });

  it('is refused when it came late, is awaited by nobody, or is the own act of who enters it', () => {
    expect(missed.refusalOf(enter(own(inTime), '2025-09-02T09:00:00Z'))).toBe('enters-own-act');
    expect(
      missed.refusalOf(enter(report(US, '2025-09-01T09:00:00Z', { O1: 'on-course' }), '2025-09-02T09:00:00Z')),
    ).toBe('fallback-receipt-out-of-time');
    expect(
      missed.refusalOf(enter(report(US, '2025-08-20T09:00:00Z', { O1: 'on-course' }, 7), '2025-09-02T09:00:00Z')),
    ).toBe('fallback-nothing-awaited');
  });
});

describe('a co-head’s signature of a dossier that came by another channel', () => {
  const enter = (act: ReferralCommand, enteredAt: string): ReferralCommand => ({
    type: 'EnterDossierSignature',
    ...late(act as SignDossier, enteredAt),
  });
  const assembled = given(referrals).when(filed, registered, served, findings, ask('2025-06-23T10:00:00Z'), assemble());

  it('is missing no more, and the dossier that went out stands as it is', () => {
    const issued = assembled.when(sign(US, '2025-06-24T10:00:00Z'), expire(), issue());
    const signed = issued.when(enter(sign(CN, '2025-06-25T10:00:00Z'), '2025-07-20T10:00:00Z'));
    expect(signed.recorded).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'DossierSigned']);
    expect(signed.state).toMatchObject({
      dossiers: [{ status: 'issued', packed: digest('9'), end: { by: 'default', missing: [] } }],
    });
    expect(signed.refusalOf(enter(sign(CN, '2025-06-25T10:00:00Z'), '2025-07-21T10:00:00Z'))).toBe('side-has-signed');
    expect(issued.refusalOf(enter(own(sign(CN, '2025-06-25T10:00:00Z')), '2025-07-20T10:00:00Z'))).toBe(
      'enters-own-act',
    );
    expect(issued.refusalOf(enter(sign(CN, '2025-06-30T15:00:00Z'), '2025-07-20T10:00:00Z'))).toBe(
      'fallback-receipt-out-of-time',
    );
  });

  it('closes the signing with the other’s, though that one was received after it', () => {
    const half = assembled.when(sign(US, '2025-06-25T10:00:00Z'));
    expect(half.when(enter(sign(CN, '2025-06-24T10:00:00Z'), '2025-06-26T10:00:00Z')).events.at(-1)).toMatchObject({
      type: 'DossierSigningClosed',
      occurredAt: at('2025-06-25T10:00:00Z'),
      data: { by: 'both-signatures' },
    });
    expect(half.refusalOf(enter(sign(CN, '2025-06-24T10:00:00Z', digest('a')), '2025-06-26T10:00:00Z'))).toBe(
      'dossier-digest-differs',
    );
  });
});
