import { commandIdOf, sha256 } from '@parley/event-store';
import type { Instant, PartyCode } from '@parley/kernel';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { DraftRow, Drafts, MOST_DRAFTS, type DraftWriting } from './drafts.table';
import { IntakeReadModels1738540800100 } from '../case-list.migration';

const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
const writing = (key: string, text: string, party = CN): DraftWriting => ({
  commandId: commandIdOf(party, key),
  bodyDigest: sha256(text),
  party,
  grievance: { text },
  now: '2025-02-05T09:00:00.000Z' as Instant,
});

describe('drafts', () => {
  let server: TestDatabase;
  let database: DataSource;
  let drafts: Drafts;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await new DataSource({
      type: 'postgres',
      url: server.url,
      schema: 'intake',
      entities: [DraftRow],
      migrations: [IntakeReadModels1738540800100],
    }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
    drafts = new Drafts(database);
  });
  beforeEach(() => database.manager.clear(DraftRow));
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  const begun = async (key: string, text: string): Promise<DraftRow> => {
    const saved = await drafts.begin(writing(key, text));
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    return saved.draft;
  };

  it('are begun once by the same command, also when it comes twice at once', async () => {
    const both = await Promise.all([1, 2].map(() => drafts.begin(writing('k', 'one'))));
    expect(both).toMatchObject([
      { kind: 'saved', draft: { revision: 0 } },
      { kind: 'saved', draft: { revision: 0 } },
    ]);
    expect(await drafts.list(CN)).toHaveLength(1);
  });

  it('are begun at no revision that somebody names', async () => {
    expect(await drafts.begin(writing('k', 'one'), 0)).toEqual({ kind: 'stale', revision: -1 });
    expect(await drafts.list(CN)).toEqual([]);
  });

  it('refuse a key that came before with other content (I-28)', async () => {
    const { draftId } = await begun('k', 'one');
    expect(await drafts.begin(writing('k', 'two'))).toEqual({ kind: 'key-reused' });
    await drafts.change(draftId, writing('c', 'three'));
    expect(await drafts.change(draftId, writing('c', 'four'))).toEqual({ kind: 'key-reused' });
    expect(await drafts.find(draftId, CN)).toMatchObject({ grievance: { text: 'three' } });
  });

  it('are changed once by the same command, which is answered alike though the revision has moved', async () => {
    const { draftId } = await begun('k', 'one');
    for (const time of ['first', 'again']) {
      expect([time, await drafts.change(draftId, writing('c', 'two'), 0)]).toMatchObject([
        time,
        { kind: 'saved', draft: { revision: 1 } },
      ]);
    }
    expect(await drafts.change(draftId, writing('d', 'three'), 0)).toEqual({ kind: 'stale', revision: 1 });
  });

  it('are nobody’s but their party’s', async () => {
    const { draftId } = await begun('k', 'one');
    expect(await drafts.find(draftId, US)).toBeNull();
    expect(await drafts.change(draftId, writing('c', 'two', US))).toEqual({ kind: 'not-found' });
    await drafts.discard(draftId, US);
    expect(await drafts.list(US)).toEqual([]);
    expect(await drafts.list(CN)).toHaveLength(1);
  });

  it('are kept up to a number, and none is left of one that is discarded', async () => {
    for (let index = 0; index < MOST_DRAFTS; index++) await begun(String(index), 'x');
    expect(await drafts.begin(writing('more', 'x'))).toEqual({ kind: 'too-many' });
    for (const { draftId } of await drafts.list(CN)) await drafts.discard(draftId, CN);
    expect(await database.query('SELECT count(*)::int AS left FROM intake.drafts')).toEqual([{ left: 0 }]);
  });
});
