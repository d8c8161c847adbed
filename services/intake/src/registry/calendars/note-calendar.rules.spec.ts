import {
  announceYear,
  calendarArchive,
  clocksOn,
  cnCalendarData,
  publishedCalendars,
  publishedYear,
} from '@parley/procedure';
import { given } from '@parley/testing';
import { at, decider, expire, registered } from '../../case/case-story.fixture';
import type { CaseCommand, CaseState } from '../../case/case-commands.rules';
import { caseDecider } from '../../case/case.rules';

const year = cnCalendarData.published['2025']!;
/** The case as counted after China announced these days off late. */
const after = (...off: string[]) => {
  const cn = announceYear(cnCalendarData, 'CN-2025-2', 2025, publishedYear([...year.off, ...off], year.work, 'spec'));
  return caseDecider(clocksOn(calendarArchive([...publishedCalendars, cn]).current('US', 'CN')));
};
const note: CaseCommand = { type: 'NoteCalendar', version: 'CN-2025-2+US-2027-1', at: at('2025-02-12T10:00:00+01:00') };
const running = (state: CaseState) => (state.status === 'unfiled' ? {} : state.running);
const story = given(decider).when(...registered);
const noted = (...off: string[]) => given(after(...off), story.events).when(note);

describe('a calendar that a case notes (I-21)', () => {
  it('moves what depends on it, with its reason and version, and leaves the rest', () => {
    const moved = noted('2025-02-18', '2025-02-19');
    expect(running(story.state)['reply']?.dueAt).toBe('2025-02-21T16:00:00.000Z');
    expect(moved.events.at(-1)).toMatchObject({
      type: 'CalendarNoted',
      occurredAt: note.at,
      rule: 'I-21',
      tier: 'PUBLIC',
      data: {
        version: 'CN-2025-2+US-2027-1',
        opens: [
          {
            id: 'reply',
            firstDate: '2025-02-21',
            dueDate: '2025-02-25',
            changes: [{ kind: 'calendar', calendarVersion: 'CN-2025-2+US-2027-1' }],
          },
        ],
      },
    });
    expect(moved.events.at(-1)?.data).toMatchObject({ opens: { length: 1 } });
    expect(moved.when(expire('reply')).events.at(-1)).toMatchObject({
      type: 'ReplyLapsed',
      occurredAt: '2025-02-25T16:00:00.000Z',
    });
  });

  it('moves the long-stop where it ended on a day that is off now, and the case keeps where', () => {
    const moved = noted('2025-07-07').state;
    expect(running(story.state)['long-stop']?.dueAt.slice(0, 10)).toBe('2025-07-07');
    expect(moved).toMatchObject({
      running: { 'long-stop': { dueDate: '2025-07-08' } },
      registration: { longStop: '2025-07-08T15:00:00.000Z' },
    });
  });

  it('is nothing to record where every limit stays, and noted once', () => {
    expect(noted('2025-12-30').events).toHaveLength(story.events.length);
    expect(
      noted('2025-02-18')
        .when(note)
        .events.filter(({ type }) => type === 'CalendarNoted'),
    ).toHaveLength(1);
  });

  it('is of the parties alone before the registration', () => {
    const filed = given(decider).when(registered[0]!);
    expect(
      given(after('2025-02-11'), filed.events)
        .when({ ...note, at: at('2025-02-05T10:00:00+01:00') })
        .events.at(-1),
    ).toMatchObject({ type: 'CalendarNoted', tier: 'PARTIES', data: { opens: [{ id: 'completeness' }] } });
  });
});
