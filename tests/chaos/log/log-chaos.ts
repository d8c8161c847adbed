import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '@parley/embedded-postgres';
import { openBenchDatabase } from '../../bench/bench-database';
import { ParleyProcess } from '../../support/parley-process';
import { seededRandom } from '../seeded-random';
import { until } from '../until';
import { AppendLoad } from './append-load';
import { PastReader, textAt } from './past-reader';
import { WitnessProcess } from './witness-process';

export interface LogChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** Appends a second. */
  readonly rate: number;
  readonly dataDir: string;
  readonly say: (sentence: string) => void;
}

export interface LogChaosResult {
  readonly lines: readonly string[];
  readonly findings: readonly string[];
}

const SIDES = ['US', 'CN'] as const;
/** Milliseconds after which somebody who was started is killed: two looks of the log, some of a witness. */
const MOST_MS = 2_000;
/** Milliseconds within which everything has come level when the load rests. */
const LEVEL_MS = 120_000;
const SAID_EVERY = 10;

/**
 * Kills the process of the log and those of both witnesses, one at a time and at any moment, while events are appended
 * and checkpoints signed and cosigned, and holds all that anybody shows against all that was ever seen.
 */
export async function runLogChaos({ kills, seed, rate, dataDir, say }: LogChaosOptions): Promise<LogChaosResult> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const random = seededRandom(seed);
    const database = await openBenchDatabase();
    closing.push(() => database.close());
    const [port = 0, ...ports] = await freePorts(1 + SIDES.length);
    const witnesses = SIDES.map((party, at) =>
      WitnessProcess.make(path.join(dataDir, 'sides', party), party, ports[at] ?? 0),
    );
    const named = witnesses.map(({ party, key, url }) => `${party} ${key} ${url}`).join(', ');
    const env = { PARLEY_DATABASE_URL: database.url, PARLEY_RATE_LIMIT: '0', PARLEY_WITNESSES: named };
    const startLog = () => ParleyProcess.start({ dataDir: path.join(dataDir, 'parley'), port, env });
    let parley = await startLog();
    closing.push(() => parley.kill());
    const policy = (await textAt(`${parley.url}/v1/log/policy`)) ?? '';
    const [line = ''] = /^log .*$/m.exec(policy) ?? [];
    const startWitness = (witness: WitnessProcess): Promise<void> => {
      const others = witnesses.filter((each) => each !== witness);
      return witness.start([
        `${line} ${parley.url}/v1/log`,
        ...others.map(({ party, key, url }) => `witness ${party.toLowerCase()} ${key} ${url}`),
      ]);
    };
    for (const witness of witnesses) {
      await startWitness(witness);
      closing.push(() => witness.kill());
    }
    const load = await AppendLoad.start(database.url, rate);
    closing.push(() => load.close());
    closing.push(() => load.rest());
    const reader = await PastReader.of(parley.url, new Map(witnesses.map(({ party, url }) => [party, url])));
    const killed = new Map<string, number>();
    const began = performance.now();
    for (let kill = 1; kill <= kills; kill += 1) {
      await sleep(random.between(0, MOST_MS));
      const witness = random.pick([undefined, ...witnesses]);
      const whom = witness === undefined ? 'the log' : `the witness of ${witness.party}`;
      killed.set(whom, (killed.get(whom) ?? 0) + 1);
      if (witness === undefined) {
        await parley.kill();
        parley = await startLog();
      } else {
        await witness.kill();
        await startWitness(witness);
      }
      await reader.look();
      if (kill % SAID_EVERY === 0 || kill === kills)
        say(
          `${String(kill)} of ${String(kills)} killed; ${String(load.acknowledged)} appends acknowledged, ` +
            `${String(reader.looked)} checkpoints looked at, ${String(reader.findings.length)} found`,
        );
      if (reader.findings.length > 0) break;
    }
    const seconds = (performance.now() - began) / 1_000;
    await load.rest();
    const settled = await settle(load, parley.url, reader);
    const found = [...reader.findings, ...settled.findings];
    return {
      lines: [
        `killed             ${[...killed].map(([whom, count]) => `${whom} ${String(count)}`).join(', ')}; in ${seconds.toFixed(0)} s`,
        `appends            ${String(load.acknowledged)} acknowledged; ${String(settled.logged)} events in the log, ` +
          `${String(settled.checkpoints)} checkpoints signed`,
        `level and attested ${settled.seconds.toFixed(1)} s after the load`,
        `checkpoints        ${String(reader.looked)} that log and witnesses showed, all of one past: ${found.length === 0 ? 'yes' : 'NO'}`,
      ],
      findings: found,
    };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Waits until the log has everything and both sides have cosigned it, and looks at all that was ever signed. */
async function settle(load: AppendLoad, url: string, reader: PastReader) {
  const began = performance.now();
  const findings: string[] = [];
  const sizeOf = async (what: string) => Number((await textAt(`${url}/v1/log/${what}`))?.split('\n')[1] ?? NaN);
  const covered = await until('the log is level and jointly attested', LEVEL_MS, async () => {
    const now = await load.covered();
    return now.events === now.logged && (await sizeOf('attested')) === (await sizeOf('checkpoint')) ? now : undefined;
  }).catch(async (failure: unknown) => {
    findings.push(String(failure));
    return load.covered();
  });
  const seconds = (performance.now() - began) / 1_000;
  await reader.look();
  if (covered.events < load.acknowledged) findings.push('an event that was acknowledged is gone');
  let before = 0;
  for (const { n, size, root } of await load.signed()) {
    if (size <= before) findings.push(`checkpoint ${String(n)} has ${String(size)} entries after ${String(before)}`);
    before = size;
    if (!Buffer.from(await reader.rootAt(size)).equals(root))
      findings.push(`checkpoint ${String(n)} is of another past`);
  }
  const ready = (await textAt(`${url}/readyz`)) ?? 'it does not answer';
  if (/two pasts|halted|does not answer/.test(ready)) findings.push(ready);
  return { ...covered, seconds, findings };
}
