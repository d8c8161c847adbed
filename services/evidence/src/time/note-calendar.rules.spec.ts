import type { Instant } from '@parley/kernel';
import {
  announceYear,
  calendarArchive,
  clocksOn,
  cnCalendarData,
  publishedCalendars,
  publishedYear,
} from '@parley/procedure';
import { exhibit, registered } from '../casefile/evidence-story.fixture';
import { evidenceDecider, type KnownCase } from '../casefile/casefile.rules';
import { givenEvidence } from '../casefile/told-story.fixture';
import type { NoteCalendar } from '../exhibits/exhibit-commands.rules';

const taken = registered.when(exhibit('u1'));
const id = 'translation:US:USA-1:zh-Hans';
const known = (state: unknown): KnownCase => state as KnownCase;
const due = known(taken.state).running[id];
const dayOff = due?.dueDate ?? '';
const year = cnCalendarData.published[dayOff.slice(0, 4)]!;
const announced = announceYear(
  cnCalendarData,
  'CN-2026-2',
  Number(dayOff.slice(0, 4)),
  publishedYear([...year.off, dayOff], year.work, 'spec'),
);
const after = givenEvidence(
  evidenceDecider(clocksOn(calendarArchive([...publishedCalendars, announced]).current('US', 'CN'))),
  taken.told,
  taken.events,
);
const note: NoteCalendar = {
  type: 'NoteCalendar',
  version: 'CN-2026-2+US-2027-1',
  at: due?.trigger.instant ?? ('' as Instant),
};

describe('a calendar that the evidence notes (I-21)', () => {
  it('moves a time for a translation that depends on it, and the default waits for the new end', () => {
    const noted = after.when(note);
    const moved = known(noted.state).running[id];
    expect(moved).toMatchObject({
      firstDueAt: due?.dueAt,
      changes: [{ kind: 'calendar', calendarVersion: 'CN-2026-2+US-2027-1' }],
    });
    expect((moved?.dueAt ?? '') > (due?.dueAt ?? '')).toBe(true);
    expect(noted.when({ type: 'ExpireDeadline', deadlineId: id }).events.at(-1)).toMatchObject({
      type: 'TranslationMissing',
      occurredAt: moved?.dueAt,
    });
    expect(noted.when(note).recorded).toEqual([]);
  });

  it('is nothing to record where no time of evidence depends on it', () => {
    expect(registered.when(note).recorded).toEqual([]);
  });
});
