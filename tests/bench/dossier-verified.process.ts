/** Verifies a dossier of 100 exhibits offline, and writes how long that takes. It is run on the sources. */
import { randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provedDossier } from '../../libs/cli/src/proved-dossier.fixture';
import { Told } from '../../libs/cli/src/report/told';
import { openBag } from '../../libs/cli/src/sources/bag-source';
import { dossierHolds } from '../../libs/cli/src/verify/dossier-holds';
import { nodePlatform } from '../../libs/cli/src/verify/node-platform';
import { median } from './median';

const [EXHIBITS, EXHIBIT_BYTES, EVENTS, ROUNDS] = [100, 512 * 1024, 400, 5];
/** Milliseconds beyond reading its bytes. */
const GOAL_MS = 1_000;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-bench-dossier-'));
  try {
    const exhibits = Object.fromEntries(
      // The small dossier that it is made of has one exhibit already.
      Array.from({ length: EXHIBITS - 1 }, (_, at) => [
        `data/exhibits/CHN-${String(at + 2)}.txt`,
        randomBytes(EXHIBIT_BYTES).toString('base64').slice(0, EXHIBIT_BYTES),
      ]),
    );
    const { zip, proofs: text, policy } = await provedDossier({ events: EVENTS, exhibits });
    const place = path.join(folder, 'dossier.zip');
    writeFileSync(place, zip);
    const read = async (): Promise<void> => {
      let octets = 0;
      for await (const part of createReadStream(place) as AsyncIterable<Buffer>) octets += part.length;
      if (octets !== zip.length) throw new RangeError(`${place} was not read whole`);
    };
    const verify = async (): Promise<void> => {
      const bag = await openBag(place);
      await dossierHolds(bag, { proofs: { text, policy } }, new Told(), nodePlatform);
      bag.close();
    };
    const [reading, verifying] = [await took(read), await took(verify)];
    const beyond = verifying - reading;
    console.log(
      `a dossier of ${String(EXHIBITS)} exhibits (${(zip.length / 1e6).toFixed(0)} MB) and ${String(EVENTS)} events, each ` +
        `proved, verified offline: ${verifying.toFixed(0)} ms, ${beyond.toFixed(0)} ms beyond reading its bytes (goal: ` +
        `at most ${String(GOAL_MS)} ms, ${beyond <= GOAL_MS ? 'met' : 'MISSED'})`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Median of several rounds, in milliseconds. */
async function took(work: () => Promise<void>): Promise<number> {
  const passed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    passed.push(performance.now() - began);
  }
  return median(passed);
}

void main();
