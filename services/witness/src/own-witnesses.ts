import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatKey, type ReadLogFile } from '@parley/transparency';
import { hasCode } from './place-file';
import { startWitness, type RunningWitness } from './start-witness';
import { makeKey, readKey } from './witness-key';

/** A witness that an installation runs by itself, for trying. On the machine of the log it proves nothing. */
export interface OwnWitness {
  /** Code of the side in whose place it stands. */
  readonly party: string;
  /** Its public key as text. */
  readonly key: string;
  readonly url: string;
}

const HOST = '127.0.0.1';
const folderOf = (folder: string, party: string): string => path.join(folder, party.toLowerCase());

/**
 * Prepares a witness for each side, each with a folder and a key of its own. None runs yet.
 * @param folder of all of them; it is made where it is not there
 * @param ports of 127.0.0.1, one for each side
 */
export async function prepareOwnWitnesses(
  folder: string,
  parties: readonly string[],
  ports: readonly number[],
): Promise<readonly OwnWitness[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return Promise.all(
    parties.map(async (party, at) => ({
      party,
      key: await keyIn(folderOf(folder, party), `own-witness.parley/${party.toLowerCase()}`),
      url: `http://${HOST}:${String(ports[at] ?? 0)}`,
    })),
  );
}

/** A folder without a key was left by a process that ended in the middle. Nothing can have been signed by it. */
async function keyIn(folder: string, name: string): Promise<string> {
  const isThere = await readFile(path.join(folder, 'key')).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    },
  );
  if (isThere) return formatKey((await readKey(folder)).key);
  await rm(folder, { recursive: true, force: true });
  return makeKey(folder, name);
}

/** The log beside which they run. */
export interface LogBeside {
  /** Its public key as text. */
  readonly key: string;
  /** Reads its files where they lie: over HTTP they would use up what the machine may ask in a minute. */
  readonly read: ReadLogFile;
}

/**
 * Starts them. They look at the log and at each other as a side's own witness does, once both listen.
 * @returns what ends them
 * @throws WitnessRefused where the state of one is not what it should be; then none runs
 */
export async function startOwnWitnesses(
  folder: string,
  witnesses: readonly OwnWitness[],
  log: LogBeside,
  says: (line: string) => void,
): Promise<() => Promise<void>> {
  const running: RunningWitness[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((each) => each.stop()));
  };
  const all = Promise.withResolvers<undefined>();
  const beside = { readLog: log.read, begins: all.promise };
  try {
    for (const { party, url } of witnesses) {
      const own = folderOf(folder, party);
      const others = witnesses.filter((each) => each.party !== party);
      const lines = others.map((each) => `witness ${each.party.toLowerCase()} ${each.key} ${each.url}\n`).join('');
      await writeFile(path.join(own, 'policy'), `log ${log.key}\n${lines}quorum none\n`, { mode: 0o600 });
      const settings = { folder: own, host: HOST, port: Number(new URL(url).port), seconds: 5 };
      running.push(await startWitness(settings, (line) => says(`the witness for ${party}: ${line}`), beside));
    }
    all.resolve(undefined);
    return stop;
  } catch (error) {
    all.resolve(undefined);
    await stop();
    throw error;
  }
}
