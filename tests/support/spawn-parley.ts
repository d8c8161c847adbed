import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Form } from './form';

/** From `dist/support` the way is one folder longer. */
export const ownWorkspace = path.resolve(
  __dirname,
  __dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..',
);
const MAIN: Readonly<Record<Form, string>> = {
  standalone: 'services/standalone/dist/main.js',
  distributed: 'services/trial/dist/main.js',
};

export type Environment = Readonly<Record<string, string>>;

export interface Spawning {
  /**
   * Whether it runs in a process group of its own, as a terminal has it, so that a signal can be sent to the whole
   * group.
   */
  readonly ownGroup?: boolean;
  /** What stands after the name of the program. */
  readonly words?: readonly string[];
  /** The one process when left out. */
  readonly form?: Form;
  /** Folder in which `services/` lies; this workspace when left out. */
  readonly workspace?: string;
}

/** Starts Parley as `npm start` does, or as `npm run start:distributed` does, with no setting but those given. */
export const spawnParley = (
  settings: Environment,
  { ownGroup = false, words = [], form = 'standalone', workspace = ownWorkspace }: Spawning = {},
): ChildProcessByStdio<null, Readable, Readable> =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(workspace, MAIN[form]), ...words], {
    env: { ...withoutParley(process.env), PARLEY_LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });

const withoutParley = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PARLEY_')));
