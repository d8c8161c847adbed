import { accept, refuse, type CommandId, type DomainEvent, type Instant } from '@parley/kernel';
import { knowing, LaterEventError } from './event-kinds';
import { InMemoryEventStore } from './in-memory/in-memory-event-store';
import { InformedRepository, OwnRepository } from './repository';

const AT = '2025-01-01T00:00:00.000Z' as Instant;
const tooMany = { code: 'too-many', rule: 'S0', en: 'Too many.', 'zh-Hans': '太多。' };

interface Add {
  readonly type: 'Add';
  readonly by?: string;
  readonly count: number;
}
const added = (count: number): DomainEvent<'Added', number> => ({
  type: 'Added',
  data: count,
  occurredAt: AT,
  rule: 'S0',
  tier: 'PUBLIC',
});
const sum = { initial: 0, evolve: (total: number, { data }: DomainEvent<string, number>) => total + data };

const decide = ({ count }: Pick<Add, 'count'>, total: number, limit: number) =>
  total + count > limit ? refuse(tooMany) : accept(added(count));

class Sums extends OwnRepository<string, Add, number> {}
class LimitedSums extends InformedRepository<string, Add, { total: number; limit: number }, number> {}

const proceeding = (id: string) =>
  ({ process: 'spec', cause: { kind: 'event', id: 'e1' }, commandId: id as CommandId }) as const;
const process = { kind: 'system', process: 'spec' } as const;
const ID = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}`;

describe('a repository', () => {
  const recording = () => ({ store: new InMemoryEventStore({ clock: { now: () => AT } }), ruleSetVersion: '2025-1' });
  const sums = () =>
    new Sums(recording(), 'spec.sum', { ...sum, decide: (command, total) => decide(command, total, 5) });
  const limited = (limit: number) =>
    new LimitedSums(recording(), {
      category: 'spec.sum',
      decider: { ...sum, decide: ({ command, told }, own) => decide(command, own as number, told) },
      stateOf: (own, told) => ({ total: own as number, limit: told }),
      known: async (_id, { command }) => ({
        view: limit,
        facts: command?.count === 0 ? [] : ['f1'],
        count: 1,
      }),
      pinnedTo: () => '2026-1',
    });

  it('keeps each thing in a stream of its own, and does the same command of a process once', async () => {
    const kept = sums();
    await kept.proceed('a', { type: 'Add', count: 2 }, proceeding(ID(1)));
    await kept.proceed('a', { type: 'Add', count: 2 }, proceeding(ID(1)));
    await kept.proceed('b', { type: 'Add', count: 1 }, proceeding(ID(2)));
    expect([await kept.read('a'), await kept.read('b')]).toEqual([
      { state: 2, revision: 0 },
      { state: 1, revision: 0 },
    ]);
    const [event] = await kept.recorded('a');
    expect(event).toMatchObject({ stream: 'spec.sum-a', actor: { kind: 'system', process: 'spec' } });
  });

  it('gives a refusal of a process as an outcome', async () => {
    expect(await sums().proceed('a', { type: 'Add', count: 6 }, proceeding(ID(1)))).toMatchObject({ kind: 'refused' });
  });

  it('says what bars an act before its body does, and nothing where the body decides', async () => {
    const closed = new Sums(recording(), 'spec.sum', {
      ...sum,
      decide: (command) => (command.by === 'nobody' ? refuse(tooMany) : decide(command, 0, 5)),
    });
    expect(await closed.barTo('a', { type: 'Add', by: 'nobody' }, process)).toMatchObject({ reason: tooMany });
    expect(await closed.barTo('a', { type: 'Add', by: 'somebody' }, process)).toBeUndefined();
  });

  it('shows what a newer version has recorded, as far as it is known here, and decides nothing on it', async () => {
    const { store, ruleSetVersion } = recording();
    const decider = { ...sum, decide: (command: Add, total: number) => decide(command, total, 5) };
    await new Sums({ store, ruleSetVersion }, 'spec.sum', decider).proceed(
      'a',
      { type: 'Add', count: 2 },
      proceeding(ID(1)),
    );
    const older = new Sums({ store: knowing(store, () => false), ruleSetVersion }, 'spec.sum', decider);
    expect(await older.read('a')).toEqual({ state: 2, revision: 0 });
    await expect(older.barTo('a', { type: 'Add' }, process)).rejects.toThrow(LaterEventError);
    await expect(older.proceed('a', { type: 'Add', count: 1 }, proceeding(ID(2)))).rejects.toThrow(LaterEventError);
  });

  it('decides on what others told, and names in the event the facts and the rules that it took from them', async () => {
    const kept = limited(3);
    expect(await kept.proceed('a', { type: 'Add', count: 2 }, proceeding(ID(1)))).toMatchObject({
      kind: 'done',
      state: { total: 2, limit: 3 },
      facts: 1,
    });
    await kept.proceed('a', { type: 'Add', count: 0 }, proceeding(ID(2)));
    expect(await kept.proceed('a', { type: 'Add', count: 2 }, proceeding(ID(3)))).toMatchObject({ kind: 'refused' });
    expect(await kept.recorded('a')).toMatchObject([
      { facts: ['f1'], ruleSetVersion: '2026-1' },
      { facts: [], ruleSetVersion: '2026-1' },
    ]);
    expect(await kept.read('a')).toMatchObject({ state: { total: 2, limit: 3 }, revision: 1, known: { count: 1 } });
  });
});
