import { randomUUID } from 'node:crypto';
import type { Instant } from '@parley/kernel';
import fc from 'fast-check';
import { KeptFacts, keepFact } from './facts';
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
    const kept = new KeptFacts(database.dataSource);
    const told = [fact('a', 1), fact('a', 2, 4), fact('a', 2, 5), fact('a', 3)];
    for (const each of [told[2], told[0], told[3], told[1], told[0], fact('b', 0)])
      await kept.keep(each as PublicEvent);
    expect(await kept.of('a')).toEqual(told.map((each) => ({ ...each, data: Buffer.from(each.data) })));
    expect(await kept.of('nobody')).toEqual([]);
  });

  it('is kept in the transaction in which it is kept, or not at all', async () => {
    const lost = database.dataSource.transaction(async (manager) => {
      await keepFact(manager, fact('c', 1));
      throw new Error('a crash');
    });
    await expect(lost).rejects.toThrow('a crash');
    expect(await new KeptFacts(database.dataSource).of('c')).toEqual([]);
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
