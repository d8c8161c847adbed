import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { WORKSPACE } from './deployed-file';

/** A program's answer to an environment. */
export interface SettingsRead {
  /** Every setting that it has. */
  readonly known: readonly string[];
  /** The faults that it finds, one sentence each; none when it would start. */
  readonly faults: readonly string[];
}

/** A misspelt variable. A program refuses it together with every other fault, so the faults show without a start. */
const STRANGER = 'PARLEY_NO_SUCH_SETTING';
const REFUSED = new RegExp(
  String.raw`Wrong settings: (?:(.*); )?${STRANGER} is no setting \(there are ([^)]*)\)\.$`,
  'm',
);

/** Has a program read an environment, on its build, in a process of its own. */
export function settingsRead(program: string, env: Readonly<Record<string, string>>): Promise<SettingsRead> {
  const main = join(WORKSPACE, 'services', program, 'dist/main.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [main],
      { env: { ...env, [STRANGER]: 'x' }, timeout: 60_000 },
      (_error, stdout, stderr) => {
        const [, faults = '', known] = REFUSED.exec(stderr) ?? [];
        if (known === undefined)
          reject(new Error(`${program} does not say what is wrong with its settings: ${stdout}${stderr}`));
        else resolve({ known: known.split(', '), faults: faults === '' ? [] : faults.split('; ') });
      },
    );
  });
}
