import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand, RegisteredCase } from '../case-commands.rules';
import { at, complainant, decider, expire, registered, reply, respondent } from '../case-story.fixture';
import { extension, propose, resumption, sign, suspension } from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const suspended = (until: string | null = null, when = '2025-02-10T11:00:00+01:00') =>
  story.when(propose(suspension(until), '2025-02-10T10:00:00+01:00'), sign(suspension(until), when));

describe('a suspension', () => {
  it('stops every clock and starts that of its own longest time', () => {
    expect(suspended().recorded).toEqual(['ProposalSigned', 'ScreeningSuspended']);
    expect(suspended().events.at(-1)).toMatchObject({
      tier: 'PUBLIC',
      data: { closes: ['reply', 'long-stop'], fromDay: '2025-02-10' },
    });
    expect(suspended().state).toMatchObject({
      status: 'suspended',
      running: { suspension: { dueDate: '2026-02-10' } },
    });
    expect(Object.keys((suspended().state as RegisteredCase).running)).toEqual(['suspension']);
  });

  it('gives back what was left when both resume: nine days of the reply, of which the first is the day after', () => {
    const resumed = suspended().when(
      propose(resumption, '2025-05-05T10:00:00+02:00'),
      sign(resumption, '2025-05-06T10:00:00+02:00', { n: 2 }),
    );
    expect(resumed.recorded).toEqual(['ProposalSigned', 'ScreeningResumed']);
    expect(resumed.state).toMatchObject({
      status: 'registered',
      exchange: { stage: 'awaiting-reply' },
      running: {
        reply: { firstDate: '2025-02-21', dueDate: '2025-05-19', changes: [{ kind: 'standstill' }] },
        'long-stop': { firstDate: '2025-07-07' },
      },
    });
    expect((resumed.state as RegisteredCase).running['suspension']).toBeUndefined();
    expect(resumed.when(reply('2025-05-19T16:59:59.999+02:00')).recorded).toEqual(['ReplyFiled']);
  });

  it('ends by itself on the day that both named, as of its end', () => {
    const over = suspended('2025-03-31').when(expire('suspension-end'));
    expect(over.events.at(-1)).toMatchObject({
      type: 'ScreeningResumed',
      occurredAt: at('2025-03-31T17:00:00+02:00'),
      data: { by: 'end-date', still: { toDay: '2025-03-31' } },
    });
    expect(over.when(expire('suspension-end'), expire('suspension')).recorded).toEqual([]);
  });

  it('is of twelve months at most: then the screening lapses (S11)', () => {
    const lapsed = suspended().when(expire('suspension'));
    expect(lapsed.events.at(-1)).toMatchObject({
      type: 'ScreeningEnded',
      tier: 'PUBLIC',
      occurredAt: at('2026-02-10T17:00:00+01:00'),
      data: { outcome: 'lapsed', by: { reason: 'suspension' } },
    });
    expect(lapsed.when(expire('suspension'), expire('long-stop')).recorded).toEqual([]);
  });

  it.each(['2025-02-10', '2025-02-09', '2026-02-10', '2026-03-01'])('names no end on %s', (day) => {
    const when = day === '2025-02-10' ? '2025-02-10T17:00:00+01:00' : '2025-02-10T10:00:00+01:00';
    expect(story.refusalOf(propose(suspension(day), when))).toBe('suspension-end-out-of-range');
  });

  it('lets nothing go on but giving up, agreeing and what happens by itself', () => {
    const act = complainant('2025-02-12T10:00:00Z');
    expect(suspended().refusalOf(reply('2025-02-12T10:00:00Z'))).toBe('screening-suspended');
    expect(suspended().refusalOf({ type: 'OfferCall', ...act, proposedFor: at('2025-02-13T10:00:00Z') })).toBe(
      'screening-suspended',
    );
    expect(suspended().refusalOf(propose(extension('suspension', 1), '2025-02-12T10:00:00Z'))).toBe(
      'screening-suspended',
    );
    expect(suspended().refusalOf(propose(suspension(), '2025-02-12T10:00:00Z'))).toBe('screening-suspended');
    expect(suspended().when({ type: 'WithdrawGrievance', ...act }).state).toMatchObject({
      status: 'ended',
      outcome: 'withdrawn',
      registration: { docketNumber: 'CN-2025-0001' },
    });
  });

  it('is of a registered case only', () => {
    expect(given(decider).when(registered[0]!).refusalOf(propose(suspension(), '2025-02-05T10:00:00Z'))).toBe(
      'not-registered',
    );
  });

  it('is of a screening that goes on, and so is its end', () => {
    const withdrawal: CaseCommand = { type: 'WithdrawGrievance', ...complainant('2025-02-12T10:00:00Z') };
    expect(story.when(withdrawal).refusalOf(propose(suspension(), '2025-02-13T10:00:00Z'))).toBe('screening-ended');
    expect(suspended().when(withdrawal).refusalOf(propose(resumption, '2025-02-13T10:00:00Z'))).toBe('screening-ended');
  });

  it('takes findings that came before it, and none after it', () => {
    const findings = (when: string): CaseCommand => ({
      type: 'NotePanelOutcome',
      outcome: 'findings',
      at: at(when),
      eventId: 'e',
    });
    expect(suspended().when(findings('2025-02-10T10:59:59.999+01:00')).state).toMatchObject({
      status: 'ended',
      outcome: 'findings-issued',
    });
    expect(suspended().when(findings('2025-02-10T11:00:00+01:00')).recorded).toEqual([]);
  });

  it('holds nobody to have missed a call whose time passed meanwhile', () => {
    const offered = story.when(
      reply('2025-02-07T10:00:00Z'),
      { type: 'OfferCall', ...complainant('2025-02-10T08:00:00Z'), proposedFor: at('2025-02-11T09:00:00Z') },
      { type: 'OfferCall', ...respondent('2025-02-10T08:00:00Z'), proposedFor: at('2025-02-27T09:00:00Z') },
    );
    const stopped = offered.when(
      propose(suspension('2025-02-20'), '2025-02-10T10:00:00+01:00'),
      sign(suspension('2025-02-20'), '2025-02-10T11:00:00+01:00'),
    );
    const { running } = stopped.when(expire('suspension-end')).state as RegisteredCase;
    expect(Object.keys(running)).toContain('call:2');
    expect(Object.keys(running)).not.toContain('call:1');
  });

  it(
    'never shortens a limit, and leaves what was left of it, however often and long it ' + 'stands still (I-20, I-21)',
    () => {
      const hours = fc.integer({ min: 1, max: 24 * 60 });
      fc.assert(
        fc.property(fc.array(fc.tuple(hours, hours), { minLength: 1, maxLength: 3 }), (times) => {
          let scenario = story;
          let now = Date.parse('2025-02-06T10:00:00Z');
          let n = 0;
          for (const [after, lasting] of times) {
            const before = (scenario.state as RegisteredCase).running;
            const first = Math.min(...Object.values(before).map(({ dueAt }) => Date.parse(dueAt)));
            const stop = new Date(Math.min(now + after * 3_600_000, first - 1)).toISOString();
            now = Date.parse(stop) + lasting * 3_600_000;
            const go = new Date(now).toISOString();
            scenario = scenario.when(
              propose(suspension(), stop),
              sign(suspension(), stop, { n: n + 1 }),
              propose(resumption, go),
              sign(resumption, go, { n: n + 2 }),
            );
            n += 2;
            const after_ = (scenario.state as RegisteredCase).running;
            expect(Object.keys(after_).sort()).toEqual(Object.keys(before).sort());
            for (const [id, { dueAt }] of Object.entries(after_))
              expect(dueAt > go && dueAt >= before[id]!.dueAt).toBe(true);
          }
        }),
        { numRuns: 50 },
      );
    },
  );
});
