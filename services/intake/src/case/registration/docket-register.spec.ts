import { InMemoryEventStore } from '@parley/event-store';
import type { CaseId, Instant, IsoDate, PartyCode } from '@parley/kernel';
import { recordedEvent } from '@parley/testing';
import { DocketRegister } from './docket-register';
import { docketStream } from '../../streams';

const at = '2025-02-05T08:00:00.000Z' as Instant;
const CN = 'CN' as PartyCode;

describe('the register of docket numbers', () => {
  let store: InMemoryEventStore;
  beforeEach(() => (store = new InMemoryEventStore({ clock: { now: () => at } })));

  const placed = (register: DocketRegister, id: string, on = '2025-02-05', since = '2025-01-02') =>
    register.numberFor(
      {
        type: 'AllocateDocketNumber',
        caseId: id as CaseId,
        party: CN,
        year: Number(on.slice(0, 4)),
        at,
        days: { on: on as IsoDate, since: since as IsoDate },
      },
      recordedEvent({ stream: `intake.case-${id}`, at }),
    );
  const ask = async (register: DocketRegister, id: string): Promise<string> =>
    (await placed(register, id)).docketNumber;
  const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `c${String(n)}`);

  it('gives those who ask at once their numbers in turn, in a few appends', async () => {
    const append = jest.spyOn(store, 'append');
    const register = new DocketRegister(store);
    const given = await Promise.all(ids(50).map((id) => ask(register, id)));
    expect(given).toEqual(ids(50).map((_, n) => `CN-2025-${String(n + 1).padStart(4, '0')}`));
    expect(append).toHaveBeenCalledTimes(2);
  });

  it('gives a case the same number however often it asks (I-27)', async () => {
    const register = new DocketRegister(store);
    const given = await Promise.all([...ids(3), ...ids(3)].map((id) => ask(register, id)));
    expect(given.slice(3)).toEqual(given.slice(0, 3));
    expect(await ask(new DocketRegister(store), 'c1')).toBe('CN-2025-0002');
    expect(await store.read(docketStream(CN, 2025))).toHaveLength(3);
  });

  it('finds the case that has a number, at once after it was given, and none where nobody has it', async () => {
    const register = new DocketRegister(store);
    await Promise.all(ids(3).map((id) => ask(register, id)));
    const reader = new DocketRegister(store);
    expect(
      await Promise.all(['CN-2025-0002', 'CN-2025-0004', 'US-2025-0001'].map((each) => reader.caseOf(each))),
    ).toEqual(['c1', undefined, undefined]);
    await ask(register, 'c3');
    expect(await reader.caseOf('CN-2025-0004')).toBe('c3');
  });

  it('counts the cases that a party registered within the days, with those of the year before', async () => {
    const register = new DocketRegister(store);
    for (const [id, on] of [
      ['c1', '2025-11-28'],
      ['c2', '2025-12-01'],
      ['c3', '2025-12-31'],
    ] as const)
      await placed(register, id, on, '2025-11-28');
    const counted = async (from: DocketRegister, id: string, since: string) =>
      (await placed(from, id, '2026-01-05', since)).casesAtOnce;
    expect(await counted(register, 'c4', '2025-12-01')).toBe(3);
    expect(await counted(new DocketRegister(store), 'c5', '2025-11-28')).toBe(5);
    expect(await counted(register, 'c6', '2026-01-02')).toBe(3);
    expect(await counted(register, 'c4', '2025-12-01')).toBe(3);
  });

  it('counts together those that ask at once, in their order', async () => {
    const register = new DocketRegister(store);
    const given = await Promise.all(ids(5).map((id) => placed(register, id)));
    expect(given.map(({ casesAtOnce }) => casesAtOnce)).toEqual([1, 2, 3, 4, 5]);
  });

  it('leaves no gap and gives none twice though two processes give at once', async () => {
    const registers = [new DocketRegister(store), new DocketRegister(store)];
    const given = await Promise.all(ids(40).flatMap((id) => registers.map((register) => ask(register, id))));
    expect(new Set(given).size).toBe(40);
    expect(await store.read(docketStream(CN, 2025))).toHaveLength(40);
  });
});
