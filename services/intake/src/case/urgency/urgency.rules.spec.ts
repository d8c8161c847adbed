import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand, RegisteredCase } from '../case-commands.rules';
import {
  at,
  caseId,
  complainant,
  decider,
  expire,
  filing,
  person,
  registry,
  reply,
  respondent,
} from '../case-story.fixture';
import { extension, propose, resumption, sign, suspension } from '../consent/consent-story.fixture';
import { refusalDigest } from './urgency.rules';
import { refusal, refusedByPanel, urgency } from './urgency-story.fixture';

const FILED = '2025-02-04T10:00:00+01:00';
const COMPLETE = '2025-02-04T12:00:00+01:00';

const filed = given(decider).when({ ...filing(FILED), urgency });
const registered = filed.when(
  { type: 'FindComplete', ...registry(COMPLETE) },
  { type: 'RegisterCase', docketNumber: 'CN-2025-0001', casesAtOnce: 1, completeAt: at(COMPLETE) },
);
const runningOf = (scenario: typeof filed) => (scenario.state as RegisteredCase).running;

describe('a case that is held to be urgent', () => {
  it('is checked in 24 hours of the clock, in which both co-heads may refuse', () => {
    expect(filed.state).toMatchObject({
      track: 'urgent',
      urgency: { status: 'claimed' },
      running: {
        completeness: { unit: 'hour', dueAt: at('2025-02-05T10:00:00+01:00') },
        'urgency-refusal': { dueAt: at('2025-02-05T10:00:00+01:00') },
      },
    });
  });

  it('stops the time of both co-heads too when a third deficiency closes it without prejudice', () => {
    const whole = { ...filing(FILED, { remedy: [] }), type: 'CureDeficiency' as const };
    const cured = (minute: number) => ({ ...whole, receivedAt: at(`2025-02-04T11:0${String(minute)}:00+01:00`) });
    const notice = (minute: number) => ({
      type: 'IssueDeficiencyNotice' as const,
      ...registry(`2025-02-04T11:0${String(minute)}:00+01:00`),
    });
    const defective = given(decider).when({ ...filing(FILED, { remedy: [] }), urgency });
    const closed = defective.when(notice(0), cured(1), notice(2), cured(3), notice(4));
    expect(closed.recorded).toEqual(['DeficiencyNoticeIssued', 'ScreeningEnded']);
    expect(closed.events.at(-1)).toMatchObject({
      data: { outcome: 'closed-without-prejudice', closes: ['urgency-refusal'] },
    });
  });

  it('is registered on urgent clocks, which count calendar days and roll nothing', () => {
    expect(registered.events.at(-2)).toMatchObject({
      type: 'CaseRegistered',
      data: { track: 'urgent', urgencyGround: 'perishable' },
    });
    expect(registered.events.at(-1)).toMatchObject({ type: 'GrievanceServed', data: { urgency } });
    expect(registered.state).toMatchObject({
      running: {
        reply: { dueDate: '2025-02-07' },
        'first-call': { dueAt: at('2025-02-05T12:00:00+01:00') },
        consultations: { dueDate: '2025-02-19' },
        'long-stop': { dueDate: '2025-03-06' },
      },
    });
  });

  it('is granted when the co-heads do not both refuse in time, as of the expiry', () => {
    const granted = registered.when(refusal('us', '2025-02-04T15:00:00+01:00'), expire('urgency-refusal'));
    expect(granted.events.at(-1)).toMatchObject({
      type: 'UrgencyGranted',
      occurredAt: at('2025-02-05T10:00:00+01:00'),
    });
    expect(granted.state).toMatchObject({
      track: 'urgent',
      urgency: { status: 'granted', signatures: [{ party: 'US' }] },
    });
    expect(granted.refusalOf(refusal('cn', '2025-02-05T09:00:00+01:00'))).toBe('urgency-decided');
    expect(granted.when(expire('urgency-refusal')).recorded).toEqual([]);
  });

  it('is offered a call while the reply is awaited, and that none was is a public fact (I-18)', () => {
    const offer: CaseCommand = {
      type: 'OfferCall',
      ...complainant('2025-02-04T14:00:00+01:00'),
      proposedFor: at('2025-02-05T09:00:00+01:00'),
    };
    const offered = registered.when(offer);
    expect(offered.events.at(-1)).toMatchObject({ type: 'CallOffered', data: { closes: ['first-call'] } });
    expect(offered.when(reply('2025-02-05T08:00:00+01:00')).state).toMatchObject({
      exchange: { stage: 'consultations', calls: [{ id: 'call:1' }] },
    });
    const missed = registered.when(expire('first-call'));
    expect(missed.events.at(-1)).toMatchObject({
      type: 'FirstCallMissed',
      tier: 'PUBLIC',
      occurredAt: at('2025-02-05T12:00:00+01:00'),
    });
  });

  it(
    'keeps the fact that no call was offered in time, when one comes while that is still to ' +
      'be recorded (I-18, I-19)',
    () => {
      const late = registered.when({
        type: 'OfferCall',
        ...complainant('2025-02-05T12:00:00+01:00'),
        proposedFor: at('2025-02-05T18:00:00+01:00'),
      });
      expect(late.events.at(-1)).toMatchObject({ type: 'CallOffered', data: { closes: [] } });
      expect(late.when(expire('first-call')).recorded).toEqual(['FirstCallMissed']);
    },
  );

  it('keeps the end of its consultations whenever the reply comes', () => {
    expect(runningOf(registered.when(reply('2025-02-06T10:00:00Z')))['consultations']).toEqual(
      runningOf(registered)['consultations'],
    );
    expect(runningOf(registered.when(expire('reply')))['consultations']).toEqual(
      runningOf(registered)['consultations'],
    );
  });

  it('has nothing extended (I-20)', () => {
    expect(registered.refusalOf(propose(extension('reply', 1), COMPLETE))).toBe('clock-not-extendable');
  });
});

describe('urgency', () => {
  const first = registered.when(refusal('us', '2025-02-04T15:00:00+01:00'));

  it('is refused by both co-heads over one digest; one alone changes nothing (I-04)', () => {
    expect(first.recorded).toEqual(['UrgencyRefusalSigned']);
    expect(runningOf(first)).toEqual(runningOf(registered));
    const refused = first.when(refusal('cn', '2025-02-05T09:59:59.999+01:00'));
    expect(refused.recorded).toEqual(['UrgencyRefusalSigned', 'TrackChanged']);
    expect(refused.events.at(-1)).toMatchObject({
      tier: 'PUBLIC',
      data: { from: 'urgent', track: 'standard', by: 'urgency-refused', clocks: 'restart' },
    });
    expect(refused.state).toMatchObject({ track: 'standard', urgency: { status: 'refused' } });
    expect(Object.keys(runningOf(refused)).sort()).toEqual(['long-stop', 'reply']);
    expect(runningOf(refused)).toMatchObject({
      reply: { track: 'standard', dueDate: '2025-02-20', firstDate: '2025-02-07' },
      'long-stop': { track: 'standard', dueDate: '2025-07-07', firstDate: '2025-03-06' },
    });
  });

  it('is refused by each side once, by two persons, over what was claimed, in time and not a millisecond later', () => {
    expect(first.refusalOf(refusal('us', '2025-02-04T16:00:00+01:00'))).toBe('signed-already');
    expect(first.refusalOf({ ...refusal('cn', '2025-02-04T16:00:00+01:00'), by: person('us-cohead') })).toBe(
      'signs-for-both',
    );
    expect(
      first.refusalOf({
        ...refusal('cn', '2025-02-04T16:00:00+01:00'),
        digest: refusalDigest(caseId, { ...urgency, ground: 'safety' }),
      }),
    ).toBe('digest-differs');
    expect(first.refusalOf(refusal('cn', '2025-02-05T10:00:00+01:00'))).toBe('urgency-decided');
    expect(given(decider).when(filing(FILED)).refusalOf(refusal('us', '2025-02-04T15:00:00+01:00'))).toBe('not-urgent');
  });

  it('is not refused once the screening has ended', () => {
    const ended = first.when({ type: 'WithdrawGrievance', ...complainant('2025-02-04T16:00:00+01:00') });
    expect(ended.refusalOf(refusal('cn', '2025-02-04T17:00:00+01:00'))).toBe('screening-ended');
  });

  it('is refused behind the default of a call whose time has passed (I-18)', () => {
    const called = first.when({
      type: 'OfferCall',
      ...complainant('2025-02-04T16:00:00+01:00'),
      proposedFor: at('2025-02-04T18:00:00+01:00'),
    });
    expect(called.refusalOf(refusal('cn', '2025-02-04T18:00:00+01:00'))).toBe('default-pending');
    expect(called.when(expire('call:1'), refusal('cn', '2025-02-04T18:00:00+01:00')).recorded).toContain(
      'TrackChanged',
    );
  });

  it('refused before the case is registered is between the parties, and the check has the standard time', () => {
    const refused = filed.when(refusal('us', '2025-02-04T15:00:00+01:00'), refusal('cn', '2025-02-04T16:00:00+01:00'));
    expect(refused.events.at(-1)).toMatchObject({ type: 'TrackChanged', tier: 'PARTIES' });
    expect(refused.state).toMatchObject({ running: { completeness: { track: 'standard', dueDate: '2025-02-12' } } });
    const complete = refused.when(
      { type: 'FindComplete', ...registry('2025-02-06T10:00:00+01:00') },
      {
        type: 'RegisterCase',
        docketNumber: 'CN-2025-0001',
        casesAtOnce: 1,
        completeAt: at('2025-02-06T10:00:00+01:00'),
      },
    );
    expect(Object.keys(runningOf(complete)).sort()).toEqual(['long-stop', 'reply']);
  });

  it('that the panel does not confirm is lost, and of expired limits that of the reply alone runs again (I-25)', () => {
    const lost = registered
      .when(expire('urgency-refusal'), expire('first-call'))
      .when(refusedByPanel('2025-02-10T10:00:00+01:00'));
    expect(lost.recorded).toEqual(['ReplyLapsed', 'TrackChanged']);
    expect(lost.state).toMatchObject({
      exchange: { stage: 'consultations', reply: 'unanswered' },
      running: { consultations: { track: 'standard', dueDate: '2025-03-04' }, officials: { track: 'standard' } },
    });
    expect(runningOf(lost)).not.toHaveProperty('first-call');
    // Counted from the registration, which arrived on 5 February, as if the case had never been urgent.
    expect(runningOf(lost)['reply']).toMatchObject({ track: 'standard', length: 10, dueDate: '2025-02-20' });
    const given = lost.when(reply('2025-02-20T16:59:59+01:00'));
    expect(given.recorded).toEqual(['ReplyFiled']);
    expect(given.state).toMatchObject({
      exchange: { stage: 'consultations', reply: { position: 'accepts' } },
      running: { consultations: { dueDate: '2025-03-04' } },
    });
    expect(given.refusalOf(reply('2025-02-20T16:59:59+01:00'))).toBe('not-awaiting-reply');
    const silent = lost.when(expire('reply'));
    expect(silent.recorded).toEqual(['ReplyLapsed']);
    expect(runningOf(silent)['consultations']).toEqual(runningOf(lost)['consultations']);
    expect(silent.refusalOf(reply('2025-02-20T17:00:00+01:00'))).toBe('reply-out-of-time');
    const lateLost = registered.when(refusedByPanel('2025-02-20T17:00:00+01:00'));
    expect(runningOf(lateLost)).not.toHaveProperty('reply');
    expect(lost.when(refusedByPanel('2025-02-10T10:00:00+01:00')).recorded).toEqual([]);
  });

  it('lost while the screening is suspended changes what stands still', () => {
    const still = registered
      .when(propose(suspension(), COMPLETE), sign(suspension(), COMPLETE))
      .when(refusedByPanel('2025-02-04T11:59:00+01:00'));
    const on = still.when(
      propose(resumption, '2025-03-03T10:00:00+01:00'),
      sign(resumption, respondent('2025-03-03T10:00:00+01:00'), { n: 2 }),
    );
    expect(on.state).toMatchObject({
      status: 'registered',
      track: 'standard',
      running: { reply: { track: 'standard', changes: [{ kind: 'track' }, { kind: 'standstill' }] } },
    });
  });

  it(
    'lost at whatever instant makes no limit earlier and brings none back, and shortens no later one ' +
      'than urgency did (I-25)',
    () => {
      const steps = fc.subarray<CaseCommand>([
        expire('urgency-refusal'),
        expire('first-call'),
        reply('2025-02-06T10:00:00Z'),
        expire('reply'),
        expire('consultations'),
      ]);
      fc.assert(
        fc.property(steps, fc.integer({ min: 0, max: 28 * 24 * 60 }), (commands, minutes) => {
          let { state } = registered;
          for (const command of commands) {
            const decision = decider.decide(command, state);
            if (decision.kind === 'accepted') state = decision.events.reduce(decider.evolve, state);
          }
          const before = state as RegisteredCase;
          const when = new Date(Date.parse(COMPLETE) + minutes * 60_000).toISOString();
          const decision = decider.decide(refusedByPanel(when), before);
          if (decision.kind === 'refused') throw new Error(decision.reason.code);
          const after = decision.events.reduce(decider.evolve, before) as RegisteredCase;
          expect(after.track).toBe('standard');
          for (const [id, { dueAt }] of Object.entries(after.running)) {
            if (id !== 'officials') expect(dueAt >= (before.running[id]?.dueAt ?? dueAt)).toBe(true);
            expect(dueAt > when).toBe(true);
            const anew = ['officials', 'consultations', 'joint-proposal', 'reply'];
            expect(anew.includes(id) || before.running[id] !== undefined).toBe(true);
          }
          for (const { id, dueAt } of Object.values(before.running))
            if (dueAt <= when && id !== 'reply') expect(after.running[id]).toBeUndefined();
        }),
      );
    },
  );
});
