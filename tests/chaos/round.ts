import { setTimeout as sleep } from 'node:timers/promises';
import { unequalEffects } from '../crash/effects';
import { check } from './checker/check';
import { findings, type Finding } from './checker/finding';
import { observe } from './checker/observe';
import { checkRebuilds } from './checker/rebuilds.check';
import type { Fault } from './faults/fault';
import type { Installation } from './installation/installation';
import type { ActLedger } from './load/act-ledger';
import type { SteadyLoad } from './load/steady-load';
import type { SeededRandom } from './seeded-random';

/** The result of one fault. */
export interface Round {
  readonly fault: string;
  readonly acknowledged: number;
  /** How often an act had to be sent again. */
  readonly retries: number;
  /** Seconds from the end of the load until everything that follows from it had happened. */
  readonly settleSeconds: number;
  readonly findings: readonly Finding[];
  readonly remark?: string;
}

export interface RoundGround {
  readonly installation: Installation;
  readonly load: SteadyLoad;
  readonly ledger: ActLedger;
  readonly random: SeededRandom;
  readonly say: (sentence: string) => void;
}

/** Milliseconds of load before a fault and after it. */
export const STEADY_MS = [3_000, 8_000] as const;
/** Hours that demonstration time moves on afterwards: over no deadline, over some, over many. */
const HOURS = [1, 30, 200];

/** Does one fault under load, lets everything settle, and compares. */
export async function playRound(
  fault: Fault,
  { installation, load, ledger, random, say }: RoundGround,
): Promise<Round> {
  const before = { acknowledged: ledger.acknowledged.length, retries: ledger.retries };
  load.resume();
  await sleep(random.between(...STEADY_MS));
  say(`${fault.name}: ${fault.what}`);
  let remark = '';
  const failed = await failureOf(fault.during(installation, random, (noted) => (remark = noted)));
  await sleep(random.between(...STEADY_MS));
  await load.pause();
  const began = performance.now();
  const unsettled = failed.length > 0 ? failed : await failureOf(settle(installation, random));
  const settleSeconds = (performance.now() - began) / 1_000;
  const acknowledged = ledger.acknowledged.length - before.acknowledged;
  say(
    `${fault.name}: ${String(acknowledged)} acts were acknowledged; all had settled after ` +
      `${settleSeconds.toFixed(1)} s; compares`,
  );
  const found = unsettled.length > 0 ? unsettled : await compare(installation, ledger, ledger.takeTouched());
  return {
    fault: fault.name,
    acknowledged,
    retries: ledger.retries - before.retries,
    settleSeconds,
    findings: found,
    remark,
  };
}

/** Compares everything about some cases, and the lists of all, when nothing is under way. */
export async function compare(
  { url, kafka, namespace }: Installation,
  ledger: ActLedger,
  caseIds: readonly string[],
): Promise<readonly Finding[]> {
  const known = new Set(caseIds);
  const registered = ledger.acknowledged
    .filter(({ event, caseId }) => event === 'intake GrievanceFoundComplete' && known.has(caseId))
    .map(({ caseId }) => caseId);
  return [
    ...check(ledger, await observe({ url, kafka, namespace, caseIds })),
    ...findings('effects', await unequalEffects(url, registered)),
    ...(await checkRebuilds(url)),
  ];
}

async function settle(installation: Installation, random: SeededRandom): Promise<void> {
  await installation.untilReady();
  await installation.move(random.pick(HOURS));
}

/** A process that did not come back, or work that did not settle, is a finding like any other. */
async function failureOf(work: Promise<void>): Promise<readonly Finding[]> {
  try {
    await work;
    return [];
  } catch (failure) {
    return [{ by: 'recovery', what: failure instanceof Error ? failure.message : String(failure) }];
  }
}
