import type { Provider } from '@nestjs/common';
import { keptAnswer, type ServicePorts, type ServiceWorker } from '@parley/http';
import { instantFromMillis } from '@parley/kernel';
import { showAttestation } from '@parley/metrics';
import type { CheckStatus } from '@parley/telemetry';
import { AttesterWorker } from './attester-worker';
import { LogAttestation } from './log-attestation';
import { LogCheckpoints } from './log-checkpoints';
import { LogCosignatures } from './log-cosignatures';
import { KeptLog, type TransparencyLog } from './log.controller';
import { LogKeeper } from './log-keeper';
import { LogProofs } from './log-proofs';
import { LogSecrets } from './log-secrets';
import { LogHalted } from './log-halted';
import { LogWriter } from './log-writer';
import { WitnessedPast } from './witnessed-past';

interface LogPart {
  /** Absent where there is no place for its files. */
  readonly kept?: TransparencyLog;
  readonly workers: Readonly<Record<string, ServiceWorker>>;
  readonly providers: readonly Provider[];
  readonly checks: Readonly<Record<string, () => Promise<CheckStatus>>>;
  readonly alarms: () => Promise<readonly string[]>;
}

/** Milliseconds for which it is kept how far the witnesses are, since anybody may ask. */
const KEPT_MS = 500;
/** Milliseconds for which a doubt of a witness may be looked into. */
const DOUBT_MS = 10_000;

/** The transparency log, where there are keys and a place for its files, and the witnesses of it that are known. */
export function logPart(ports: ServicePorts): LogPart {
  const { database, store, clock, logFiles: files, logKeys, witnesses = [], onFailure } = ports;
  const nothing = { workers: {}, checks: {}, alarms: () => Promise.resolve([]) };
  if (!files || !logKeys) return { ...nothing, providers: [{ provide: KeptLog, useValue: { log: undefined } }] };
  const secrets = new LogSecrets(logKeys);
  const [checkpoints, cosignatures] = [new LogCheckpoints(database), new LogCosignatures(database)];
  const parts = { store, clock, files, checkpoints, cosignatures, secrets, witnesses };
  const attestation = new LogAttestation(parts);
  const past = new WitnessedPast(parts);
  const keeper = new LogKeeper(new LogWriter(parts), past, onFailure, () => attester?.wake());
  const onDoubt = async (): Promise<void> => {
    await past.agrees(AbortSignal.timeout(DOUBT_MS)).catch((failure: unknown) => {
      if (failure instanceof LogHalted) keeper.halt(failure);
      else throw failure;
    });
  };
  const attester =
    witnesses.length === 0
      ? undefined
      : new AttesterWorker({ ...parts, onFailure, onDoubt }, () => showOf(attestation));
  const soFar = keptAnswer(KEPT_MS, () => attestation.soFar());
  const log: TransparencyLog = {
    ...{ ...parts, attestation, soFar, proofs: new LogProofs({ ...parts, attestation }) },
    halted: () => keeper.halted(),
  };
  return {
    kept: log,
    workers: {
      'the keeper of the log': keeper,
      ...(attester ? { 'what has the log witnessed': attester } : {}),
    },
    providers: [{ provide: KeptLog, useValue: { log } satisfies KeptLog }],
    checks: {
      log: async () => statusOf(await checkpoints.newest(), keeper.halted() === undefined ? 0 : 1),
      ...(attester
        ? {
            attestation: async () =>
              statusOf(await attestation.newest(), attester.failing() + (await splits(attestation))),
          }
        : {}),
    },
    alarms: async () => [
      ...(keeper.halted() === undefined ? [] : ['the transparency log has halted and signs nothing']),
      ...((await splits(attestation)) > 0 ? ['the transparency log has shown two pasts'] : []),
    ],
  };
}

const statusOf = (
  newest: { readonly n: number; readonly seconds: number } | undefined,
  failed: number,
): CheckStatus => ({
  checkedAt: newest ? instantFromMillis(newest.seconds * 1_000) : null,
  checked: newest?.n ?? 0,
  failed,
});

const splits = async (attestation: LogAttestation): Promise<number> =>
  (await attestation.split()) === undefined ? 0 : 1;

async function showOf(attestation: LogAttestation): Promise<void> {
  const soFar = await attestation.soFar();
  if (!soFar) return;
  const { entries, attestedEntries, behindSeconds, split } = soFar;
  showAttestation(entries - attestedEntries, behindSeconds, split !== undefined);
}
