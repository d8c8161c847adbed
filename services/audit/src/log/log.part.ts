import type { Provider } from '@nestjs/common';
import type { ServicePorts, ServiceWorker } from '@parley/http';
import { instantFromMillis } from '@parley/kernel';
import type { CheckStatus } from '@parley/telemetry';
import { LogCheckpoints } from './log-checkpoints';
import { KeptLog, type TransparencyLog } from './log.controller';
import { LogKeeper } from './log-keeper';
import { LogProofs } from './log-proofs';
import { LogSecrets } from './log-secrets';
import { LogWriter } from './log-writer';

interface LogPart {
  readonly workers: Readonly<Record<string, ServiceWorker>>;
  readonly providers: readonly Provider[];
  readonly checks: Readonly<Record<string, () => Promise<CheckStatus>>>;
}

/** The transparency log, where there is a place for its files. */
export function logPart({ database, store, clock, logFiles: files, derivationKey, onFailure }: ServicePorts): LogPart {
  if (!files) return { workers: {}, checks: {}, providers: [{ provide: KeptLog, useValue: { log: undefined } }] };
  const secrets = new LogSecrets(derivationKey);
  const checkpoints = new LogCheckpoints(database);
  const parts = { store, clock, files, checkpoints, secrets };
  const keeper = new LogKeeper(new LogWriter(parts), onFailure);
  const log: TransparencyLog = { ...parts, proofs: new LogProofs(parts) };
  return {
    workers: { 'the keeper of the log': keeper },
    providers: [{ provide: KeptLog, useValue: { log } satisfies KeptLog }],
    checks: {
      log: async () => {
        const newest = await checkpoints.newest();
        const checkedAt = newest ? instantFromMillis(newest.seconds * 1_000) : null;
        return { checkedAt, checked: newest?.n ?? 0, failed: keeper.halted() === undefined ? 0 : 1 };
      },
    },
  };
}
