import { accept, refuse, type DomainEvent, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { enterLate, type FallbackEntry } from './fallback-entry';
import { lapsedAfter } from './lapsed-clocks';
import { entryOf, within } from './late-entry';

const at = (hour: number): Instant => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
const clock = (from: number, to: number) => ({
  id: 'nomination',
  clock: 'nomination',
  dueAt: at(to),
  trigger: { instant: at(from) },
});
const entry = (came: number): FallbackEntry => ({
  entryId: 'e1',
  act: 'nomination',
  channel: 'A note',
  cameAt: at(came),
  enteredAt: at(20),
  by: 'registry' as PersonId,
  party: 'US' as PartyCode,
});
const done: DomainEvent = { type: 'Done', occurredAt: at(9), rule: 'S6', tier: 'PUBLIC', data: {} };
const setAside: DomainEvent = { ...done, type: 'SetAside' };

const enter = (
  came: number,
  clocks: { running?: ReturnType<typeof clock>; lapsed?: ReturnType<typeof clock> },
  undone = true,
) =>
  enterLate<string, ReturnType<typeof clock>, DomainEvent, never>(
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
    expect(said(enter(9, { running: clock(8, 18) }))).toEqual(['FallbackEntryMade', 'now']);
    expect(said(enter(9, { lapsed: clock(8, 18) }))).toEqual(['FallbackEntryMade', 'SetAside', 'before']);
  });

  it('belongs to the clock in whose time it came, though another runs under the same name', () => {
    const both = { running: clock(18, 19), lapsed: clock(8, 12) };
    expect(said(enter(9, both))).toEqual(['FallbackEntryMade', 'SetAside', 'before']);
    expect(said(enter(18, both))).toEqual(['FallbackEntryMade', 'now']);
  });

  it.each([
    ['before its time', 7, 'fallback-receipt-before-its-time'],
    ['at the very end of its time', 18, 'fallback-receipt-out-of-time'],
    ['after its entry', 21, 'fallback-receipt-in-the-future'],
  ])('is refused when it came %s', (_, came, code) => {
    expect(said(enter(came, { lapsed: clock(8, 18) }))).toBe(code);
  });

  it('is refused when nothing awaited it, and when what came later stands for good', () => {
    expect(said(enter(9, {}))).toBe('fallback-nothing-awaited');
    expect(said(enter(9, { lapsed: clock(8, 18) }, false))).toBe('fallback-overtaken');
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

describe('what is wrong with an act in an entry', () => {
  it('is named from the whole request, where a field of it is at fault', () => {
    const reason = { code: 'digest-differs', rule: 'I-04', en: 'Another digest.', 'zh-Hans': '摘要值不符。' };
    expect(within('/signature', refuse(reason, '/digest'))).toMatchObject({ path: '/signature/digest' });
    expect(within('/signature', refuse(reason))).toEqual({ kind: 'refused', reason });
    expect(within('/signature', accept(done))).toEqual(accept(done));
  });

  it('may be whose it is: nobody’s, or that of the officer who enters it (I-05)', () => {
    const late = {
      by: 'registry' as PersonId,
      party: 'US' as PartyCode,
      receivedAt: at(20),
      entryId: 'e1',
      channel: 'A note',
      cameAt: at(9),
    };
    const act = { by: 'desk' as PersonId, party: 'US' as PartyCode, receivedAt: at(9) };
    expect(entryOf({ ...late, act }, 'nomination')).toEqual(entry(9));
    expect(entryOf({ ...late, act: { ...act, party: null } }, 'nomination', '/signature')).toMatchObject({
      reason: { code: 'entry-of-no-party' },
      path: '/signature/party',
    });
    expect(entryOf({ ...late, act: { ...act, by: late.by } }, 'nomination')).toMatchObject({
      reason: { code: 'enters-own-act' },
      path: '/from',
    });
  });
});
