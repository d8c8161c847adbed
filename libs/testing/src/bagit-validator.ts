import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonTool, runs } from './python-tool';

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
 * The Library of Congress's own validator.
 * @returns `undefined` where it cannot be had; the caller then says so and skips, and never passes
 */
export function independentBagitValidator(): BagitValidator | undefined {
  const tool = pythonTool('bagit==1.9.0');
  return tool && { validateZip: (zip) => validateZip(tool.python, zip) };
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

function validateZip(python: string, zip: string): BagVerdict {
  const folder = mkdtempSync(join(tmpdir(), 'bag-'));
  try {
    const { status, stdout, stderr } = runs(python, '-c', VALIDATE, zip, folder);
    return { valid: status === 0, says: `${stdout}${stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
