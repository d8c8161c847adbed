import { at, expire, opened, openedPanel, reviewing, type Said } from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';

const note = (from: string, to: string): Said => ({
  type: 'NoteOutage',
  outageId: 'o1',
  from: at(from),
  to: at(to),
  at: at(to),
});
const dueOf = (state: Parameters<typeof openedPanel>[0], id: string) => openedPanel(state).running[id]?.dueAt;

describe('an outage that a panel notes (I-61)', () => {
  const panel = givenPanel().when(...opened);
  const due = dueOf(panel.state, 'nomination:US:1') ?? '';
  const [from, to] = [
    new Date(Date.parse(due) - 60_000).toISOString(),
    new Date(Date.parse(due) + 3_600_000).toISOString(),
  ];
  const noted = panel.when(note(from, to));

  it('moves every clock of both sides that ended in it, to the same end, and the default waits for that', () => {
    const seats = ['nomination:US:1', 'nomination:US:2', 'nomination:CN:1', 'nomination:CN:2'].map((id) =>
      dueOf(noted.state, id),
    );
    expect(new Set(seats).size).toBe(1);
    expect((seats[0] ?? '') > to).toBe(true);
    expect(openedPanel(noted.state).running['nomination:US:1']).toMatchObject({
      firstDueAt: due,
      changes: [{ kind: 'outage' }],
    });
    expect(noted.when(expire('nomination:US:1')).events.at(-1)?.occurredAt).toBe(seats[0]);
  });

  it('keeps the long-stop that the intake moved, and records nothing where nothing ended in it', () => {
    const moved = givenPanel().when(
      ...reviewing,
      { told: 'long-stop', longStop: at('2025-07-09T15:00:00Z') },
      note('2025-07-07T10:00:00Z', '2025-07-08T10:00:00Z'),
    );
    expect([moved.recorded, openedPanel(moved.state).longStop]).toEqual([[], '2025-07-09T15:00:00.000Z']);
    expect(givenPanel().when(...reviewing, note('2025-03-01T10:00:00Z', '2025-03-01T12:00:00Z')).recorded).toEqual([]);
    expect(noted.when(note(from, to)).recorded).toEqual([]);
  });
});
