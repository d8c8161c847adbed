import {
  announceYear,
  calendarArchive,
  clocksOn,
  cnCalendarData,
  publishedCalendars,
  publishedYear,
} from '@parley/procedure';
import { at, expire, opened, openedPanel, registeredAt, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { panelDecider } from '../panel/panel.rules';

const year = cnCalendarData.published['2025']!;
const announced = (...off: string[]) =>
  announceYear(cnCalendarData, 'CN-2025-2', 2025, publishedYear([...year.off, ...off], year.work, 'spec'));
const after = (...off: string[]) =>
  panelDecider(clocksOn(calendarArchive([...publishedCalendars, announced(...off)]).current('US', 'CN')));
const note: Said = {
  type: 'NoteCalendar',
  version: 'CN-2025-2+US-2027-1',
  at: registeredAt,
};

describe('a calendar that a panel notes (I-21)', () => {
  const panel = givenPanel().when(...opened);
  const nominations = ['nomination:US:1', 'nomination:US:2', 'nomination:CN:1', 'nomination:CN:2'];
  const due = openedPanel(panel.state).running['nomination:US:1'];
  const [dayOff = ''] = [due?.dueDate];

  it('moves every clock of both sides that depends on it, to the same end, and the default waits for that', () => {
    const noted = givenPanel(after(dayOff), panel.told, panel.events).when(note);
    const moved = nominations.map((id) => openedPanel(noted.state).running[id]);
    expect(new Set(moved.map((deadline) => deadline?.dueAt)).size).toBe(1);
    expect((moved[0]?.dueAt ?? '') > (due?.dueAt ?? '')).toBe(true);
    expect(moved[0]).toMatchObject({
      firstDueAt: due?.dueAt,
      changes: [{ kind: 'calendar', calendarVersion: 'CN-2025-2+US-2027-1' }],
    });
    expect(noted.when(expire('nomination:US:1')).events.at(-1)?.occurredAt).toBe(moved[0]?.dueAt);
  });

  it('keeps the long-stop that the intake counted anew, and records nothing where nothing changes', () => {
    const noted = givenPanel(after('2025-12-30'), panel.told, panel.events);
    const later = noted.when({ told: 'long-stop', longStop: at('2025-07-09T15:00:00Z') }, note);
    expect([later.recorded, openedPanel(later.state).longStop]).toEqual([[], '2025-07-09T15:00:00.000Z']);
    expect(noted.when(note).recorded).toEqual([]);
  });
});
