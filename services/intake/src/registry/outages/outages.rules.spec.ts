import { plusMillis } from '@parley/kernel';
import { endsInOutage } from '@parley/procedure';
import { given } from '@parley/testing';
import fc from 'fast-check';
import {
  at,
  complainant,
  decider,
  enteredLate,
  expire,
  filing,
  registered,
  registry,
  reply,
  respondent,
} from '../../case/case-story.fixture';
import type { CaseCommand, CaseState } from '../../case/case-commands.rules';
import type { Reply } from '../../case/reply/reply.rules';

const REPLY_DUE = at('2025-02-21T17:00:00+01:00');
const note = (from: string, to: string): CaseCommand => ({
  type: 'NoteOutage',
  outageId: 'o1',
  from: at(from),
  to: at(to),
  declaredBy: 'heartbeat',
  elsewhere: false,
  at: at(to),
});
const accepts = { position: 'accepts', objections: [], reservation: [], counterStatements: [] } as const;
const enter = (cameAt: string, enteredAt = '2025-02-26T10:00:00+01:00', content: Reply = accepts): CaseCommand =>
  enteredLate({ type: 'FileReply', ...respondent(cameAt), reply: content }, enteredAt);
const story = given(decider).when(...registered);
const running = (state: CaseState) => (state.status === 'unfiled' ? {} : state.running);

describe('an outage that a case notes (I-61)', () => {
  it('moves what ended in it to the end of the next joint business day after it, and leaves the rest', () => {
    const noted = story.when(note('2025-02-21T15:30:00+01:00', '2025-02-21T18:00:00+01:00'));
    expect(noted.events.at(-1)).toMatchObject({
      type: 'OutageNoted',
      tier: 'PUBLIC',
      data: { opens: [{ id: 'reply', firstDate: '2025-02-21', dueDate: '2025-02-24', changes: [{ kind: 'outage' }] }] },
    });
    expect(running(noted.state)['long-stop']).toEqual(running(story.state)['long-stop']);
  });

  it('gives the respondent the time it had lost, and its default waits for the new end', () => {
    const noted = story.when(note('2025-02-21T15:30:00+01:00', '2025-02-21T18:00:00+01:00'));
    expect(noted.when(reply('2025-02-24T16:59:59.999+01:00')).recorded).toEqual(['ReplyFiled']);
    expect(noted.refusalOf(reply('2025-02-24T17:00:00+01:00'))).toBe('reply-out-of-time');
    expect(noted.when(expire('reply')).events.at(-1)).toMatchObject({
      type: 'ReplyLapsed',
      occurredAt: '2025-02-24T16:00:00.000Z',
    });
  });

  it('moves the long-stop as the rest, and what the case keeps of it', () => {
    const { state } = story.when(note('2025-07-07T10:00:00+02:00', '2025-07-08T10:00:00+02:00'));
    expect(state).toMatchObject({ registration: { longStop: '2025-07-09T15:00:00.000Z' } });
  });

  it('moves the time of a call that was to take place in it', () => {
    const offer: CaseCommand = {
      type: 'OfferCall',
      ...complainant('2025-02-24T09:00:00Z'),
      proposedFor: at('2025-02-26T09:00:00Z'),
    };
    const { state } = story.when(expire('reply'), offer, note('2025-02-26T08:00:00Z', '2025-02-26T12:00:00Z'));
    expect(running(state)['call:1']?.dueAt).toBe('2025-02-27T16:00:00.000Z');
  });

  it('is nothing to a case that has no such deadline, and stays between the parties before registration', () => {
    const nothing = note('2025-02-20T00:00:00Z', '2025-02-20T12:00:00Z');
    expect(story.when(nothing).recorded).toEqual([]);
    expect(story.when({ ...nothing, elsewhere: true } as CaseCommand).events.at(-1)).toMatchObject({
      type: 'OutageNoted',
      data: { opens: [] },
    });
    const filed = given(decider).when(
      filing('2025-02-04T10:00:00+01:00'),
      note('2025-02-12T15:00:00+01:00', '2025-02-12T19:00:00+01:00'),
    );
    expect(filed.events.at(-1)).toMatchObject({
      type: 'OutageNoted',
      tier: 'PARTIES',
      data: { opens: [{ id: 'completeness' }] },
    });
  });

  it('makes no limit earlier, and moves those that ended in it or in the hour after it, and no other', () => {
    const instant = fc
      .integer({ min: 0, max: 200 * 24 * 60 })
      .map((minutes) => plusMillis(at('2025-02-06T00:00:00Z'), minutes * 60_000));
    fc.assert(
      fc.property(instant, fc.integer({ min: 31, max: 40_000 }), fc.boolean(), (from, minutes, replied) => {
        const before = (replied ? story.when(expire('reply')) : story).state;
        const outage = { from, to: plusMillis(from, minutes * 60_000) };
        const decision = decider.decide(
          { type: 'NoteOutage', outageId: 'o1', ...outage, declaredBy: 'coheads', elsewhere: false, at: outage.to },
          before,
        );
        const after =
          decision.kind === 'accepted'
            ? decision.events.reduce((state, event) => decider.evolve(state, event), before)
            : before;
        for (const [id, { dueAt }] of Object.entries(running(before))) {
          const now = running(after)[id]?.dueAt ?? '';
          const lastHour = Date.parse(dueAt) - 3_600_000;
          const lost = Date.parse(outage.to) - Math.max(Date.parse(outage.from), lastHour);
          if (endsInOutage({ dueAt }, outage) || (dueAt > outage.to && lost > 120_000))
            expect(now > outage.to && now > dueAt).toBe(true);
          else expect(now).toBe(dueAt);
        }
      }),
    );
  });
});

describe('a reply that came by another channel', () => {
  it('is filed as of when it came while it is awaited, and the record says so', () => {
    const { events } = story.when(enter('2025-02-20T10:00:00+01:00', '2025-02-20T15:00:00+01:00'));
    expect(events.slice(-2)).toMatchObject([
      {
        type: 'LateEntryCounted',
        rule: 'I-67',
        occurredAt: at('2025-02-20T15:00:00+01:00'),
        data: { cameAt: at('2025-02-20T10:00:00+01:00'), because: { kind: 'outage' }, setsAside: false },
      },
      { type: 'ReplyFiled', occurredAt: at('2025-02-20T10:00:00+01:00') },
    ]);
  });

  it('sets the lapse aside by an event that points to it, and consultations stand (I-19)', () => {
    const lapsed = story.when(expire('reply'));
    const entered = lapsed.when(enter('2025-02-21T16:59:59.999+01:00'));
    expect(entered.events.slice(-2)).toMatchObject([
      { type: 'LateEntryCounted', data: { entryId: 'e1', setsAside: true } },
      { type: 'ReplyLapseSetAside', rule: 'I-19', tier: 'PANEL', data: { becauseOf: 'e1' } },
    ]);
    expect(entered.state).toMatchObject({
      exchange: {
        stage: 'consultations',
        reply: { position: 'accepts' },
        repliedAt: at('2025-02-21T16:59:59.999+01:00'),
      },
    });
    expect(running(entered.state)).toEqual(running(lapsed.state));
  });

  it('sets nothing aside when it came as the time had ended, to the millisecond', () => {
    expect(story.when(expire('reply')).refusalOf(enter(REPLY_DUE))).toBe('late-entry-came-too-late');
    expect(story.refusalOf(enter(REPLY_DUE))).toBe('late-entry-came-too-late');
  });

  it('came before it is entered, after registration, once, and says what a reply has to say', () => {
    const lapsed = story.when(expire('reply'));
    expect(lapsed.refusalOf(enter('2025-02-27T10:00:00+01:00'))).toBe('late-entry-in-the-future');
    expect(lapsed.refusalOf(enter('2025-02-05T10:00:00+01:00'))).toBe('late-entry-before-its-time');
    const entered = lapsed.when(enter('2025-02-20T10:00:00+01:00'));
    expect(entered.refusalOf(enter('2025-02-20T10:00:00+01:00'))).toBe('not-awaiting-reply');
    expect(entered.refusalOf(enter('2025-02-05T10:00:00+01:00'))).toBe('late-entry-before-its-time');
    const empty = enter('2025-02-20T10:00:00+01:00', undefined, { ...accepts, position: 'objects' });
    expect(lapsed.refusalOf(empty)).toBe('objection-missing');
    expect(given(decider).when(filing('2025-02-04T10:00:00+01:00')).refusalOf(enter('2025-02-20T10:00:00+01:00'))).toBe(
      'not-awaiting-reply',
    );
    expect(
      lapsed
        .when({ type: 'WithdrawGrievance', ...complainant('2025-02-25T10:00:00+01:00') })
        .refusalOf(enter('2025-02-20T10:00:00+01:00')),
    ).toBe('screening-ended');
  });
});

describe('the answer to a call that came by another channel', () => {
  const offered = story.when(reply('2025-02-12T10:00:00Z'), {
    type: 'OfferCall',
    ...complainant('2025-02-12T12:00:00Z'),
    proposedFor: at('2025-02-18T10:00:00Z'),
  });
  const unanswered = offered.when(expire('call:1'));
  const took = (cameAt: string, enteredAt = '2025-02-20T10:00:00Z', act: object = {}): CaseCommand =>
    enteredLate({ type: 'AnswerCall', ...respondent(cameAt), callId: 'call:1', ...act }, enteredAt);
  const outcome = (state: CaseState) => (state.status === 'registered' ? state.exchange.calls[0]?.outcome : undefined);

  it('makes a call answered that the record said nobody took, by an event that points to it (I-19)', () => {
    const proved = unanswered.when(took('2025-02-18T09:59:59.999Z'));
    expect(proved.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'CallAnswered']);
    expect(proved.events.at(-2)).toMatchObject({
      rule: 'I-19',
      data: { becauseOf: 'e1', act: 'call-answer', deadline: 'call:1', dueAt: at('2025-02-18T10:00:00Z') },
    });
    expect(outcome(proved.state)).toEqual({ kind: 'answered', at: at('2025-02-18T09:59:59.999Z') });
    expect(proved.refusalOf(took('2025-02-18T09:00:00Z'))).toBe('late-entry-nothing-awaited');
  });

  it('stands though consultations have ended since', () => {
    const closed = unanswered.when(expire('consultations'));
    expect(outcome(closed.when(took('2025-02-18T09:00:00Z', '2025-03-20T10:00:00Z')).state)).toMatchObject({
      kind: 'answered',
    });
  });

  it('is simply the answer while the call is awaited', () => {
    expect(offered.when(took('2025-02-17T09:00:00Z', '2025-02-17T12:00:00Z')).recorded).toEqual([
      'LateEntryCounted',
      'CallAnswered',
    ]);
  });

  it('came in time, from the side that was called', () => {
    expect(unanswered.refusalOf(took('2025-02-18T10:00:00Z'))).toBe('late-entry-came-too-late');
    expect(unanswered.refusalOf(took('2025-02-12T11:59:59Z'))).toBe('late-entry-before-its-time');
    expect(
      unanswered.refusalOf(took('2025-02-18T09:00:00Z', '2025-02-20T10:00:00Z', complainant('2025-02-18T09:00:00Z'))),
    ).toBe('own-call');
    expect(unanswered.refusalOf(took('2025-02-18T09:00:00Z', '2025-02-20T10:00:00Z', { party: null }))).toBe(
      'not-a-party',
    );
    expect(unanswered.refusalOf(took('2025-02-18T09:00:00Z', '2025-02-20T10:00:00Z', { callId: 'call:9' }))).toBe(
      'unknown-call',
    );
  });

  it('belongs to consultations, and comes too late when the screening has ended', () => {
    const ended = unanswered.when({ type: 'WithdrawGrievance', ...complainant('2025-02-19T10:00:00Z') });
    expect(ended.refusalOf(took('2025-02-18T09:00:00Z'))).toBe('screening-ended');
    const filed = given(decider).when(filing('2025-02-04T10:00:00+01:00'));
    expect(filed.refusalOf(took('2025-02-18T09:00:00Z'))).toBe('not-in-consultations');
  });
});

describe('a cure that came by another channel', () => {
  const deficient = given(decider).when(filing('2025-02-04T10:00:00+01:00', { remedy: [] }), {
    type: 'IssueDeficiencyNotice',
    ...registry('2025-02-05T10:00:00Z'),
  });
  const closed = deficient.when(expire('cure'));
  const cure = (cameAt: string, enteredAt = '2025-03-10T10:00:00Z', act: object = {}): CaseCommand => {
    const { type: _type, caseId: _case, parties: _parties, ...filed } = filing(cameAt);
    return enteredLate({ type: 'CureDeficiency', ...filed, ...act }, enteredAt);
  };

  it('reopens the case that was closed for want of it, by an event that points to the entry (I-19)', () => {
    const cured = closed.when(cure('2025-02-18T10:00:00Z'));
    expect(cured.recorded).toEqual(['LateEntryCounted', 'DefaultSetAside', 'DeficiencyCured']);
    expect(cured.events.at(-2)).toMatchObject({
      rule: 'I-19',
      tier: 'PARTIES',
      data: { becauseOf: 'e1', act: 'cure', deadline: 'cure' },
    });
    expect(cured.state).toMatchObject({
      status: 'filed',
      cures: 1,
      running: { completeness: { trigger: { event: 'DeficiencyCured', instant: at('2025-03-10T10:00:00Z') } } },
    });
    expect(cured.when(expire('completeness')).recorded).toEqual(['GrievanceFoundComplete']);
  });

  it('is simply a cure while it is awaited', () => {
    expect(deficient.when(cure('2025-02-10T10:00:00Z', '2025-02-11T10:00:00Z')).recorded).toEqual([
      'LateEntryCounted',
      'DeficiencyCured',
    ]);
  });

  it('came in time, from the complainant, and reopens nothing that ended otherwise', () => {
    const { endedAt } = closed.state as { endedAt: string };
    expect(closed.refusalOf(cure(endedAt))).toBe('late-entry-came-too-late');
    expect(closed.refusalOf(cure('2025-02-05T09:59:59Z'))).toBe('late-entry-before-its-time');
    expect(closed.refusalOf(cure('2025-02-18T10:00:00Z', '2025-03-10T10:00:00Z', { party: 'US' }))).toBe(
      'not-the-complainant',
    );
    expect(closed.refusalOf(cure(endedAt, '2025-03-10T10:00:00Z', { party: 'US' }))).toBe('not-the-complainant');
    const withdrawn = deficient.when({ type: 'WithdrawGrievance', ...complainant('2025-02-06T10:00:00Z') });
    expect(withdrawn.refusalOf(cure('2025-02-05T12:00:00Z'))).toBe('late-entry-nothing-awaited');
    expect(story.refusalOf(cure('2025-02-05T12:00:00Z'))).toBe('late-entry-nothing-awaited');
  });
});
