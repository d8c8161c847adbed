import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  fromBase64,
  judgeCheckpoint,
  leafHash,
  nodeChecks,
  openCheckpoint,
  parsePolicy,
  parseProof,
  verifyInclusions,
  verifyLog,
  verifyProof,
} from '@parley/transparency';
import { caseIdOf } from '../docket/docket-story.fixture';
import { recordCase } from '../history/case-record-story.fixture';
import {
  filerAuditor,
  member,
  other,
  otherAuditor,
  ReadHistory,
  registry,
  streams,
  type Who,
} from '../history/read-history.fixture';
import { someLogKeys } from './log-keys.fixture';
import { LogSecrets } from './log-secrets';
import { MemoryFiles } from './memory-files.fixture';
import { ServedWitness } from './served-witness.fixture';

interface Proved {
  readonly header: string;
  readonly commitment: string;
  readonly salt: string;
  readonly index: number;
  readonly attested: boolean;
  readonly proof: string;
}

/** A line of an export, whichever it is. */
interface ExportLine {
  readonly header?: string;
  readonly commitment?: string;
  readonly stub?: object;
  readonly head?: object;
  readonly entry?: Pick<Proved, 'commitment' | 'salt' | 'index'>;
  readonly hash?: string;
  readonly checkpoint?: string;
}

const { digest } = nodeChecks;
const files = new MemoryFiles();
let history: ReadHistory;
let sides: readonly ServedWitness[];

beforeAll(async () => {
  sides = [await ServedWitness.of('US'), await ServedWitness.of('CN')];
  const witnesses = sides.map(({ known }) => known);
  history = await ReadHistory.start(undefined, undefined, files, witnesses);
  for (const side of sides) await side.witnesses((await read('/v1/log/policy')).body);
});
afterAll(async () => {
  await history.audit.stop();
  for (const side of sides) await side.close();
});

const read = (url: string) => history.audit.app.inject({ method: 'GET', url });
const bothOf = async () => parsePolicy(digest, (await read('/v1/log/policy')).body);
/** Of a reader who asks for the log alone, and so waits for no witness. */
const policyOf = async () =>
  parsePolicy(digest, (await read('/v1/log/policy')).body.replace('quorum both', 'quorum none'));
const entryOf = ({ salt, commitment }: Pick<Proved, 'salt' | 'commitment'>) =>
  digest(Buffer.from(salt + commitment, 'hex'));

/** Proof of the first event of a stream that somebody reads, as that reader gets it. */
async function proofFor(who: Who, stream = streams.intake) {
  const [event] = (await history.entriesFor(filerAuditor)).filter((each) => each.stream === stream);
  return history.get(`/${String(event?.['eventId'])}/proof`, who);
}

/** A log by its paths over HTTP. */
const overHttp = async (file: string): Promise<Uint8Array | undefined> => {
  const { statusCode, rawPayload } = await read(`/v1/log/${file}`);
  return statusCode === 200 ? rawPayload : undefined;
};

describe('the transparency log over HTTP', () => {
  it('covers what was recorded within 2 s, and is verified whole by what anybody is given', async () => {
    const recordedAt = performance.now();
    await recordCase(history.audit, caseIdOf(5), 'CN-2025-0005');
    const salts = new Set<string>();
    for (const who of [filerAuditor, otherAuditor]) {
      const proved = (await proofFor(who)).json<Proved>();
      salts.add(proved.salt);
    }
    expect(salts.size).toBe(1);
    const head = await history.audit.store.head();
    for (;;) {
      const [covered] = await history.audit.database.query<{ until: string }[]>(
        'SELECT until_position AS until FROM audit.log_checkpoints WHERE note IS NOT NULL ORDER BY n DESC LIMIT 1',
      );
      if (covered && history.audit.store.compare(covered.until as typeof head, head) >= 0) break;
      expect(performance.now() - recordedAt).toBeLessThan(30_000);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { checkpoint } = await verifyLog(nodeChecks, await policyOf(), overHttp);
    expect(checkpoint.size % 16).toBe(0);
  });

  it('serves every file at the path of the standard, for ever, and its checkpoint anew each time', async () => {
    const checkpoint = await read('/v1/log/checkpoint');
    expect(checkpoint.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
    });
    const { logs } = await policyOf();
    const { size } = await openCheckpoint(nodeChecks, checkpoint.body, logs[0]!.key);
    const tile = await read(`/v1/log/tile/0/000.p/${String(size)}`);
    expect(tile.headers).toMatchObject({ 'content-type': 'application/octet-stream' });
    expect(tile.headers['cache-control']).toContain('immutable');
    expect(tile.rawPayload).toHaveLength(size * 32);
  });

  it.each([
    ...['tile/0/000', 'tile/0/000.p/17', 'tile/0/000.p/256', 'tile/00/000', 'tile/1/000', 'tile/entries/x001/000'],
    ...['tile/entries/x000/x001/000.p/16', 'tile/data/000', 'tile/0/..%2Fcheckpoint', 'heads/001', 'tile/0/0'],
  ])('has nothing at %s', async (file) => {
    expect((await read(`/v1/log/${file}`)).statusCode).toBe(404);
  });

  it('hands out no file that is not signed yet', async () => {
    files.files.set('tile/entries/000.p/240', new Uint8Array(16));
    expect((await read('/v1/log/tile/entries/000.p/240')).statusCode).toBe(404);
  });

  it('proves an event to who reads it, by the event, the keys and nothing else', async () => {
    const proved = (await proofFor(filerAuditor)).json<Proved>();
    expect(Buffer.from(await digest(Buffer.from(proved.header))).toString('hex')).toBe(proved.commitment);
    const { index } = await verifyProof(nodeChecks, await policyOf(), proved.proof, await entryOf(proved));
    expect(index).toBe(proved.index);
    await expect(
      verifyProof(nodeChecks, await policyOf(), proved.proof, await entryOf({ ...proved, salt: proved.commitment })),
    ).rejects.toMatchObject({ code: 'inclusion-fails' });
  });

  it('proves every event of an export by one checkpoint, and no stub, whose place would tell when it was', async () => {
    const lines = (await history.get('/export', otherAuditor)).body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ExportLine);
    const shown = lines.flatMap(({ header, commitment }) => (header === undefined ? [] : [commitment]));
    const proved = lines.flatMap(({ entry }) => entry ?? []);
    expect(proved.map(({ commitment }) => commitment)).toEqual(shown);
    const entries = [];
    for (const each of proved) entries.push({ leaf: await leafHash(digest, await entryOf(each)), index: each.index });
    const hashes = lines.flatMap(({ hash }) => (hash === undefined ? [] : [fromBase64(hash)!]));
    const { checkpoint } = await judgeCheckpoint(nodeChecks, await policyOf(), lines.at(-1)?.checkpoint ?? '');
    await verifyInclusions(digest, { entries, hashes }, checkpoint);
    const stubs = lines.flatMap(({ stub }) => stub ?? []);
    expect(stubs.map((stub) => Object.keys(stub))).toEqual([['stream', 'revision', 'previous', 'commitment']]);
    expect(new Set(lines.flatMap((line) => Object.keys(line)))).toEqual(
      new Set(['header', 'payload', 'commitment', 'stub', 'head', 'entry', 'hash', 'checkpoint']),
    );
  });

  it('proves in an export what stands in the log, though another entry is gone from its files', async () => {
    const kept = new Map(files.files);
    const isBundle = (file: string) => file.startsWith('tile/entries/');
    for (const [file, bytes] of kept) if (isBundle(file)) files.files.set(file, Uint8Array.from(bytes).fill(7, 2, 34));
    const lines = (await history.get('/export', filerAuditor, other)).body.trimEnd().split('\n');
    files.files = kept;
    const count = (kind: string) => lines.filter((line) => line.startsWith(`{"${kind}"`)).length;
    expect([count('header'), count('entry'), count('checkpoint')]).toEqual([9, 8, 1]);
  });

  it('shows what both sides cosigned, and proves by it, to who asks for both', async () => {
    while ((await read('/v1/log/attested')).statusCode !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
    const policy = await bothOf();
    const { checkpoint } = await verifyLog(nodeChecks, policy, (file) =>
      overHttp(file === 'checkpoint' ? 'attested' : file),
    );
    const proved = (await proofFor(filerAuditor)).json<Proved>();
    expect(proved.attested).toBe(true);
    const { cosigned } = await verifyProof(nodeChecks, policy, proved.proof, await entryOf(proved));
    expect(cosigned.map(({ witness }) => witness)).toEqual(['time-of-the-log', 'us', 'cn']);
    const { attestation } = (await read('/v1/docket/log')).json<{ attestation: object }>();
    expect(attestation).toMatchObject({ provesNothing: true, split: null });
    expect(Reflect.get(attestation, 'attestedEntries')).toBeGreaterThanOrEqual(checkpoint.size);
    for (const [lang, words] of [
      ['en', /In this installation this proves nothing/],
      ['zh-Hans', /在本系统中，这不能证明任何事项/],
    ] as const)
      expect((await read(`/docket/log?lang=${lang}`)).body).toMatch(words);
  });

  it('proves by the log alone, and says so, where a side does not cosign', async () => {
    for (const side of sides) side.instead = () => Promise.resolve({ status: 503, body: '' });
    await recordCase(history.audit, caseIdOf(6), 'CN-2025-0006');
    await history.audit.service.idle();
    const newest = (await read('/v1/docket/log?limit=500')).json<{ items: object[] }>().items.length;
    const proved = (await read(`/v1/docket/log/${String(newest)}/proof`)).json<Proved>();
    expect(proved.attested).toBe(false);
    await verifyProof(nodeChecks, await policyOf(), proved.proof, await entryOf(proved));
    await expect(verifyProof(nodeChecks, await bothOf(), proved.proof, await entryOf(proved))).rejects.toMatchObject({
      code: 'quorum-missing',
    });
    for (const side of sides) side.instead = undefined;
  });

  it('raises an alarm where a proof of two pasts is kept, on the docket and in the readiness', async () => {
    const { database, service } = history.audit;
    expect(await service.workers.alarms?.()).toEqual([]);
    const [, origin] = /^log ([^+]+)/.exec((await read('/v1/log/policy')).body) ?? [];
    await database.query('INSERT INTO audit.log_splits (log, split) VALUES ($1, $2)', [origin, '{"smaller":""}']);
    const shown = async () =>
      (await read('/v1/docket/log')).json<{ attestation: { split: string | null } }>().attestation.split;
    while ((await shown()) === null) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await shown()).toBe('{"smaller":""}');
    expect(await service.workers.alarms?.()).toEqual(['the transparency log has shown two pasts']);
    for (const [lang, words] of [
      ['en', /ALARM\. A witness has proved/],
      ['zh-Hans', /警报：一见证方已证明/],
    ] as const)
      expect((await read(`/docket/log?lang=${lang}`)).body).toMatch(words);
    await database.query('DELETE FROM audit.log_splits');
  });

  it('proves nothing to who may not count what stands in between, or does not read the event', async () => {
    expect((await proofFor(member)).json()).toMatchObject({ status: 403, rule: 'I-43' });
    const nobody: Who = ['us-desk-9', 'US', 'operator'];
    expect((await proofFor(nobody)).statusCode).toBe(403);
    expect((await history.get(`/${caseIdOf(9)}/proof`, registry)).statusCode).toBe(404);
    expect((await history.get('/none/proof', registry)).json()).toMatchObject({ status: 400 });
  });

  it('puts on record who was handed a proof (I-40)', async () => {
    await proofFor(otherAuditor);
    const reads = (await history.get('/reads', otherAuditor)).json<{ items: { what: string; by: object }[] }>();
    expect(reads.items[0]).toMatchObject({ what: 'proof' });
  });

  it('proves every entry of the docket to anybody, who builds the docket from it alone (I-56)', async () => {
    const lines = (await read('/v1/docket/log/export')).body.trim().split('\n');
    const shown = (await read('/v1/docket/log?limit=500')).json<{ items: { serial: number; texts: object }[] }>().items;
    expect(lines).toHaveLength(shown.length);
    const entries = new Set<string>();
    await verifyLog(nodeChecks, await policyOf(), overHttp, (entry) => entries.add(Buffer.from(entry).toString('hex')));
    for (const [at, line] of lines.entries()) {
      const logged = JSON.parse(line) as Proved & { payload: string };
      expect(entries).toContain(Buffer.from(await entryOf(logged)).toString('hex'));
      const built = JSON.parse(Buffer.from(logged.payload, 'base64').toString()) as { texts: object };
      expect(built.texts).toEqual(shown[at]?.texts);
      const proved = (await read(`/v1/docket/log/${String(at + 1)}/proof`)).json<Proved>();
      expect(proved).toMatchObject({ header: logged.header, salt: logged.salt });
      await verifyProof(nodeChecks, await policyOf(), proved.proof, await entryOf(proved));
    }
    for (const serial of ['0', '01', '999', 'x', '-1'])
      expect((await read(`/v1/docket/log/${serial}/proof`)).statusCode).toBe(404);
  });

  it('is checked for an entry of the docket by the script of its page, without us or a network', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-log-'));
    const page = readFileSync(path.join(__dirname, '../../VERIFYING.md'), 'utf8');
    const [, script = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
    const proved = (await read('/v1/docket/log/1/proof')).json<Proved>();
    const check = (given: object, policy: string) => {
      writeFileSync(path.join(folder, 'proof.json'), JSON.stringify(given));
      writeFileSync(path.join(folder, 'policy'), policy);
      return spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
    };
    const policy = (await read('/v1/log/policy')).body;
    expect(check(proved, policy)).toMatchObject({
      stdout: expect.stringContaining('holds: true') as string,
      stderr: '',
    });
    const { index, hashes, checkpoint } = parseProof(proved.proof);
    expect([index, hashes.length > 0, checkpoint.includes('parley.log/')]).toEqual([proved.index, true, true]);
    const others = await new LogSecrets(someLogKeys(0)).policy();
    for (const [given, by] of [
      [{ ...proved, header: proved.header.replace('"PUBLIC"', '"PARTIES"') }, policy],
      [{ ...proved, salt: proved.commitment }, policy],
      [{ ...proved, proof: proved.proof.replace(/\nindex \d+/, `\nindex ${String(index + 1)}`) }, policy],
      [
        {
          ...proved,
          proof: proved.proof.replace(/\n(\d+)\n/, (_, size: string) => `\n${String(Number(size) + 16)}\n`),
        },
        policy,
      ],
      [proved, others],
    ] as const)
      expect(check(given, by).stdout).not.toContain('holds: true');
    rmSync(folder, { recursive: true });
  });
});
