import { given } from '@parley/testing';
import type { Act, CaseCommand, RegisteredCase } from '../case-commands.rules';
import { at, complainant, decider, expire, person, registered, reply, respondent } from '../case-story.fixture';
import { minutesDigest } from './time-of-call.rules';

const consulting = given(decider).when(...registered, reply('2025-02-20T10:00:00Z'));
const END = '2025-03-13T16:00:00Z';
const offer = (by: Act, proposedFor: string): CaseCommand => ({
  type: 'OfferCall',
  ...by,
  proposedFor: at(proposedFor),
});
const accepts = (by: Act, callId = 'call:1'): CaseCommand => ({ type: 'AcceptCall', ...by, callId });
const moves = (by: Act, proposedFor: string, callId = 'call:1'): CaseCommand => ({
  type: 'MoveCall',
  ...by,
  callId,
  proposedFor: at(proposedFor),
});
const answers = (by: Act, callId = 'call:1'): CaseCommand => ({ type: 'AnswerCall', ...by, callId });
const escalates = (by: Act): CaseCommand => ({ type: 'EscalateConsultations', ...by });
const concludes = (by: Act): CaseCommand => ({ type: 'ConcludeConsultations', ...by });

describe('the level of the co-heads', () => {
  const deputies = consulting.when(escalates(complainant('2025-02-26T09:00:00Z')));
  const coHeads = deputies.when(escalates(respondent('2025-02-27T09:00:00Z')));
  const consultations = ({ state }: typeof coHeads) => (state as RegisteredCase).running['consultations'];

  it('puts the consultations into the agenda of the co-heads as well, to the end that they had (I-64)', () => {
    expect(consultations(deputies)?.awaits).toBeUndefined();
    expect(consultations(coHeads)).toEqual({ ...consultations(deputies), awaits: 'parties-and-coheads' });
    expect(coHeads.refusalOf(escalates(complainant('2025-02-28T09:00:00Z')))).toBe('highest-level');
    expect(coHeads.when(expire('consultations')).events.at(-1)).toMatchObject({
      type: 'ConsultationsClosed',
      occurredAt: at(END),
    });
  });
});

describe('a call', () => {
  const offered = consulting.when(offer(complainant('2025-02-24T09:00:00Z'), '2025-02-26T09:00:00Z'));

  it('is offered at the level of the day, and its time ends when it is to take place', () => {
    expect(offered.events.at(-1)).toMatchObject({
      data: { level: 'officials', opens: [{ id: 'call:1', dueAt: at('2025-02-26T09:00:00Z') }] },
    });
  });

  it('awaits the party that did not name its time, and the agenda says so', () => {
    const awaits = (story: typeof offered) => (story.state as RegisteredCase).running['call:1']?.awaits;
    const moved = offered.when(moves(respondent('2025-02-25T09:00:00Z'), '2025-02-27T09:00:00Z'));
    expect([awaits(offered), awaits(offered.when(accepts(respondent('2025-02-25T09:00:00Z')))), awaits(moved)]).toEqual(
      ['party:US', 'party:US', 'party:CN'],
    );
  });

  it('is the deputies’ from the end of the officials’ time, before the default is on record', () => {
    expect(consulting.state).toMatchObject({ running: { officials: { dueAt: at('2025-03-04T16:00:00Z') } } });
    const late = consulting.when(offer(complainant('2025-03-04T16:00:00.000Z'), '2025-03-06T09:00:00Z'));
    expect(late.events.at(-1)).toMatchObject({ data: { level: 'deputies' } });
    expect(
      consulting.when(offer(complainant('2025-03-04T15:59:59.999Z'), '2025-03-06T09:00:00Z')).events.at(-1),
    ).toMatchObject({ data: { level: 'officials' } });
  });

  it('that is accepted may be taken until half an hour after its time, and not a millisecond later', () => {
    const accepted = offered.when(accepts(respondent('2025-02-25T09:00:00Z')));
    expect(accepted.state).toMatchObject({ running: { 'call:1': { dueAt: at('2025-02-26T09:30:00Z') } } });
    expect(accepted.when(answers(respondent('2025-02-26T09:29:59.999Z'))).recorded).toEqual(['CallAnswered']);
    expect(accepted.refusalOf(answers(respondent('2025-02-26T09:30:00.000Z')))).toBe('call-closed');
    expect(accepted.refusalOf(accepts(respondent('2025-02-25T10:00:00Z')))).toBe('call-accepted');
  });

  it('that is accepted and not taken is unanswered by the party awaited', () => {
    const silent = offered.when(accepts(respondent('2025-02-25T09:00:00Z')), expire('call:1'));
    expect(silent.events.at(-1)).toMatchObject({
      type: 'CallUnanswered',
      occurredAt: at('2025-02-26T09:30:00Z'),
      data: { awaited: 'US' },
    });
  });

  it('is accepted and answered by the party awaited alone', () => {
    expect(offered.refusalOf(accepts(complainant('2025-02-25T09:00:00Z')))).toBe('own-call');
    expect(offered.refusalOf(answers(complainant('2025-02-25T09:00:00Z')))).toBe('own-call');
    expect(offered.refusalOf(accepts({ ...respondent('2025-02-25T09:00:00Z'), party: null }))).toBe('not-a-party');
  });

  it('that is moved keeps both times, and the side that did not name the new one is awaited', () => {
    const moved = offered.when(
      accepts(respondent('2025-02-25T08:00:00Z')),
      moves(respondent('2025-02-25T09:00:00Z'), '2025-02-27T09:00:00Z'),
    );
    const exchange = {
      calls: [
        {
          namedBy: 'US',
          acceptedAt: null,
          moves: [{ by: 'US', from: at('2025-02-26T09:00:00Z'), to: at('2025-02-27T09:00:00Z') }],
        },
      ],
    };
    expect(moved.state).toMatchObject({ exchange, running: { 'call:1': { dueAt: at('2025-02-27T09:00:00Z') } } });
    expect(moved.refusalOf(answers(respondent('2025-02-26T09:00:00Z')))).toBe('own-call');
    expect(moved.when(expire('call:1')).events.at(-1)).toMatchObject({ data: { awaited: 'CN' } });
  });

  it('is moved once by each side, within the time of consultations, and not when its time has come', () => {
    const moved = offered.when(moves(respondent('2025-02-25T09:00:00Z'), '2025-02-27T09:00:00Z'));
    expect(moved.refusalOf(moves(respondent('2025-02-25T10:00:00Z'), '2025-02-28T09:00:00Z'))).toBe(
      'call-moved-already',
    );
    expect(moved.when(moves(complainant('2025-02-25T10:00:00Z'), '2025-02-28T09:00:00Z')).recorded).toEqual([
      'CallMoved',
    ]);
    expect(offered.refusalOf(moves(complainant('2025-02-25T10:00:00Z'), END))).toBe('call-outside-consultations');
    expect(offered.refusalOf(moves(complainant('2025-02-25T10:00:00Z'), '2025-02-26T09:00:00Z'))).toBe(
      'call-same-time',
    );
    expect(offered.refusalOf(moves(complainant('2025-02-26T09:00:00Z'), '2025-02-28T09:00:00Z'))).toBe('call-closed');
    const accepted = offered.when(accepts(respondent('2025-02-25T09:00:00Z')));
    expect(accepted.refusalOf(moves(complainant('2025-02-26T09:00:00Z'), '2025-02-28T09:00:00Z'))).toBe('call-closed');
  });

  it('of another case is unknown', () =>
    expect(offered.refusalOf(accepts(respondent('2025-02-25T09:00:00Z'), 'call:2'))).toBe('unknown-call'));

  it('that ends with the consultations is counted before they close', () => {
    const last = consulting.when(
      offer(complainant('2025-03-10T09:00:00Z'), '2025-03-13T15:50:00Z'),
      accepts(respondent('2025-03-11T09:00:00Z')),
    );
    const closed = last.when(expire('officials'), expire('consultations'));
    expect(closed.recorded.slice(-2)).toEqual(['CallUnanswered', 'ConsultationsClosed']);
    expect(closed.events.at(-1)).toMatchObject({
      occurredAt: at(END),
      data: { escalatedTo: 'coheads', ledger: { offered: 1, unanswered: 1 } },
    });
  });
});

describe('the level of consultations', () => {
  it('rises by either party’s word, step by step, and no further than the co-heads', () => {
    const deputies = consulting.when(escalates(respondent('2025-02-24T09:00:00Z')));
    expect(deputies.events.at(-1)).toMatchObject({
      tier: 'PUBLIC',
      data: { from: 'officials', to: 'deputies', party: 'US', closes: ['officials'] },
    });
    const coheads = deputies.when(escalates(complainant('2025-02-25T09:00:00Z')));
    expect(coheads.state).toMatchObject({
      exchange: { consultations: { level: 'coheads', escalations: [{ by: 'US' }, { by: 'CN' }] } },
    });
    expect(coheads.refusalOf(escalates(complainant('2025-02-26T09:00:00Z')))).toBe('highest-level');
  });

  it('rises by itself at the end of the officials’ time', () => {
    expect(consulting.when(expire('officials')).events.at(-1)).toMatchObject({
      occurredAt: at('2025-03-04T16:00:00Z'),
      data: { by: 'default', party: null, to: 'deputies' },
    });
  });

  it('waits for the default of a time that has passed', () => {
    expect(consulting.refusalOf(escalates(respondent('2025-03-04T16:00:00.000Z')))).toBe('default-pending');
  });

  it('is nothing outside consultations', () => {
    expect(
      given(decider)
        .when(...registered)
        .refusalOf(escalates(respondent('2025-02-10T09:00:00Z'))),
    ).toBe('not-in-consultations');
    expect(consulting.refusalOf(escalates(respondent(END)))).toBe('not-in-consultations');
  });
});

describe('minutes', () => {
  const answered = consulting.when(
    offer(complainant('2025-02-24T09:00:00Z'), '2025-02-26T09:00:00Z'),
    answers(respondent('2025-02-25T09:00:00Z')),
  );
  const text = [{ lang: 'en', text: 'Figures were explained.', kind: 'original' }] as const;
  const files = (by: Act, callId = 'call:1'): CaseCommand => ({ type: 'FileMinutes', ...by, callId, text });
  const digest = minutesDigest('5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as never, 'call:1', text);
  const signs = (by: Act, over = digest): CaseCommand => ({
    type: 'SignMinutes',
    ...by,
    minutesId: 'minutes:1',
    digest: over,
  });
  const filed = answered.when(files(complainant('2025-02-27T09:00:00Z')));

  it('are agreed by the other side’s signature over the same digest (I-04)', () => {
    const agreed = filed.when(signs(respondent('2025-02-28T09:00:00Z')));
    expect(agreed.events.at(-1)).toMatchObject({ type: 'MinutesAgreed', rule: 'I-04', tier: 'PARTIES' });
    expect(agreed.refusalOf(signs(respondent('2025-02-28T10:00:00Z')))).toBe('minutes-agreed');
    expect(agreed.refusalOf(files(respondent('2025-02-28T10:00:00Z')))).toBe('minutes-agreed');
    expect(filed.refusalOf(signs(respondent('2025-02-28T09:00:00Z'), 'cd'.repeat(32) as never))).toBe('digest-differs');
  });

  it('are not agreed by the side that wrote them, nor by one person for both (I-05)', () => {
    expect(filed.refusalOf(signs(complainant('2025-02-28T09:00:00Z')))).toBe('own-minutes');
    expect(filed.refusalOf(signs({ ...respondent('2025-02-28T09:00:00Z'), by: person('cn-desk-1') }))).toBe(
      'signs-for-both',
    );
  });

  it('of both sides stand side by side, one of each', () => {
    const both = filed.when(files(respondent('2025-02-28T09:00:00Z')));
    expect(both.state).toMatchObject({ exchange: { consultations: { minutes: [{ party: 'CN' }, { party: 'US' }] } } });
    expect(both.refusalOf(signs(respondent('2025-02-28T10:00:00Z')))).toBe('minutes-side-by-side');
    expect(both.refusalOf(files(respondent('2025-02-28T10:00:00Z')))).toBe('minutes-filed');
  });

  it('are of a call that was answered, and are still written when S5 has ended', () => {
    const other = answered.when(offer(complainant('2025-02-26T09:00:00Z'), '2025-02-28T09:00:00Z'));
    expect(other.refusalOf(files(complainant('2025-02-27T09:00:00Z'), 'call:2'))).toBe('call-not-answered');
    expect(other.refusalOf(files(complainant('2025-02-27T09:00:00Z'), 'call:3'))).toBe('unknown-call');
    expect(
      answered.when(expire('officials'), expire('consultations'), files(complainant('2025-03-14T09:00:00Z'))).recorded,
    ).toEqual(['MinutesFiled']);
    expect(
      answered
        .when({ type: 'WithdrawGrievance', ...complainant('2025-03-03T09:00:00Z') })
        .refusalOf(files(complainant('2025-03-04T09:00:00Z'))),
    ).toBe('screening-ended');
  });

  it('are not agreed once the screening has ended', () => {
    const ended = filed.when({ type: 'WithdrawGrievance', ...complainant('2025-03-03T09:00:00Z') });
    expect(ended.refusalOf(signs(respondent('2025-03-04T09:00:00Z')))).toBe('screening-ended');
  });
});

describe('the conclusion of consultations', () => {
  it('is both parties’: it ends S5 before its time, and nothing is left for the co-heads', () => {
    const one = consulting.when(
      offer(complainant('2025-02-24T09:00:00Z'), '2025-03-05T09:00:00Z'),
      concludes(complainant('2025-02-25T09:00:00Z')),
    );
    expect(one.state).toMatchObject({ exchange: { stage: 'consultations' } });
    expect(one.refusalOf(concludes(complainant('2025-02-26T09:00:00Z')))).toBe('concluded-already');
    const both = one.when(concludes(respondent('2025-02-26T09:00:00Z')));
    expect(both.recorded).toEqual(['ConclusionDeclared', 'ConsultationsClosed']);
    expect(both.events.at(-1)).toMatchObject({
      occurredAt: at('2025-02-26T09:00:00Z'),
      data: { escalatedTo: null, ledger: { offered: 1, unanswered: 0 } },
    });
    expect(both.state).toMatchObject({
      exchange: { stage: 'closed', calls: [{ outcome: { kind: 'released' } }] },
      running: { 'long-stop': {} },
    });
    expect(Object.keys(both.state.status === 'registered' ? both.state.running : {})).toEqual(['long-stop']);
  });

  it('waits for the default of a call whose time has passed, and comes too late at the end of S5', () => {
    const one = consulting.when(
      offer(complainant('2025-02-24T09:00:00Z'), '2025-02-25T09:00:00Z'),
      concludes(complainant('2025-02-24T10:00:00Z')),
    );
    expect(one.refusalOf(concludes(respondent('2025-02-25T09:00:00Z')))).toBe('default-pending');
    expect(one.refusalOf(concludes(respondent(END)))).toBe('not-in-consultations');
  });
});
