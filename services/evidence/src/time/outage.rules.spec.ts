import { plusMillis, type Instant } from '@parley/kernel';
import { exhibit, registered } from '../casefile/evidence-story.fixture';
import type { NoteOutage } from '../exhibits/exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';

const taken = registered.when(exhibit('u1'));
const id = 'translation:US:USA-1:zh-Hans';
const known = (state: unknown): KnownCase => state as KnownCase;
const due = known(taken.state).running[id]?.dueAt ?? ('' as Instant);
const note: NoteOutage = {
  type: 'NoteOutage',
  outageId: 'o1',
  from: plusMillis(due, -60_000),
  to: plusMillis(due, 3_600_000),
  at: plusMillis(due, 3_600_000),
};

describe('an outage that the evidence notes (I-61)', () => {
  it('moves a time for a translation that ended in it, and the default waits for the new end', () => {
    const noted = taken.when(note);
    const moved = known(noted.state).running[id];
    expect(moved).toMatchObject({ firstDueAt: due, changes: [{ kind: 'outage' }] });
    expect((moved?.dueAt ?? '') > note.to).toBe(true);
    expect(noted.when({ type: 'ExpireDeadline', deadlineId: id }).events.at(-1)).toMatchObject({
      type: 'TranslationMissing',
      occurredAt: moved?.dueAt,
    });
    expect(noted.when(note).recorded).toEqual([]);
  });

  it('is nothing to record where no time of evidence ended in it; that the long-stop moved is known', () => {
    const longStop = '2026-01-05T16:00:00.000Z' as Instant;
    expect(known(registered.when({ told: 'long-stop', longStop }).state).registration?.longStop).toBe(longStop);
    expect(registered.when(note).recorded).toEqual([]);
  });
});
