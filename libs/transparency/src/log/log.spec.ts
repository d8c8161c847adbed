import { utf8 } from '../encoding/bytes';
import { formatCheckpoint, parseCheckpoint } from '../checkpoint/checkpoint';
import { LogRefused } from '../log-refused';
import { nodeChecks } from '../node-checks';
import { parseNote } from '../note/parse-note';
import { SmallLog } from '../small-log.fixture';
import { followLog, type Replica } from './follow-log';
import { verifyLog } from './verify-log';

/** Bytes with one bit turned over. */
const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

/** What is said of a log in which a file is other than it was. */
async function codeOf(log: SmallLog, path: string, bytes: Uint8Array | undefined): Promise<string> {
  const read = (asked: string) => (asked === path ? bytes : log.files.get(asked));
  try {
    await verifyLog(nodeChecks, log.policy, read);
    return 'believed';
  } catch (error) {
    if (error instanceof LogRefused) return error.code;
    throw error;
  }
}

describe('a whole log', () => {
  it('is refused for every bit of it that is turned over, one at a time', async () => {
    const log = await SmallLog.of(7);
    expect((await verifyLog(nodeChecks, log.policy, log.read)).checkpoint.size).toBe(7);
    const codes = new Map<string, number>();
    for (const [path, bytes] of log.files)
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const code = await codeOf(log, path, flipped(bytes, bit));
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    expect(codes.get('believed')).toBeUndefined();
    expect([...codes.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(7 * 66 * 8);
    for (const code of ['note-malformed', 'signature-invalid', 'tile-differs', 'bundle-cut'])
      expect([...codes.keys()]).toContain(code);
  }, 120_000);

  it('of several tiles is refused for a bit in any of them', async () => {
    const log = await SmallLog.of(600);
    for (const [path, bytes] of log.files)
      for (const bit of [0, bytes.length * 4, bytes.length * 8 - 1])
        expect([path, bit, await codeOf(log, path, flipped(bytes, bit))]).not.toContain('believed');
  }, 120_000);

  it('is refused when a file is cut short, longer, or gone', async () => {
    const log = await SmallLog.of(600);
    for (const [path, bytes] of log.files) {
      expect(await codeOf(log, path, undefined)).toBe('file-missing');
      expect(await codeOf(log, path, bytes.subarray(0, -1))).toMatch(/^(tile-cut|bundle-cut|note-malformed)$/);
      expect(await codeOf(log, path, new Uint8Array([...bytes, 0]))).toMatch(/^(tile-cut|bundle-cut|note-malformed)$/);
    }
    expect(await codeOf(log, 'checkpoint', Uint8Array.of(0xff, 0x0a))).toBe('note-malformed');
    expect(await codeOf(log, 'tile/entries/002.p/88', log.files.get('tile/entries/000'))).toBe('tile-differs');
  });

  it('is refused when its checkpoint names another root', async () => {
    const log = await SmallLog.of(9);
    const other = { ...parseCheckpoint(parseNote(log.note).text), root: new Uint8Array(32) };
    const note = await log.signed(formatCheckpoint(other), log.witnesses);
    expect(await codeOf(log, 'checkpoint', utf8(note))).toBe('root-differs');
  });
});

describe('a replica', () => {
  let log: SmallLog;
  let files: Map<string, Uint8Array>;
  let replica: Replica;

  beforeEach(async () => {
    log = await SmallLog.of(300);
    files = new Map();
    replica = {
      read: (path) => files.get(path),
      write: (path, bytes) => {
        if (path !== 'checkpoint' && files.has(path)) expect(files.get(path)).toEqual(bytes);
        files.set(path, bytes);
      },
    };
  });

  const follow = (from = log) => followLog(nodeChecks, log.policy, from.read, replica);

  it('is a log of its own, verified like the first, however often it looked', async () => {
    for (const count of [0, 5, 251, 300]) {
      if (count > 0) await log.grow(count);
      expect((await follow()).checkpoint.size).toBe(log.size);
      await follow();
    }
    expect((await verifyLog(nodeChecks, log.policy, replica.read)).checkpoint.size).toBe(856);
  });

  it('has its checkpoint last, so that one that was cut off anywhere goes on', async () => {
    const whole = replica.write;
    for (let writes = 0; ; writes += 1) {
      let left = writes;
      const cut = {
        ...replica,
        write: (path: string, bytes: Uint8Array) => {
          if (left-- === 0) throw new Error('cut off');
          return whole(path, bytes);
        },
      };
      const failure: unknown = await followLog(nodeChecks, log.policy, log.read, cut).catch((error: unknown) => error);
      if (!(failure instanceof Error)) break;
      expect(files.has('checkpoint')).toBe(false);
    }
    await verifyLog(nodeChecks, log.policy, replica.read);
  });

  it('does not follow a log into another past, and keeps what it has', async () => {
    await follow();
    const kept = new Map(files);
    const forked = await SmallLog.of(0);
    for (const entry of [310, 1]) await forked.grow(entry);
    forked.files.set('checkpoint', utf8(forked.note));
    await follow(forked);
    files.clear();
    for (const [path, bytes] of kept) files.set(path, bytes);
    const other = await SmallLog.of(320);
    const { text } = parseNote(other.note);
    const lie = formatCheckpoint({ ...parseCheckpoint(text), root: new Uint8Array(32).fill(9) });
    other.files.set('checkpoint', utf8(await other.signed(lie, other.witnesses)));
    await expect(follow(other)).rejects.toMatchObject({ code: 'consistency-fails' });
    expect(files).toEqual(kept);
  });

  it('does not go back to an older checkpoint, and sees a fork of the same size', async () => {
    await follow();
    const older = await SmallLog.of(200);
    expect((await follow(older)).checkpoint.size).toBe(300);
    const lie = formatCheckpoint({ ...parseCheckpoint(parseNote(log.note).text), root: new Uint8Array(32) });
    log.files.set('checkpoint', utf8(await log.signed(lie, log.witnesses)));
    await expect(follow()).rejects.toMatchObject({ code: 'consistency-fails' });
  });

  it('takes no tile that does not belong to the checkpoint', async () => {
    const tile = log.files.get('tile/entries/001.p/44')!;
    log.files.set('tile/entries/001.p/44', flipped(tile, 40));
    await expect(follow()).rejects.toMatchObject({ code: 'tile-differs' });
    expect(files.has('checkpoint')).toBe(false);
  });

  it('copies what a tree of its checkpoint has, also where the log has wider tiles by now', async () => {
    const before = new Map(log.files);
    await log.grow(400);
    for (const path of ['tile/0/001.p/44', 'tile/entries/001.p/44']) log.files.delete(path);
    log.files.set('checkpoint', before.get('checkpoint')!);
    await follow();
    expect(files.get('tile/0/001.p/44')).toEqual(before.get('tile/0/001.p/44'));
    expect(files.get('tile/entries/001.p/44')).toEqual(before.get('tile/entries/001.p/44'));
  });
});
