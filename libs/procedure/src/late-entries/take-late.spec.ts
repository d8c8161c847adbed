import { accept, type DomainEvent, type Instant, type PartyCode, type PersonId, type Sha256 } from '@parley/kernel';
import { lapsedAfter } from './lapsed-clocks';
import { takeLate, type EnteredAct } from './take-late';

const at = (hour: number): Instant => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
const clock = (from: number, to: number) => ({
  id: 'nomination',
  clock: 'nomination',
  dueAt: at(to),
  trigger: { instant: at(from) },
});
const entry = (came: number): EnteredAct => ({
  entryId: 'e1',
  act: 'nomination',
  cameAt: at(came),
  enteredAt: at(20),
  by: 'desk' as PersonId,
  office: 'desk',
  party: 'US' as PartyCode,
  because: { kind: 'unconfirmed' },
  original: 'ab'.repeat(32) as Sha256,
});
const done: DomainEvent = { type: 'Done', occurredAt: at(9), rule: 'S6', tier: 'PUBLIC', data: {} };
const setAside: DomainEvent = { ...done, type: 'SetAside' };

const enter = (
  came: number,
  clocks: { running?: ReturnType<typeof clock>; lapsed?: ReturnType<typeof clock> },
  undone = true,
) =>
  takeLate<string, ReturnType<typeof clock>, DomainEvent, never>(
    entry(came),
    {
      ids: ['nomination'],
      running: clocks.running ? { nomination: clocks.running } : {},
      lapsed: clocks.lapsed ? { nomination: clocks.lapsed } : {},
    },
    'now',
    {
      undo: () => (undone ? 'before' : undefined),
      decide: (state) => accept({ ...done, data: state }),
      setAside: () => [setAside],
    },
  );
const said = (decision: ReturnType<typeof enter>) =>
  decision.kind === 'refused'
    ? decision.reason.code
    : decision.events.map(({ type, data }) => (type === 'Done' ? data : type));

describe('an act that is entered late', () => {
  it('is decided as things are while it is awaited, and as they would be once its default is on record (I-19)', () => {
    expect(said(enter(9, { running: clock(8, 18) }))).toEqual(['now']);
    expect(said(enter(9, { lapsed: clock(8, 18) }))).toEqual(['SetAside', 'before']);
  });

  it('belongs to the clock in whose time it came, though another runs under the same name', () => {
    const both = { running: clock(18, 19), lapsed: clock(8, 12) };
    expect(said(enter(9, both))).toEqual(['SetAside', 'before']);
    expect(said(enter(18, both))).toEqual(['now']);
  });

  it.each([
    ['before its time', 7, 'late-entry-before-its-time'],
    ['at the very end of its time', 18, 'late-entry-came-too-late'],
  ])('is refused when it came %s', (_, came, code) => {
    expect(said(enter(came, { lapsed: clock(8, 18) }))).toBe(code);
  });

  it('is refused when nothing awaited it, and when what came later stands for good', () => {
    expect(said(enter(9, {}))).toBe('late-entry-nothing-awaited');
    expect(said(enter(9, { lapsed: clock(8, 18) }, false))).toBe('late-entry-overtaken');
  });
});

describe('the clocks that ended unheard', () => {
  const running = { nomination: clock(8, 18) };

  it('are those that an event ends at their expiry or later, until they are awaited anew', () => {
    expect(lapsedAfter({}, running, { opens: [], closes: ['nomination'], at: at(17) })).toEqual({});
    const lapsed = lapsedAfter({}, running, { opens: [], closes: ['nomination'], at: at(18) });
    expect(lapsed).toEqual(running);
    expect(lapsedAfter(lapsed, {}, { opens: [clock(19, 20)], closes: [], at: at(19) })).toEqual({});
    expect(lapsedAfter(lapsed, {}, { opens: [], closes: [], at: at(19) })).toBe(lapsed);
  });
});
