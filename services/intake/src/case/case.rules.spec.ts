import { given } from '@parley/testing';
import type { RegisteredCase } from './case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  filing,
  grievance,
  register,
  registered,
  registry,
  reply,
  respondent,
} from './case-story.fixture';

const unfiled = given(decider);

describe('a filing', () => {
  it('during the Chinese New Year arrives on the next joint business day, and the registry has five from then', () => {
    const { events } = unfiled.when(filing('2025-02-04T10:00:00+01:00'));
    expect(events[0]).toMatchObject({
      type: 'GrievanceFiled',
      data: {
        arrivesOn: '2025-02-05',
        opens: [{ id: 'completeness', dueDate: '2025-02-12', trigger: { date: '2025-02-05' } }],
      },
    });
  });

  it('at the end of the day arrives on the next', () => {
    expect(unfiled.when(filing('2025-02-06T16:59:59.999+01:00')).events[0]).toMatchObject({
      data: { arrivesOn: '2025-02-06' },
    });
    expect(unfiled.when(filing('2025-02-06T17:00:00+01:00')).events[0]).toMatchObject({
      data: { arrivesOn: '2025-02-07' },
    });
  });

  it('is for the complainant to make', () => {
    expect(unfiled.refusalOf({ ...filing('2025-02-04T10:00:00Z'), ...respondent('2025-02-04T10:00:00Z') })).toBe(
      'not-the-complainant',
    );
  });

  it('is certified over what was received', () => {
    const command = filing('2025-02-04T10:00:00Z');
    expect(
      unfiled.refusalOf({ ...command, certification: { ...command.certification, digest: 'cd'.repeat(32) as never } }),
    ).toBe('certification-digest-differs');
  });

  it('whose claim names a measure that is not there is refused with the field', () => {
    const claims = [{ ...grievance.claims[0]!, measure: 'M9' }];
    const decision = unfiled.decision(filing('2025-02-04T10:00:00Z', { claims }));
    expect(decision).toMatchObject({
      kind: 'refused',
      reason: { code: 'unknown-measure' },
      path: '/grievance/claims/0/measure',
    });
  });

  it('is made once', () => {
    expect(unfiled.when(filing('2025-02-04T10:00:00Z'), filing('2025-02-05T10:00:00Z')).recorded).toEqual([]);
  });
});

describe('completeness', () => {
  const filed = unfiled.when(filing('2025-02-04T10:00:00+01:00'));
  const defective = unfiled.when(filing('2025-02-04T10:00:00+01:00', { remedy: [] }));

  it('is found by the registry, which checks form only', () => {
    expect(filed.when({ type: 'FindComplete', ...registry('2025-02-06T10:00:00Z') }).state.status).toBe('complete');
    expect(filed.refusalOf({ type: 'IssueDeficiencyNotice', ...registry('2025-02-06T10:00:00Z') })).toBe(
      'completeness-check-passes',
    );
    expect(defective.refusalOf({ type: 'FindComplete', ...registry('2025-02-06T10:00:00Z') })).toBe(
      'completeness-check-fails',
    );
  });

  it('needs subject and summary in both languages, so that neither is public first (I-29, I-55, I-57)', () => {
    const defectsOf = (lang: string) => {
      const only = {
        subject: grievance.subject.filter((text) => text.lang === lang),
        publicSummary: grievance.publicSummary.filter((text) => text.lang === lang),
      };
      return unfiled.when(filing('2025-02-04T10:00:00+01:00', only), expire('completeness')).state;
    };
    expect(defectsOf('en')).toMatchObject({
      defects: [{ code: 'subject-missing-zh' }, { code: 'public-summary-missing-zh' }],
    });
    expect(defectsOf('zh-Hans')).toMatchObject({
      defects: [{ code: 'subject-missing-en' }, { code: 'public-summary-missing-en' }],
    });
  });

  it('is decided by the automatic check when the registry is silent, as of the expiry', () => {
    const complete = filed.when(expire('completeness'));
    expect(complete.events.at(-1)).toMatchObject({
      type: 'GrievanceFoundComplete',
      occurredAt: at('2025-02-12T17:00:00+01:00'),
      data: { by: 'default' },
    });
    expect(defective.when(expire('completeness')).recorded).toEqual(['DeficiencyNoticeIssued']);
  });

  it('lists each defect and is cured twice at most', () => {
    const cure = (when: string) => ({ ...filing(when, { remedy: [] }), type: 'CureDeficiency' as const });
    const notice = defective.when(expire('completeness'));
    expect(notice.state).toMatchObject({
      status: 'deficient',
      defects: [{ code: 'remedy-missing', path: '/remedy' }],
      running: { cure: { dueDate: '2025-02-27' } },
    });
    const twice = notice.when(cure('2025-02-14T10:00:00Z'), expire('completeness'), cure('2025-02-25T10:00:00Z'));
    expect(twice.when(expire('completeness')).recorded).toEqual(['DeficiencyNoticeIssued', 'ScreeningEnded']);
    expect(twice.when(expire('completeness')).state).toMatchObject({
      status: 'ended',
      outcome: 'closed-without-prejudice',
    });
  });

  it('is closed without prejudice when no cure comes', () => {
    const closed = defective.when(expire('completeness'), expire('cure'));
    expect(closed.state).toMatchObject({ status: 'ended', outcome: 'closed-without-prejudice', running: {} });
  });

  it('takes no cure that comes late, before its default is on record', () => {
    const cure = { ...filing('2025-02-27T17:00:00+01:00'), type: 'CureDeficiency' as const };
    expect(defective.when(expire('completeness')).refusalOf(cure)).toBe('cure-out-of-time');
  });

  it('is not decided by a registry that comes late', () => {
    expect(filed.refusalOf({ type: 'FindComplete', ...registry('2025-02-12T17:00:00+01:00') })).toBe(
      'completeness-check-out-of-time',
    );
  });
});

describe('a registered case', () => {
  const story = unfiled.when(...registered);

  it('has its docket number, and reply and long-stop run from the day of registration', () => {
    expect(story.state).toMatchObject({
      status: 'registered',
      registration: { docketNumber: 'CN-2025-0001' },
      running: { reply: { dueDate: '2025-02-21' }, 'long-stop': { dueDate: '2025-07-07' } },
    });
  });

  it('counts from the day of the expiry when the automatic check found it complete, though the day has ended', () => {
    const byDefault = unfiled.when(...registered.slice(0, 1), expire('completeness'), register);
    expect(byDefault.events.at(-2)).toMatchObject({
      type: 'CaseRegistered',
      occurredAt: at('2025-02-12T17:00:00+01:00'),
      data: {
        opens: [
          { id: 'reply', trigger: { kind: 'expiry', date: '2025-02-12' } },
          { id: 'long-stop', trigger: { date: '2025-02-12' } },
        ],
      },
    });
  });

  it('takes a reply in the last millisecond of the last day, and none later', () => {
    expect(story.when(reply('2025-02-21T16:59:59.999+01:00')).recorded).toEqual(['ReplyFiled']);
    expect(story.refusalOf(reply('2025-02-21T17:00:00+01:00'))).toBe('reply-out-of-time');
    expect(story.when(expire('reply')).refusalOf(reply('2025-02-21T16:59:59.999+01:00'))).toBe('reply-out-of-time');
  });

  it.each(['security', 'characterisation', 'other-forum', 'not-a-measure', 'time'] as const)(
    'goes on after an objection: %s (I-23)',
    (kind) => {
      const objecting = reply('2025-02-20T10:00:00Z', { position: 'objects', objections: [{ kind, reasons: [] }] });
      expect(story.when(objecting).state).toMatchObject({ exchange: { stage: 'consultations' } });
      expect(story.when(objecting).state).toHaveProperty(
        'running',
        (story.when(reply('2025-02-20T10:00:00Z')).state as RegisteredCase).running,
      );
    },
  );

  it('refuses a reply that contradicts itself', () => {
    expect(story.refusalOf(reply('2025-02-20T10:00:00Z', { position: 'objects' }))).toBe('objection-missing');
    expect(story.refusalOf(reply('2025-02-20T10:00:00Z', { objections: [{ kind: 'time', reasons: [] }] }))).toBe(
      'objection-out-of-place',
    );
    expect(story.refusalOf(reply('2025-02-20T10:00:00Z', { position: 'accepts-with-reservation' }))).toBe(
      'reservation-missing',
    );
    expect(
      story.refusalOf(reply('2025-02-20T10:00:00Z', { counterStatements: [{ claim: 'C7', statement: [] }] })),
    ).toBe('unknown-claim');
    const objections = [
      { kind: 'time', reasons: [] },
      { kind: 'security', claims: ['C1', 'C7'], reasons: [] },
    ] as const;
    expect(story.decision(reply('2025-02-20T10:00:00Z', { position: 'objects', objections }))).toMatchObject({
      reason: { code: 'unknown-claim' },
      path: '/objections/1/claims/1',
    });
  });

  it('refuses a reply by the complainant', () => {
    expect(story.refusalOf({ ...reply('2025-02-20T10:00:00Z'), ...complainant('2025-02-20T10:00:00Z') })).toBe(
      'not-the-respondent',
    );
  });

  it('goes unanswered and on to consultations, counted from the day of the expiry', () => {
    const lapsed = story.when(expire('reply'));
    expect(lapsed.state).toMatchObject({ exchange: { stage: 'consultations', reply: 'unanswered' } });
    expect(lapsed.events.at(-1)).toMatchObject({
      occurredAt: at('2025-02-21T17:00:00+01:00'),
      data: { opens: [{ id: 'consultations', trigger: { date: '2025-02-21' } }, { id: 'officials' }] },
    });
  });
});

describe('consultations', () => {
  const open = unfiled.when(...registered, reply('2025-02-20T10:00:00Z'));
  const offered = open.when({
    type: 'OfferCall',
    ...complainant('2025-02-24T09:00:00Z'),
    proposedFor: at('2025-02-26T09:00:00Z'),
  });

  it('keep a ledger of calls: answered by the other side before their time', () => {
    const answered = offered.when({ type: 'AnswerCall', ...respondent('2025-02-25T09:00:00Z'), callId: 'call:1' });
    expect(answered.state).toMatchObject({ exchange: { calls: [{ offeredBy: 'CN', outcome: { kind: 'answered' } }] } });
    expect(offered.refusalOf({ type: 'AnswerCall', ...complainant('2025-02-25T09:00:00Z'), callId: 'call:1' })).toBe(
      'own-call',
    );
    expect(offered.refusalOf({ type: 'AnswerCall', ...respondent('2025-02-26T09:00:00Z'), callId: 'call:1' })).toBe(
      'call-closed',
    );
    expect(offered.refusalOf({ type: 'AnswerCall', ...respondent('2025-02-25T09:00:00Z'), callId: 'call:2' })).toBe(
      'unknown-call',
    );
  });

  it('record as a fact that a call was not answered', () => {
    expect(offered.when(expire('call:1')).events.at(-1)).toMatchObject({
      type: 'CallUnanswered',
      tier: 'PUBLIC',
      occurredAt: at('2025-02-26T09:00:00Z'),
    });
  });

  it('take no call for a time outside them', () => {
    const offer = (proposedFor: string) => ({
      type: 'OfferCall' as const,
      ...complainant('2025-02-24T09:00:00Z'),
      proposedFor: at(proposedFor),
    });
    expect(open.refusalOf(offer('2025-02-24T09:00:00Z'))).toBe('call-outside-consultations');
    expect(open.refusalOf(offer('2025-12-24T09:00:00Z'))).toBe('call-outside-consultations');
  });

  it('take no offer after their end, before it is on record', () => {
    const late = {
      type: 'OfferCall' as const,
      ...complainant('2025-03-14T17:00:00+01:00'),
      proposedFor: at('2025-03-17T09:00:00Z'),
    };
    expect(open.state).toMatchObject({ running: { consultations: { dueDate: '2025-03-13' } } });
    expect(open.refusalOf(late)).toBe('not-in-consultations');
  });

  it('take a hundred offers of a side, and no more', () => {
    const offer = {
      type: 'OfferCall' as const,
      ...complainant('2025-02-24T09:00:00Z'),
      proposedFor: at('2025-02-26T09:00:00Z'),
    };
    const many = open.when(...Array.from({ length: 100 }, () => offer));
    expect(many.refusalOf(offer)).toBe('too-many-calls');
    expect(many.when({ ...offer, ...respondent('2025-02-24T09:00:00Z') }).recorded).toEqual(['CallOffered']);
  });

  it('end with their time and go to the co-heads', () => {
    expect(open.when(expire('consultations')).events.at(-1)).toMatchObject({
      type: 'ConsultationsClosed',
      data: { escalatedTo: 'coheads' },
    });
  });
});

describe('the outcome', () => {
  const story = unfiled.when(...registered);
  const findings = (when: string) => ({
    type: 'NotePanelOutcome' as const,
    outcome: 'findings' as const,
    at: at(when),
    eventId: 'panel-event',
  });

  it('is withdrawal by the complainant, which stops every clock', () => {
    const withdrawn = story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-10T10:00:00Z') });
    expect(withdrawn.state).toMatchObject({ status: 'ended', outcome: 'withdrawn', running: {} });
    expect(withdrawn.refusalOf(reply('2025-02-11T10:00:00Z'))).toBe('screening-ended');
    expect(story.refusalOf({ type: 'WithdrawGrievance', ...respondent('2025-02-10T10:00:00Z') })).toBe(
      'not-the-complainant',
    );
  });

  it('is no withdrawal that came after an expiry, before its default is on record (I-18)', () => {
    const withdrawal = { type: 'WithdrawGrievance' as const, ...complainant('2025-02-21T17:00:00+01:00') };
    expect(story.refusalOf(withdrawal)).toBe('default-pending');
    expect(story.when(expire('reply')).when(withdrawal).recorded).toEqual(['ScreeningEnded']);
    expect(story.when({ ...withdrawal, ...complainant('2025-02-21T16:59:59.999+01:00') }).recorded).toEqual([
      'ScreeningEnded',
    ]);
  });

  it('is no withdrawal at the long-stop, before the lapse is on record (I-17)', () => {
    const late = { type: 'WithdrawGrievance' as const, ...complainant('2025-07-07T17:00:00+02:00') };
    expect(story.when(expire('reply'), expire('officials'), expire('consultations')).refusalOf(late)).toBe(
      'long-stop-passed',
    );
  });

  it('is a lapse when the long-stop passes before findings', () => {
    const lapsed = story.when(expire('reply'), expire('consultations'), expire('long-stop'));
    expect(lapsed.state).toMatchObject({ status: 'ended', outcome: 'lapsed', endedBy: { reason: 'long-stop' } });
  });

  it('is findings issued, when the panel issued them in time', () => {
    expect(story.when(findings('2025-06-10T10:00:00Z')).state).toMatchObject({
      status: 'ended',
      outcome: 'findings-issued',
    });
    expect(story.when(findings('2025-08-10T10:00:00Z')).recorded).toEqual([]);
  });

  it('is set aside by findings in time that are learned of after the lapse (I-19)', () => {
    const late = story.when(expire('long-stop')).when(findings('2025-07-07T10:00:00Z'));
    expect(late.recorded).toEqual(['LapseSetAside', 'ScreeningEnded']);
    expect(late.state).toMatchObject({
      status: 'ended',
      outcome: 'findings-issued',
      registration: { docketNumber: 'CN-2025-0001' },
    });
  });

  it('comes behind what fell silent by then, though its default is decided later (I-18)', () => {
    const impossible = (when: string) => ({ ...findings(when), outcome: 'roster-exhausted' as const, sides: [] });
    const atExpiry = story.when(impossible('2025-02-21T17:00:00+01:00'));
    expect(atExpiry.recorded).toEqual(['ReplyLapsed', 'ScreeningEnded']);
    expect(atExpiry.state).toMatchObject({
      status: 'ended',
      outcome: 'no-panel',
      exchange: { reply: 'unanswered' },
      running: {},
    });
    expect(atExpiry.when(expire('reply')).recorded).toEqual([]);
    expect(story.when(impossible('2025-02-21T16:59:59.999+01:00')).recorded).toEqual(['ScreeningEnded']);
  });

  it('stays a lapse whatever the panel issued at the long-stop or after it', () => {
    expect(story.when(expire('long-stop')).when(findings('2025-07-07T17:00:00+02:00')).recorded).toEqual([]);
  });

  it('before the number came does not waste the number (I-27)', () => {
    const withdrawn = unfiled.when(...registered.slice(0, 2), {
      type: 'WithdrawGrievance',
      ...complainant('2025-02-07T10:00:00Z'),
    });
    const numbered = withdrawn.when(register);
    expect(numbered.state).toMatchObject({
      status: 'ended',
      outcome: 'withdrawn',
      registration: { docketNumber: 'CN-2025-0001' },
      running: {},
    });
    expect(numbered.when(register).recorded).toEqual([]);
  });

  it('is not reached twice: an expiry that comes again changes nothing (I-18)', () => {
    const lapsed = story.when(expire('reply'));
    expect(lapsed.when(expire('reply')).recorded).toEqual([]);
  });
});
