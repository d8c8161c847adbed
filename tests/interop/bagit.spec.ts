import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { independentBagitValidator } from '@parley/testing';
import { Cast } from '../demo/cast';
import { Narrator } from '../demo/narrator';
import { play } from '../demo/play';
import { ParleyProcess } from '../support/parley-process';

const validator = independentBagitValidator();
if (!validator)
  process.stderr.write(
    'Not run: no independent BagIt validator (python3 and the package bagit from PyPI are needed).\n',
  );
const itWithValidator = validator ? it : it.skip;

const PLAYING_TIME = 120_000;

describe('the dossier of the demonstration', () => {
  itWithValidator(
    'is a valid BagIt bag to a validator that is not ours',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'parley-bag-'));
      const parley = await ParleyProcess.start({ clock: '2025-02-03T09:00:00+01:00' });
      try {
        const zip = await play(await Cast.of(parley.url), new Narrator(() => undefined), folder);
        expect(validator?.validateZip(zip)).toMatchObject({
          valid: true,
          says: expect.stringMatching(/^1\.0 \d+ payload files\n$/),
        });
      } finally {
        await parley.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    PLAYING_TIME,
  );
});
