import { plusMillis, type Instant, type IsoDate } from '@parley/kernel';
import type { Exhibit } from '../exhibits/exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import { readersDeadline } from '../readers/readers-state.rules';
import { exhibit, registered, signing, translation, CN } from '../casefile/evidence-story.fixture';

const id = 'translation:US:USA-1:zh-Hans';
const taken = registered.when(exhibit('u1'));
const known = (state: unknown): KnownCase => state as KnownCase;
const due = known(taken.state).running[id]!.dueAt;
const SUSPENDED = '2025-02-14T10:00:00.000Z' as Instant;
const RESUMED = '2025-04-14T10:00:00.000Z' as Instant;
const suspended = taken.when({ told: 'suspended', at: SUSPENDED });
const days = { fromDay: '2025-02-14' as IsoDate, toDay: '2025-04-14' as IsoDate };
const resume = {
  told: 'resumed',
  longStop: '2025-10-01T15:00:00.000Z' as Instant,
  still: { from: SUSPENDED, to: RESUMED, days },
} as const;
const here = known(taken.state).exhibits.get('USA-1') as Exhibit;

describe('the clocks of evidence in a suspension (S11)', () => {
  it('stand still: no translation is missing, and one that comes is not late', () => {
    expect(suspended.events.at(-1)).toMatchObject({ type: 'SuspensionNoted', data: { opens: [], closes: [id] } });
    expect(suspended.when({ type: 'ExpireDeadline', deadlineId: id }).recorded).toEqual([]);
    expect(
      suspended.when(translation('USA-1', { receivedAt: '2025-03-31T10:00:00.000Z' as Instant })).events.at(-1),
    ).toMatchObject({ type: 'TranslationFiled', data: { late: false, closes: [id] } });
    expect(suspended.when({ type: 'NoteStandstill' }).recorded).toEqual([]);
  });

  it('go on with what was left of them', () => {
    const resumed = suspended.when(resume);
    const moved = known(resumed.state).running[id]!;
    expect(moved).toMatchObject({ firstDueAt: due, dueDate: '2025-04-25', changes: [{ kind: 'standstill' }] });
    expect(resumed.when({ type: 'ExpireDeadline', deadlineId: id }).events.at(-1)).toMatchObject({
      type: 'TranslationMissing',
      occurredAt: moved.dueAt,
    });
    expect(known(resumed.state).registration?.longStop).toBe(resume.longStop);
    expect(resumed.when({ type: 'NoteStandstill' }).recorded).toEqual([]);
  });

  it('leave one that had ended by then to its default', () => {
    const after = taken.when({ told: 'suspended', at: due });
    expect(after.recorded).toEqual([]);
    expect(after.when({ type: 'ExpireDeadline', deadlineId: id }).recorded).toEqual(['TranslationMissing']);
  });

  it('wait for the co-heads, who may sign meanwhile', () => {
    const half = taken.when(signing(here, 'PUBLIC')).when({ told: 'suspended', at: SUSPENDED });
    const other = signing(here, 'PUBLIC', { by: 'cn-cohead' as never, party: CN, receivedAt: RESUMED });
    expect(half.when(other).recorded).toContain('ReadersAdded');
    const later = half.when(resume);
    const end = known(later.state).running[readersDeadline('USA-1')]!.dueAt;
    expect(end > RESUMED).toBe(true);
    expect(later.refusalOf({ ...other, receivedAt: end })).toBe('decision-time-passed');
    expect(later.when({ ...other, receivedAt: plusMillis(end, -1) }).recorded).toContain('ReadersAdded');
  });

  it('start at once no clock that runs for what is filed meanwhile, and start it when the screening goes on', () => {
    const filed = suspended.when(exhibit('u2', { receivedAt: '2025-03-03T10:00:00.000Z' as Instant }));
    expect(filed.recorded).toEqual(['ExhibitAccepted', 'SuspensionNoted']);
    const [other] = filed.events.slice(-1).flatMap(({ data }) => ('closes' in data ? (data.closes ?? []) : []));
    expect(known(filed.when(resume).state).running[other ?? '']).toMatchObject({ dueDate: '2025-04-28' });
  });

  it('go on too when the suspended screening had lapsed and is reopened', () => {
    const lapsed = suspended.when({
      told: 'screening-ended',
      at: '2026-02-16T10:00:00.000Z' as Instant,
    });
    const reopened = lapsed.when({ told: 'reopened', longStop: null, at: '2026-03-02T10:00:00.000Z' as Instant });
    expect(reopened.recorded).toEqual(['ResumptionNoted']);
    expect(known(reopened.state)).toMatchObject({ status: 'open', suspendedAt: null });
    expect((known(reopened.state).running[id]?.dueAt ?? '') > '2026-03-02').toBe(true);
  });
});
