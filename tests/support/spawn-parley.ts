import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Form } from './form';

/** From `dist/support` the path is one folder longer. */
export const ownWorkspace = path.resolve(
  __dirname,
  __dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..',
);
const SCRIPT: Readonly<Record<Form, 'start' | 'start:distributed'>> = {
  standalone: 'start',
  distributed: 'start:distributed',
};

export type Environment = Readonly<Record<string, string>>;

export interface Spawning {
  /**
   * True to run it in a process group of its own, as a terminal does, so that a signal can be sent to the whole group.
   */
  readonly ownGroup?: boolean;
  /** Words after the name of the program. */
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
  spawn(process.execPath, [...wordsOf(form, workspace), ...words], {
    env: { ...withoutParley(process.env), PARLEY_LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });

const withoutParley = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PARLEY_')));

/** The words after `node` in the script that starts a form, with its main file as an absolute path. */
function wordsOf(form: Form, workspace: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ownWorkspace, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [, ...words] = (scripts[SCRIPT[form]] ?? '').split(' ');
  return [...words.slice(0, -1), path.join(workspace, words.at(-1) ?? '')];
}
