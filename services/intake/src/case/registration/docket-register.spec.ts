import { InMemoryEventStore } from '@parley/event-store';
import type { CaseId, Instant, PartyCode } from '@parley/kernel';
import { recordedEvent } from '@parley/testing';
import { DocketRegister } from './docket-register';
import { docketStream } from '../../streams';

const at = '2025-02-05T08:00:00.000Z' as Instant;
const CN = 'CN' as PartyCode;

describe('the register of docket numbers', () => {
  let store: InMemoryEventStore;
  beforeEach(() => (store = new InMemoryEventStore({ clock: { now: () => at } })));

  const ask = (register: DocketRegister, id: string): Promise<string> =>
    register.numberFor(
      { type: 'AllocateDocketNumber', caseId: id as CaseId, party: CN, year: 2025, at },
      recordedEvent({ stream: `intake.case-${id}`, at }),
    );
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

  it('leaves no gap and gives none twice though two processes give at once', async () => {
    const registers = [new DocketRegister(store), new DocketRegister(store)];
    const given = await Promise.all(ids(40).flatMap((id) => registers.map((register) => ask(register, id))));
    expect(new Set(given).size).toBe(40);
    expect(await store.read(docketStream(CN, 2025))).toHaveLength(40);
  });
});
