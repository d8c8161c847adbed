import path from 'node:path';
import { logKeyOf } from '@parley/audit';
import { directoryFiles } from '@parley/blobs/directory';
import { parties, reservePort, type Undo } from '@parley/hosting/installation';
import type { LogKeys, SideWitness } from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import { prepareOwnWitnesses, startOwnWitnesses } from '@parley/witness';
import type { StandaloneSettings } from '../settings';

const HOST = '127.0.0.1';

/**
 * The witnesses of the log: those that the settings name. A demonstration without any runs two in this process, so that
 * everything can be tried; the docket says that these prove nothing. Production runs none.
 * Nothing waits for a witness (I-38), and neither does the start: where none can run this says so, and does not reject.
 * @param undo ends them
 * @param says gets what a person should know of them
 */
export async function openWitnesses(
  { witnesses, production, dataDir }: Pick<StandaloneSettings, 'witnesses' | 'production' | 'dataDir'>,
  logKeys: LogKeys | undefined,
  undo: Undo,
  says: (line: string) => void,
): Promise<readonly SideWitness[]> {
  if (witnesses.length > 0 || production || !logKeys) return witnesses;
  try {
    const folder = path.join(dataDir, 'witnesses');
    const ports = [await reservePort(HOST, 0), await reservePort(HOST, 0)];
    const codes = parties.map(({ code }) => code);
    const own = await prepareOwnWitnesses(folder, codes, ports);
    const { read } = directoryFiles(path.join(dataDir, 'blobs'), 'log');
    undo.add(await startOwnWitnesses(folder, own, { key: await logKeyOf(logKeys), read }, says));
    return own.map((each) => ({ ...each, party: each.party as PartyCode }));
  } catch (error) {
    says(`no witness runs: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}
