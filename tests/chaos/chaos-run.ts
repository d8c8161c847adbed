import { listRosters } from '../support/rosters';
import type { Fault } from './faults/fault';
import { Installation, type InstallationOptions } from './installation/installation';
import { ActLedger } from './load/act-ledger';
import { SteadyLoad } from './load/steady-load';
import { compare, playRound, type Round } from './round';
import { seededRandom } from './seeded-random';

export interface ChaosOptions extends Pick<InstallationOptions, 'dataDir' | 'brokers'> {
  /** Each fault is done once, and then all again in another order, until so many minutes have passed. */
  readonly minutes: number;
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly say: (sentence: string) => void;
}

/** Two instances of the service whose relay is frozen, and of the one that hears most. */
const INSTANCES = 'intake=2,audit=2';
const LANES = 6;
const REST_MS = 100;

/** Runs a Parley of its own under load while parts of it fail. Ends with the first round that found something. */
export async function runChaos({
  minutes,
  seed,
  faults,
  brokers,
  dataDir,
  say,
}: ChaosOptions): Promise<readonly Round[]> {
  const random = seededRandom(seed);
  const began = performance.now();
  const isOver = (): boolean => performance.now() - began > minutes * 60_000;
  say(`starts the distributed form in ${dataDir}`);
  const installation = await Installation.start({ dataDir, brokers, instances: INSTANCES });
  try {
    await listRosters(installation.url);
    const ledger = new ActLedger();
    const load = new SteadyLoad({
      url: installation.url,
      ledger,
      random: random.branch('load'),
      lanes: LANES,
      restMs: REST_MS,
      now: () => installation.now,
    });
    const ground = { installation, load, ledger, random: random.branch('faults'), say };
    const rounds: Round[] = [];
    for (let pass = 0; pass === 0 || !isOver(); pass++) {
      for (const fault of random.branch(`pass ${String(pass)}`).shuffled(faults)) {
        if (pass > 0 && isOver()) break;
        const round = await playRound(fault, ground);
        rounds.push(round);
        if (round.findings.length > 0) return rounds;
      }
    }
    say('compares everything once more');
    const caseIds = [...new Set(ledger.acknowledged.map(({ caseId }) => caseId))];
    const last = await compare(installation, ledger, caseIds);
    return [
      ...rounds,
      {
        fault: 'all together',
        acknowledged: ledger.acknowledged.length,
        retries: ledger.retries,
        settleSeconds: 0,
        findings: last,
      },
    ];
  } finally {
    await installation.stop();
  }
}
