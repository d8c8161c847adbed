import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { appendSome, sampleEvents, someCommand, someStream } from '@parley/event-store/contract';
import { createPostgresEventStore } from '@parley/event-store-postgres';
import { markRestored, openDataFolder, openKeys, prepareDatabase } from '@parley/hosting/installation';
import { sha256 } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { run } from './command-line/run';
import type { Manifest } from './format/manifest';
import { restoreBackup, type RestoreAsked } from './restore-backup';
import { services } from './services';
import { takeBackup } from './take-backup';
import { verifyBackup } from './verify-backup';

const clock = { now: () => new Date().toISOString() as Instant };
const SECRET = 'kept in another place';
const EVENTS = 'tables/event_store.events.copy.gz';

describe('a backup of a database of one’s own', () => {
  let folder: string;
  let database: TestDatabase;
  let manifest: Manifest;
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  const nothing = { witnesses: [], attested: [], policy: undefined, isNever: true };
  const asked = (from: string, more: Partial<RestoreAsked> = {}): RestoreAsked => ({
    ...{ from: at(from), outside: nothing, secret: SECRET, keys: undefined, progress: () => undefined },
    ...{ into: at('restored'), databaseUrl: database.url, keepStopped: false },
    ...more,
  });
  const take = (to: string, secret: string | undefined = SECRET) =>
    takeBackup({
      ...{ dataDir: at('data'), databaseUrl: database.url, to: at(to), secret },
      ...{ version: '1', progress: () => undefined },
    });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'parley-backup-'));
    database = await createTestDatabase();
    const roles = await prepareDatabase({ adminUrl: database.url, services, passwordOf: () => 'a password' });
    const { url = '' } = roles.find(({ context }) => context === 'intake') ?? {};
    const store = createPostgresEventStore({ connectionString: url, clock });
    const streams = [someStream(), someStream()];
    for (const stream of streams) await appendSome(store, stream, 'no-stream');
    for (const stream of streams) await appendSome(store, stream, 0);
    // More than what waits in memory at once.
    const odd = sampleEvents(someCommand(), 1).map((event) => ({ ...event, rule: 'S5\u2028\r\n\t\\N\\' }));
    await store.append(someStream(), 'no-stream', odd, { commandId: someCommand() });
    for (let n = 0; n < 12; n += 1) {
      const commandId = someCommand();
      const large = sampleEvents(commandId, 1, Buffer.alloc(500_000, 'large and compressible '));
      await store.append(someStream(), 'no-stream', large, { commandId });
    }
    await store.close();
    openDataFolder(at('data'), { time: 'real', mode: 'demonstration' }).keepKind();
    openKeys(at('data', 'keys'));
    const blob = Buffer.from('an exhibit');
    cpSync(__filename, at('data', 'blobs', 'incoming', 'half'), { recursive: true });
    const [shard, digest] = [sha256(blob).slice(0, 2), sha256(blob)];
    cpSync(__filename, at('data', 'blobs', 'common', shard, digest), { recursive: true });
    writeFileSync(at('data', 'blobs', 'common', shard, digest), blob);
    manifest = await take('backup');
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has every event, no half of an upload, and the keys for nobody without the secret', async () => {
    const verified = await verifyBackup(asked('backup'));
    expect([manifest.events, verified.behind, verified.manifest]).toEqual([17, 17, manifest]);
    expect(readdirSync(at('backup', 'blobs'))).toEqual(['common']);
    await expect(verifyBackup(asked('backup', { secret: 'another' }))).rejects.toMatchObject({ code: 'keys-sealed' });
    const secret = readFileSync(at('data', 'keys', 'log.key'));
    for (const file of ['keys.sealed', 'manifest.json', 'policy'])
      expect(readFileSync(at('backup', file)).includes(secret)).toBe(false);
  });

  it('is taken into a folder of its own, of an installation, and without keys says so', async () => {
    await expect(take('backup')).rejects.toMatchObject({ code: 'folder-in-use' });
    const nowhere = { dataDir: at('nowhere'), databaseUrl: undefined, to: at('x'), secret: undefined, version: '1' };
    await expect(takeBackup({ ...nowhere, progress: () => undefined })).rejects.toMatchObject({ code: 'nothing-here' });
    const said: string[] = [];
    const env = { PARLEY_DATA_DIR: at('data'), PARLEY_DATABASE_URL: database.url };
    const output = { out: (text: string) => void said.push(text), err: () => undefined, env };
    expect(await run(['--lang', 'zh-Hans', 'backup', at('keyless')], output)).toBe(0);
    expect(said.join('')).toMatch(/备份完整：17 个事件.*密钥未纳入备份/s);
    await expect(restoreBackup(asked('keyless'))).rejects.toMatchObject({ code: 'keys-apart' });
    expect(await verifyBackup(asked('keyless', { keys: at('data', 'keys') }))).toMatchObject({ behind: 17 });
  });

  it('is refused where anything of it was altered, taken away or added, also with a list made anew', async () => {
    const rows = gunzipSync(readFileSync(at('backup', EVENTS))).toString();
    const relist = (text: string): void => {
      writeFileSync(at('bad', EVENTS), gzipSync(text));
      const bytes = readFileSync(at('bad', EVENTS));
      const line = `${sha256(bytes)} ${String(bytes.length)} ${EVENTS}`;
      const list = readFileSync(at('bad', 'files.txt'), 'utf8').replace(new RegExp(`^.* ${EVENTS}$`, 'm'), line);
      writeFileSync(at('bad', 'files.txt'), list);
      const tables = manifest.tables.map((each) => (each.file === EVENTS ? { ...each, digest: sha256(text) } : each));
      const rowsOf = text.split('\n').length - 1;
      const counted = tables.map((each) => (each.file === EVENTS ? { ...each, rows: rowsOf } : each));
      writeFileSync(at('bad', 'manifest.json'), JSON.stringify({ ...manifest, tables: counted, list: sha256(list) }));
    };
    const lines = rows.split('\n');
    for (const [harm, code] of [
      [() => rmSync(at('bad', 'manifest.json')), 'unfinished'],
      [() => writeFileSync(at('bad', 'manifest.json'), '{"format":2}'), 'manifest-malformed'],
      [() => writeFileSync(at('bad', 'files.txt'), ''), 'file-altered'],
      [() => writeFileSync(at('bad', EVENTS), gzipSync(rows.replace('intake', 'intakt'))), 'file-altered'],
      [() => rmSync(at('bad', 'policy')), 'file-missing'],
      [() => writeFileSync(at('bad', 'more'), ''), 'file-unnamed'],
      [() => relist(rows.replaceAll('"schemaVersion"', '"schemaVersiom"')), 'chain-broken'],
      [() => relist(lines.toSpliced(1, 1).join('\n')), 'chain-broken'],
      [() => relist([lines[1], lines[0], ...lines.slice(2)].join('\n')), 'chain-broken'],
    ] as const) {
      cpSync(at('backup'), at('bad'), { recursive: true });
      harm();
      await expect(verifyBackup(asked('bad', { secret: undefined }))).rejects.toMatchObject({ code });
      rmSync(at('bad'), { recursive: true });
    }
  }, 60_000);

  it('is restored into an empty database alone, row by row, and what stands there is what was', async () => {
    await expect(restoreBackup(asked('backup'))).rejects.toMatchObject({ code: 'database-in-use' });
    // It was begun, so it stays marked, and nothing starts on it.
    const kind = { time: 'real', mode: 'demonstration' } as const;
    expect(() => openDataFolder(at('restored'), kind)).toThrow(/must not start: its restore has not ended/);
    rmSync(at('restored'), { recursive: true });
    const empty = await createTestDatabase();
    try {
      await restoreBackup(asked('backup', { databaseUrl: empty.url }));
      expect(openDataFolder(at('restored'), kind).hasRecord).toBe(true);
      const again = await takeBackup({
        ...{ dataDir: at('restored'), databaseUrl: empty.url, to: at('again'), secret: undefined },
        ...{ version: '1', progress: () => undefined },
      });
      expect(again.tables).toEqual(manifest.tables);
      expect(again.sequences).toEqual(manifest.sequences);
      await expect(restoreBackup(asked('backup', { databaseUrl: empty.url }))).rejects.toMatchObject({
        code: 'folder-in-use',
      });
    } finally {
      await empty.drop();
    }
  }, 120_000);

  it('is not restored where nothing says what was attested, unless nobody ever did', async () => {
    const outside = { ...nothing, isNever: false };
    await expect(verifyBackup(asked('backup', { outside }))).rejects.toMatchObject({ code: 'not-compared' });
    await expect(
      verifyBackup(asked('backup', { outside: { ...outside, witnesses: ['http://127.0.0.1:9'] } })),
    ).rejects.toMatchObject({ code: 'attested-unread' });
    const output = { out: () => undefined, err: () => undefined, env: {} };
    expect(await run(['restore', at('backup'), '--verify'], output)).toBe(2);
    expect(await run(['restore', at('backup'), '--unheard-of'], output)).toBe(2);
    expect(await run(['restore', at('nowhere'), '--verify'], output)).toBe(1);
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it('is told by its mark why it does not start', () => {
    markRestored(at('older'), 'older', 48);
    const kind = { time: 'real', mode: 'demonstration' } as const;
    expect(() => openDataFolder(at('older'), kind)).toThrow(/its record lacks 48 entries/);
    writeFileSync(at('older', 'restored.json'), 'no JSON');
    expect(() => openDataFolder(at('older'), kind)).toThrow(/its restore has not ended/);
  });
});
