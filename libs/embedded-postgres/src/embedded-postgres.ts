import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDataFolder, superuserPassword } from './data-folder';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { freePort, insistOnPort } from './free-ports';
import { postgresBinaries } from './postgres-binaries';
import { claimFolder, releaseFolder, runningServer, stopOrphan } from './postmaster-pid';
import { serverAccount, type ServerAccount } from './server-account';

export interface EmbeddedPostgresOptions {
  /** The cluster's own folder; made when it is not there. */
  readonly dataDir: string;
  /** Whether the folder must hold a cluster already, so that none is made in the place of one that was lost. */
  readonly mustExist?: boolean;
  /** Any free port of 127.0.0.1 when left out. */
  readonly port?: number;
  /** Settings of PostgreSQL beside its defaults, such as `{ max_connections: '50' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Gets each line that PostgreSQL writes. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Of the superuser and the database `postgres`; it holds the password. */
  readonly url: string;
  readonly port: number;
  /** The server's process; absent when it has ended, whoever ended it. */
  readonly pid: number | undefined;
  /** Ends open transactions and resolves when the server is gone; further calls do nothing. */
  stop(): Promise<void>;
}

/**
 * Five services with their pools, their followers' listening connections, and the tools of whoever looks after them.
 */
const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' };
const STOP_WITHIN_MS = 10_000;
const LEFT_OVER_MS = 20_000;

/**
 * Starts a PostgreSQL of our own on 127.0.0.1 and resolves when it accepts connections. It ends with this process where
 * the system can do that (Linux), and otherwise the next start on the folder stops what was left over.
 * @throws EmbeddedPostgresError with one sentence that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  const account = serverAccount();
  const native = postgresBinaries(account);
  prepareDataFolder(dataDir, native, account, options.mustExist ?? false);
  await stopOrphan(dataDir);
  const port = await portOf(options.port);

  const settings = Object.entries({ ...SETTINGS, ...options.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const [program, ...args] = [
    ...diesWithParent(),
    path.join(native, 'bin', 'postgres'),
    '-D',
    dataDir,
    '-p',
    String(port),
    ...settings,
  ];
  const server = await launch({ program: program ?? '', args, dataDir, account, log: options.log });
  claimFolder(dataDir, server.pid);

  const endWithProcess = (): void => void server.kill('SIGINT');
  process.once('exit', endWithProcess);
  const stop = async (): Promise<void> => {
    process.off('exit', endWithProcess);
    await stopServer(server);
    releaseFolder(dataDir);
  };
  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(dataDir, port),
    port,
    get pid() {
      return isEnded(server) ? undefined : server.pid;
    },
    stop: () => (stopping ??= stop()),
  };
}

interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly dataDir: string;
  readonly account: ServerAccount | null;
  readonly log: EmbeddedPostgresOptions['log'];
}

/** Waits for what a server that was killed left at work: each ends with what it does, and until then none may start. */
async function launch({ program, args, dataDir, account, log }: Launch): Promise<ChildProcess> {
  const deadline = Date.now() + LEFT_OVER_MS;
  for (;;) {
    // In a group of its own, so that Ctrl-C in a terminal reaches us alone and we can end what is under way before it
    // stops.
    const detached = process.platform !== 'win32';
    const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: dataDir, detached, ...account });
    try {
      await readiness(server, dataDir, log);
      return server;
    } catch (error) {
      const isLeftOver = error instanceof Error && error.message.includes('pre-existing shared memory block');
      if (!isLeftOver || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

/** @throws EmbeddedPostgresError `port-taken` */
async function portOf(wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return freePort();
  try {
    await insistOnPort(wanted);
    return wanted;
  } catch (cause) {
    throw new EmbeddedPostgresError('port-taken', `Port ${wanted} for PostgreSQL is already taken.`, { cause });
  }
}

/** Without it, a server whose parent was killed with -9 goes on as an orphan. */
function diesWithParent(): readonly string[] {
  const present = process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0;
  return present ? ['setpriv', '--pdeathsig', 'INT'] : [];
}

async function readiness(
  server: ChildProcess,
  dataDir: string,
  log: ((line: string) => void) | undefined,
): Promise<void> {
  if (server.stderr === null) throw new TypeError('the server has no error output to read');
  const lines: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => reject(startFailure(dataDir, why));
    createInterface({ input: server.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      log?.(line);
      if (line.includes('database system is ready to accept connections')) resolve();
      else if (lines.length < 50) lines.push(line);
    });
    server.once('error', (error) => fail(error.message));
    server.once('close', (code) =>
      fail(
        lines.find((line) => /FATAL|PANIC/.test(line)) ??
          lines.findLast((line) => /HINT|error/.test(line)) ??
          `it ended with ${code}`,
      ),
    );
  });
  await ready;
}

function startFailure(dataDir: string, why: string): EmbeddedPostgresError {
  if (why.includes('postmaster.pid'))
    return new EmbeddedPostgresError('data-folder-in-use', `The data folder ${dataDir} is in use by another process.`);
  if (why.includes('TCP/IP sockets'))
    return new EmbeddedPostgresError('port-taken', `The port for PostgreSQL is already taken.`);
  return new EmbeddedPostgresError('failed', `PostgreSQL did not start on ${dataDir}: ${why}`);
}

const isEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function stopServer(server: ChildProcess): Promise<void> {
  if (isEnded(server)) return;
  const gone = once(server, 'exit');
  server.kill('SIGINT');
  const impatient = setTimeout(() => server.kill('SIGQUIT'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(impatient);
}

/**
 * The server that serves a cluster now, whoever started it; `undefined` when none does.
 * @param dataDir the cluster's own folder
 */
export function runningPostgres(dataDir: string): Pick<EmbeddedPostgres, 'url' | 'port'> | undefined {
  const server = runningServer(path.resolve(dataDir));
  return server === null ? undefined : { url: urlOf(path.resolve(dataDir), server.port), port: server.port };
}

const urlOf = (dataDir: string, port: number): string =>
  `postgresql://postgres:${encodeURIComponent(superuserPassword(dataDir))}@127.0.0.1:${String(port)}/postgres`;
