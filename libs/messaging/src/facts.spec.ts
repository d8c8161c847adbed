import { randomUUID } from 'node:crypto';
import type { Instant, PersonId } from '@parley/kernel';
import fc from 'fast-check';
import { factOf, keepFacts, KeptFacts, newlyKnown } from './facts';
import type { PublicEvent } from './public-event';
import { createServiceDatabase, MemoryFacts, type ServiceDatabase } from './testing';

const at = (second: number): Instant => new Date(1_740_000_000_000 + second * 1_000).toISOString() as Instant;
const fact = (subject: string, second: number, sequence = 0): PublicEvent => ({
  id: randomUUID(),
  source: '/parley/intake',
  type: 'parley.intake.v1.ClaimsWithdrawn',
  subject,
  time: at(0),
  recordedat: at(second),
  sequence,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: new Uint8Array([0, 255, second]),
});

describe('what others told', () => {
  let database: ServiceDatabase;
  beforeAll(async () => {
    database = await createServiceDatabase('some');
  });
  afterAll(() => database.drop());

  it('is kept as it came, once, and in the order of its recording, however it is heard', async () => {
    const { manager } = database.dataSource;
    const actor = { personId: 'p' as PersonId, role: 'registry', party: null } as const;
    const traced = {
      ...fact('a', 2, 5),
      actor,
      event: 'intake.ClaimsWithdrawn',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    const told = [fact('a', 1), fact('a', 2, 4), traced, fact('a', 3)];
    const [first, second, third, fourth] = told as [PublicEvent, PublicEvent, PublicEvent, PublicEvent];
    expect(await keepFacts(manager, [third, first, third])).toEqual(new Set([third.id, first.id]));
    expect(await keepFacts(manager, [fourth, second, first, fact('b', 0)])).toContain(second.id);
    expect(await keepFacts(manager, [fourth, second, first])).toEqual(new Set());
    const asKept = told.map((each) => ({ ...each, data: Buffer.from(each.data) }));
    expect(await new KeptFacts(database.dataSource).of('a')).toEqual(asKept);
    expect(await new KeptFacts(database.dataSource).of('nobody')).toEqual([]);
    expect(await factOf(manager, third.id)).toEqual(asKept[2]);
    await expect(factOf(manager, 'nothing')).rejects.toThrow('message nothing is not kept');
  });

  it('is kept in the transaction in which it is kept, or not at all', async () => {
    const lost = database.dataSource.transaction(async (manager) => {
      await keepFacts(manager, [fact('c', 1)]);
      throw new Error('a crash');
    });
    await expect(lost).rejects.toThrow('a crash');
    expect(await new KeptFacts(database.dataSource).of('c')).toEqual([]);
  });

  it('is changed and taken away by nobody who may write it', async () => {
    const { manager } = database.dataSource;
    await keepFacts(manager, [fact('e', 1)]);
    for (const attack of [
      `UPDATE "some".facts SET data = ''`,
      `UPDATE "some".facts SET recorded_at = now(), known = true WHERE subject = 'e'`,
      `UPDATE "some".facts SET event = 'intake.CaseRegistered'`,
      `DELETE FROM "some".facts WHERE subject = 'e'`,
      'TRUNCATE "some".facts',
    ])
      await expect(manager.query(attack)).rejects.toThrow('what was told stays as it came');
    expect(await new KeptFacts(database.dataSource).of('e')).toHaveLength(1);
  });

  it('lets one of many deliveries at once through', async () => {
    const told = [fact('d', 1), fact('d', 2)];
    const fresh = await Promise.all(
      Array.from({ length: 8 }, () => database.dataSource.transaction((manager) => keepFacts(manager, told))),
    );
    expect(fresh.map(({ size }) => size).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it('is given once a version knows its type that was unknown when it came', async () => {
    const { manager } = database.dataSource;
    const [later, earlier] = [fact('e', 2), fact('e', 1)];
    await keepFacts(manager, [later, earlier], () => false);
    expect(await newlyKnown(manager, () => false)).toEqual([]);
    expect((await newlyKnown(manager, () => true)).map(({ id }) => id)).toEqual([earlier.id, later.id]);
    expect(await newlyKnown(manager, () => true)).toEqual([]);
  });

  it('is the same set without a database, whatever the order and however often it comes', async () => {
    const told = [fact('a', 1), fact('a', 2, 4), fact('a', 2, 5), fact('a', 3)];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...told), { maxLength: 12 }), async (heard) => {
        const facts = new MemoryFacts();
        for (const each of heard) await facts.keep(each);
        expect(await facts.of('a')).toEqual(told.filter((each) => heard.includes(each)));
      }),
    );
  });
});
