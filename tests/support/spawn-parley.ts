import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** From `dist/support` the way is one folder longer. */
const workspace = path.resolve(__dirname, __dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..');
const main = path.join(workspace, 'services/standalone/dist/main.js');

export type Environment = Readonly<Record<string, string>>;

/**
 * Starts the one-process form as `npm start` does, with no setting but those given.
 * @param words what stands after the name of the program
 * @param ownGroup in a process group of its own, as a terminal has it, so that a signal can be sent to the whole group
 */
export const spawnParley = (settings: Environment, { ownGroup = false, words = [] as readonly string[] } = {}): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], {
    env: { ...withoutParley(process.env), PARLEY_LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });

const withoutParley = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PARLEY_')));
