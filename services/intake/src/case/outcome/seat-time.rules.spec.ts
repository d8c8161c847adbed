import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand } from '../case-commands.rules';
import { at, decider, expire, registered } from '../case-story.fixture';
import { propose, resumption, sign, suspension } from '../consent/consent-story.fixture';

const LONG_STOP = '2025-07-07T15:00:00.000Z';
const WEEK_LATER = '2025-07-14T15:00:00.000Z';
const seats = (days: number, when: string): CaseCommand => ({
  type: 'NoteSeatTime',
  at: at(when),
  eventId: `seats of ${when}`,
  days,
  accounts: [{ party: 'US' as PartyCode, days }],
});
const story = given(decider).when(...registered, expire('reply'), expire('consultations'), expire('joint-proposal'));
const longStopIn = (state: unknown): unknown =>
  (state as { readonly running: Readonly<Record<string, { readonly dueAt: string }>> }).running['long-stop']?.dueAt;

describe('the long-stop of a case whose seats take time (I-69)', () => {
  it('ends later by the days that seats take in all, in public and on whose account', () => {
    const added = story.when(seats(7, '2025-04-01T10:00:00Z'));
    expect(longStopIn(story.state)).toBe(LONG_STOP);
    expect(added.events.at(-1)).toMatchObject({
      type: 'SeatTimeAdded',
      rule: 'I-69',
      tier: 'PUBLIC',
      data: { days: 7, accounts: [{ party: 'US', days: 7 }] },
    });
    expect(longStopIn(added.state)).toBe(WEEK_LATER);
  });

  it('is counted on all days at once, and not on what was added before', () =>
    expect(longStopIn(story.when(seats(3, '2025-04-01T10:00:00Z'), seats(7, '2025-04-04T10:00:00Z')).state)).toBe(
      WEEK_LATER,
    ));

  it('never ends earlier again when fewer days are counted', () =>
    expect(longStopIn(story.when(seats(7, '2025-04-01T10:00:00Z'), seats(2, '2025-04-04T10:00:00Z')).state)).toBe(
      WEEK_LATER,
    ));

  it('has lapsed nothing where the seats were counted before it, and are heard of later (I-19)', () => {
    const late = story.when(expire('long-stop'), seats(7, '2025-07-04T10:00:00Z'));
    expect(late.recorded).toEqual(['LapseSetAside', 'SeatTimeAdded']);
    expect(late.state.status).toBe('registered');
    expect(longStopIn(late.state)).toBe(WEEK_LATER);
    expect(story.when(expire('long-stop'), seats(7, LONG_STOP)).state).toMatchObject({ status: 'ended' });
  });

  it('lets the other clocks that its lapse had stopped run on, so that their defaults come', () => {
    const consulting = given(decider).when(...registered, expire('reply'));
    const late = consulting.when(expire('long-stop'), seats(7, '2025-07-04T10:00:00Z'));
    const opened = late.events.slice(-2).flatMap(({ data }) => ('opens' in data ? data.opens.map(({ id }) => id) : []));
    expect(opened.toSorted()).toEqual(Object.keys((late.state as { readonly running: object }).running).toSorted());
    expect(opened).toContain('consultations');
  });

  it('has the days also after a suspension in which they were counted', () => {
    const suspended = (...meanwhile: readonly CaseCommand[]) =>
      story.when(
        propose(suspension(), '2025-04-01T10:00:00Z'),
        sign(suspension(), '2025-04-01T10:00:00Z'),
        ...meanwhile,
        propose(resumption, '2025-04-15T10:00:00Z'),
        sign(resumption, '2025-04-15T10:00:00Z', { n: 2 }),
      ).state;
    const [without, counted] = [suspended(), suspended(seats(7, '2025-04-02T10:00:00Z'))].map(longStopIn);
    expect(Date.parse(String(counted)) - Date.parse(String(without))).toBe(7 * 86_400_000);
  });

  it('is moved by nothing once the deliberation is closed', () => {
    const [interim, close] = (['interim', 'close'] as const).map((outcome) => ({
      ...({ type: 'NotePanelOutcome', outcome, eventId: outcome } as const),
      at: at(outcome === 'interim' ? '2025-06-20T10:00:00Z' : '2025-07-01T10:00:00Z'),
    }));
    expect(story.when(interim!, close!, seats(7, '2025-07-01T10:00:00Z')).recorded).toEqual([]);
  });
});
