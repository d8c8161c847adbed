import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning } from '@parley/embedded-postgres';
import { LocalKafkaError } from './local-kafka.error';

const LAUNCHER = 'launcher.pid';
const TEMPORARY = 'parley-kafka-';

/**
 * The beginning of the path of a temporary cluster's folder. It holds this process's id, so that a later start can
 * clear up after a kill.
 */
export const temporaryPrefix = (): string => path.join(tmpdir(), `${TEMPORARY}${process.pid}-`);

/** Removes the temporary clusters of processes that were killed and could not do it themselves. */
export function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(TEMPORARY))) {
    if (!isRunning(Number(name.slice(TEMPORARY.length).split('-')[0]))) removeCluster(path.join(tmpdir(), name));
  }
}

function removeCluster(folder: string): void {
  try {
    endNodes(folder);
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    // The folder is another user's, or another process is removing it. Neither is in our way.
    if (!['EACCES', 'EPERM', 'ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/**
 * Notes in the folder that this process runs its cluster, and ends the nodes of a launcher that was killed.
 * @throws LocalKafkaError when another launcher still runs
 */
export function claimFolder(folder: string): void {
  const launcher = numberIn(path.join(folder, LAUNCHER));
  if (launcher !== null && launcher !== process.pid && isRunning(launcher)) {
    throw new LocalKafkaError('failed', `The Kafka folder ${folder} is in use by another process (${launcher}).`);
  }
  endNodes(folder);
  writeFileSync(path.join(folder, LAUNCHER), String(process.pid));
}

export const releaseFolder = (folder: string): void => rmSync(path.join(folder, LAUNCHER), { force: true });

/** A node's own folder keeps its process id, so that a later start can find a node that outlived its parent. */
export const notePid = (nodeFolder: string, pid: number): void =>
  writeFileSync(path.join(nodeFolder, 'kafka.pid'), String(pid));

function endNodes(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('node-'))) {
    const pid = numberIn(path.join(folder, name, 'kafka.pid'));
    // The id may belong to somebody else by now; a node's command line names its folder.
    if (pid !== null && commandLine(pid).includes(path.join(folder, name))) process.kill(pid, 'SIGKILL');
  }
}

function commandLine(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self')) return existsSync(file) ? readFileSync(file, 'utf8') : '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout;
}

function numberIn(file: string): number | null {
  try {
    const value = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(value) && value > 0 ? value : null;
  } catch {
    return null;
  }
}
