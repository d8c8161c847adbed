import path from 'node:path';
import { directoryFiles } from '@parley/blobs/directory';
import { parties, type Undo } from '@parley/hosting/installation';
import type { SideWitness } from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import { freePorts } from '@parley/embedded-postgres';
import { prepareOwnWitnesses, startOwnWitnesses } from '@parley/witness';
import type { ListeningPlan } from '../plan/process-plan';
import type { TrialSettings } from '../settings';

interface OwnWitnesses {
  /** What the audit is told. */
  readonly witnesses: readonly SideWitness[];
  /** Starts them when the audit, which keeps the log, shows its key. */
  start(services: readonly ListeningPlan[]): Promise<void>;
}

/** The witnesses that the settings name, or two of the trial's own, which prove nothing. @param undo ends them */
export async function openOwnWitnesses(
  { witnesses, dataDir }: Pick<TrialSettings, 'witnesses' | 'dataDir'>,
  undo: Undo,
  says: (line: string) => void,
): Promise<OwnWitnesses> {
  if (witnesses.length > 0) return { witnesses, start: () => Promise.resolve() };
  const folder = path.join(dataDir, 'witnesses');
  const codes = parties.map(({ code }) => code);
  const own = await prepareOwnWitnesses(folder, codes, await freePorts(codes.length));
  return {
    witnesses: own.map((each) => ({ ...each, party: each.party as PartyCode })),
    start: async (services) => {
      try {
        const { read } = directoryFiles(path.join(dataDir, 'blobs'), 'log');
        undo.add(await startOwnWitnesses(folder, own, { key: await logKeyFrom(services), read }, says));
      } catch (error) {
        // Nothing waits for a witness (I-38), and neither does the start.
        says(`no witness runs: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}

async function logKeyFrom(services: readonly ListeningPlan[]): Promise<string> {
  const audit = services.find(({ folder }) => folder === 'audit');
  const policy = await (await fetch(`${audit?.url ?? ''}/v1/log/policy`)).text();
  const [, key] = /^log (\S+)/m.exec(policy) ?? [];
  if (key === undefined) throw new Error('the audit does not say the key of its log');
  return key;
}
