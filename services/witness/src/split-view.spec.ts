import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@parley/testing';
import { nodeChecks, parseSplitView, verifySplitView } from '@parley/transparency';
import { originHash } from './kept-checkpoints';
import { ORIGIN, ServedLog } from './served-log.fixture';
import { startWitness, type RunningWitness } from './start-witness';
import { makeKey } from './witness-key';

/** The first entries of both pasts. */
const COMMON = 20;

/** A side: its witness, and the past that the log shows to it. */
interface Side {
  readonly folder: string;
  readonly log: ServedLog;
  readonly port: number;
  readonly vkey: string;
  witness?: RunningWitness;
}

describe('two witnesses', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'parley-split-'));
  let sides: readonly [Side, Side];

  const sideOf = async (name: string, log: ServedLog): Promise<Side> => {
    const folder = mkdtempSync(path.join(top, name));
    return { folder, log, port: await freePort(), vkey: await makeKey(folder, `${name}.example/w`) };
  };
  const start = async (side: Side, other: Side): Promise<void> => {
    const { folder, log, port } = side;
    const lines = [log.line, `witness other ${other.vkey} http://127.0.0.1:${String(other.port)}`, 'quorum none', ''];
    writeFileSync(path.join(folder, 'policy'), lines.join('\n'));
    side.witness = await startWitness({ folder, host: '127.0.0.1', port, seconds: 1 }, () => undefined);
  };
  const startBoth = async (): Promise<void> => {
    await start(sides[0], sides[1]);
    await start(sides[1], sides[0]);
  };
  const shown = async ({ witness }: Side, what: string): Promise<string> =>
    (await fetch(`${witness?.url ?? ''}/${what}`)).text();
  const isAlarmed = async (side: Side): Promise<boolean> =>
    (await shown(side, 'metrics')).includes('split{log="log.example/parley"} 1');
  const evidenceOf = ({ folder }: Side): readonly string[] =>
    readdirSync(path.join(folder, 'evidence')).map((name) => readFileSync(path.join(folder, 'evidence', name), 'utf8'));
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const cosigned = async (side: Side, size: number): Promise<boolean> =>
    (await shown(side, `${originHash(ORIGIN)}/checkpoint`)).startsWith(`${ORIGIN}\n${String(size)}\n`);

  afterEach(async () => {
    for (const { witness } of sides) await witness?.stop();
    await Promise.all(sides.map(({ log }) => log.close()));
  });
  afterAll(() => {
    rmSync(top, { recursive: true });
  });

  it.each([
    ['of one size', 30, 30],
    ['of which one is larger', 30, 47],
    ['of which the other is larger', 300, 23],
  ])(
    'that a log shows two pasts, %s, both raise an alarm and keep a proof',
    async (_, one, other) => {
      sides = [
        await sideOf('east', await ServedLog.of(one, 'east', COMMON)),
        await sideOf('west', await ServedLog.of(other, 'west', COMMON)),
      ];
      await startBoth();
      await until(async () => (await Promise.all(sides.map(isAlarmed))).every(Boolean));
      for (const side of sides) {
        const [proof = ''] = evidenceOf(side);
        const [smaller, larger] = await verifySplitView(nodeChecks, side.log.key, parseSplitView(proof));
        expect([smaller.size, larger.size]).toEqual([one, other].toSorted((a, b) => a - b));
        const ready = JSON.parse(await shown(side, 'readyz')) as { status: string; degraded: { check: string }[] };
        expect(ready.status).toBe('ready');
        expect(ready.degraded.map(({ check }) => check)).toContain('split');
        expect(await shown(side, `${originHash(ORIGIN)}/split`)).toBe(proof);
      }
    },
    60_000,
  );

  it('of which one begins when the other has cosigned believes what the log shows to itself', async () => {
    sides = [
      await sideOf('east', await ServedLog.of(300, 'east', COMMON)),
      await sideOf('west', await ServedLog.of(23, 'west', COMMON)),
    ];
    await start(sides[0], sides[1]);
    await until(() => cosigned(sides[0], 300));
    await start(sides[1], sides[0]);
    await until(async () => (await Promise.all(sides.map(isAlarmed))).every(Boolean));
    expect(await cosigned(sides[1], 23)).toBe(true);
  }, 60_000);

  it('that a log shows two pasts one after the other, to the same witness, raise it as well', async () => {
    sides = [await sideOf('east', await ServedLog.of(30)), await sideOf('west', await ServedLog.of(30))];
    await startBoth();
    await until(() => cosigned(sides[0], 30));
    await until(() => cosigned(sides[1], 30));
    expect(await isAlarmed(sides[0])).toBe(false);
    const [east] = sides;
    await east.witness?.stop();
    const later = { ...east, log: await ServedLog.of(40, 'other', COMMON) };
    await start(later, sides[1]);
    await until(() => isAlarmed(later));
    expect(await cosigned(later, 30)).toBe(true);
    expect(evidenceOf(later)).toHaveLength(1);
    await until(() => isAlarmed(sides[1]));
    await Promise.all([later.witness?.stop(), later.log.close()]);
  }, 60_000);

  it('that are at different places of one past raise none', async () => {
    sides = [await sideOf('east', await ServedLog.of(30)), await sideOf('west', await ServedLog.of(300))];
    await startBoth();
    await until(() => cosigned(sides[0], 30));
    await until(() => cosigned(sides[1], 300));
    await sides[0].log.grow(300);
    await until(() => cosigned(sides[0], 330));
    expect(await Promise.all(sides.map(isAlarmed))).toEqual([false, false]);
    await sides[1].log.grow(30);
    // A look at the other may have come before the other listened, or before the own log showed as much.
    const allIsWell = `${JSON.stringify({ status: 'ready', reasons: [], degraded: [] })}\n`;
    for (const side of sides) await until(async () => (await shown(side, 'readyz')) === allIsWell);
    expect(await Promise.all(sides.map(isAlarmed))).toEqual([false, false]);
  }, 60_000);
});
