import { given } from '@parley/testing';
import type { Act, CaseCommand, RegisteredCase } from '../case-commands.rules';
import { at, complainant, decider, expire, registered, reply, respondent } from '../case-story.fixture';
import { propose, reopening, resumption, sign, suspension } from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const suspended = story.when(
  propose(suspension(), '2025-02-10T10:00:00+01:00'),
  sign(suspension(), '2025-02-10T11:00:00+01:00'),
);
const notice = (act: Act): CaseCommand => ({ type: 'GiveResumptionNotice', ...act });
const running = ({ state }: typeof story) => Object.keys((state as RegisteredCase).running);

describe('a notice that ends a suspension (S11)', () => {
  it.each([
    ['complainant', complainant],
    ['respondent', respondent],
  ])('is given by the %s alone, and five joint business days later the screening goes on', (_side, act) => {
    const given = suspended.when(notice(act('2025-05-06T10:00:00+02:00')));
    expect(given.events.at(-1)).toMatchObject({
      type: 'ResumptionNoticeGiven',
      tier: 'PUBLIC',
      data: { closes: ['suspension'], opens: [{ id: 'resumption', dueDate: '2025-05-13' }] },
    });
    expect(given.refusalOf(reply('2025-05-07T10:00:00+02:00'))).toBe('screening-suspended');
    const resumed = given.when(expire('resumption'));
    expect(resumed.events.at(-1)).toMatchObject({
      type: 'ScreeningResumed',
      occurredAt: at('2025-05-13T17:00:00+02:00'),
      data: { by: 'notice', proposalId: null, still: { toDay: '2025-05-13' } },
    });
    expect(resumed.state.status).toBe('registered');
    expect(running(resumed)).toEqual(['reply', 'long-stop']);
    expect(resumed.when(expire('resumption'), expire('suspension')).recorded).toEqual([]);
  });

  it('leaves no limit behind by which the screening could lapse before it goes on', () => {
    const given = suspended.when(notice(respondent('2025-05-06T10:00:00+02:00')));
    expect(running(given)).toEqual(['resumption']);
    expect(given.when(expire('suspension')).recorded).toEqual([]);
  });

  it('is given once, and both parties can still resume at once', () => {
    const given = suspended.when(notice(respondent('2025-05-06T10:00:00+02:00')));
    expect(given.refusalOf(notice(complainant('2025-05-07T10:00:00+02:00')))).toBe('resumption-noticed-already');
    const resumed = given.when(
      propose(resumption, '2025-05-07T10:00:00+02:00'),
      sign(resumption, '2025-05-07T11:00:00+02:00', { n: 2 }),
    );
    expect(running(resumed)).toEqual(['reply', 'long-stop']);
  });

  it('is of a party, and of a screening that is suspended', () => {
    expect(suspended.refusalOf(notice({ ...respondent('2025-05-06T10:00:00+02:00'), party: null }))).toBe(
      'not-a-party',
    );
    expect(story.refusalOf(notice(respondent('2025-02-11T10:00:00+01:00')))).toBe('not-suspended');
    expect(suspended.when(expire('suspension')).refusalOf(notice(respondent('2026-02-11T10:00:00+01:00')))).toBe(
      'screening-ended',
    );
  });

  it('is too late when its time is over only at the lapse, and behind the lapse', () => {
    expect(suspended.when(notice(respondent('2026-02-02T10:00:00+01:00'))).recorded).toHaveLength(1);
    expect(suspended.refusalOf(notice(respondent('2026-02-03T10:00:00+01:00')))).toBe('resumption-notice-late');
    expect(suspended.refusalOf(notice(respondent('2026-02-10T17:00:00+01:00')))).toBe('default-pending');
  });
});

describe('the suspensions of a case (S11)', () => {
  const again = (when: string, scenario: typeof story, n: number) =>
    scenario.when(propose(suspension(), when), sign(suspension(), when, { n }));
  const resumed = suspended.when(notice(respondent('2025-08-04T10:00:00+02:00')), expire('resumption'));

  it('last twelve months together: the second has what the first left', () => {
    // From 10 February, 11:00, to 11 August, 17:00, 183 days were begun.
    const second = again('2025-08-20T10:00:00+02:00', resumed, 2);
    expect(second.state).toMatchObject({
      status: 'suspended',
      suspensions: [{ from: at('2025-02-10T11:00:00+01:00'), to: at('2025-08-11T17:00:00+02:00') }],
      // 18 February 2026 is in the Spring Festival.
      running: { suspension: { trigger: { date: '2025-02-18' }, dueDate: '2026-02-24' } },
    });
    expect(second.when(expire('suspension')).state).toMatchObject({ status: 'ended', outcome: 'lapsed' });
  });

  it('name no end beyond what is left of the twelve months', () => {
    const until = suspension('2026-02-24');
    expect(resumed.refusalOf(propose(until, '2025-08-20T10:00:00+02:00'))).toBe('suspension-end-out-of-range');
    expect(resumed.when(propose(suspension('2026-02-23'), '2025-08-20T10:00:00+02:00')).recorded).toHaveLength(1);
  });

  it('come to an end for good: nothing is suspended behind twelve months, a reopening notwithstanding', () => {
    const reopened = suspended.when(
      expire('suspension'),
      propose(reopening, '2026-02-12T10:00:00+01:00'),
      sign(reopening, '2026-02-12T10:00:00+01:00', { n: 2 }),
    );
    expect(reopened.state.status).toBe('registered');
    expect(reopened.refusalOf(propose(suspension(), '2026-02-13T10:00:00+01:00'))).toBe('suspension-used-up');
  });

  it('count a day that was begun, so that one that ends hours before the twelve months leaves no other', () => {
    const until = suspension('2026-02-09');
    const over = story.when(
      propose(until, '2025-02-10T10:00:00+01:00'),
      sign(until, '2025-02-10T11:00:00+01:00'),
      expire('suspension-end'),
    );
    expect(over.state.status).toBe('registered');
    expect(over.refusalOf(propose(suspension(), '2026-02-10T10:00:00+01:00'))).toBe('suspension-used-up');
  });

  it('count a day at least, however short', () => {
    const short = suspended.when(
      propose(resumption, '2025-02-10T11:10:00+01:00'),
      sign(resumption, '2025-02-10T11:20:00+01:00', { n: 2 }),
    );
    expect(again('2025-02-10T11:30:00+01:00', short, 3).state).toMatchObject({
      running: { suspension: { trigger: { date: '2025-02-09' } } },
    });
  });
});
