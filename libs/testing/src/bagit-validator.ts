import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The Library of Congress's own validator, from PyPI: written by others, in another language. */
const PACKAGE = 'bagit==1.9.0';
const HOME = resolve(__dirname, '../../../node_modules/.cache/bagit-validator');
const PYTHON = join(HOME, 'bin', 'python');
/** Without a network pip gives up after its retries; a test run must not hang on it. */
const TIMEOUT = 60_000;

export interface BagVerdict {
  readonly valid: boolean;
  /** What the validator said. */
  readonly says: string;
}

/** A BagIt validator that is not ours. */
export interface BagitValidator {
  /**
   * Unpacks a .zip with Python's own unpacker and validates the bag in it: structure, completeness and every digest.
   */
  validateZip(zip: string): BagVerdict;
}

/**
 * An independent validator, installed at its first use into a folder of its own.
 * @returns `undefined` where there is no Python, or no network to install it from; the caller then says so and skips,
 *   and never passes
 */
export function independentBagitValidator(): BagitValidator | undefined {
  if (!isInstalled() && !install()) return undefined;
  return { validateZip };
}

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { encoding: 'utf8', timeout: TIMEOUT });

const isInstalled = (): boolean => existsSync(PYTHON) && run(PYTHON, '-c', 'import bagit').status === 0;

function install(): boolean {
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  const made = run('python3', '-m', 'venv', HOME).status === 0;
  return (
    made &&
    run(PYTHON, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1', PACKAGE).status ===
      0
  );
}

const VALIDATE = `
import sys, zipfile, os, bagit
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    archive.extractall(sys.argv[2])
(base,) = os.listdir(sys.argv[2])
bag = bagit.Bag(os.path.join(sys.argv[2], base))
bag.validate()
print(bag.version, len(list(bag.payload_files())), "payload files")
`;

function validateZip(zip: string): BagVerdict {
  const folder = mkdtempSync(join(tmpdir(), 'bag-'));
  try {
    const { status, stdout, stderr } = run(PYTHON, '-c', VALIDATE, zip, folder);
    return { valid: status === 0, says: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
