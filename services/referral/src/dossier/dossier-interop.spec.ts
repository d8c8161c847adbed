import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@parley/event-store';
import { independentBagitValidator } from '@parley/testing';
import { packedDossier, storedExhibits } from './packed-dossier.fixture';

const validator = independentBagitValidator();
if (!validator)
  process.stderr.write(
    'Not run: no independent BagIt validator (python3 and the package bagit from PyPI are needed).\n',
  );
const itWithValidator = validator ? it : it.skip;

const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Compiles the sources as they are read, so that a process without Jest runs them too. */
const OTHER_PROCESS = `
  const swc = require('@swc/core');
  const options = require(process.argv[1]);
  require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file, options).code, file);
  const { packedDossier, storedExhibits } = require(process.argv[2]);
  storedExhibits().then(packedDossier).then((bytes) => process.stdout.write(require('node:crypto').createHash('sha256').update(bytes).digest('hex')));
`;

describe('a packed dossier', () => {
  itWithValidator('is a valid bag to a validator that is not ours', async () => {
    const zip = join(folder, 'dossier.zip');
    writeFileSync(zip, await packedDossier(await storedExhibits()));
    expect(validator?.validateZip(zip)).toEqual({ valid: true, says: '1.0 38 payload files\n' });
  });

  itWithValidator('with one byte changed is not', async () => {
    const zip = join(folder, 'changed.zip');
    const bytes = await packedDossier(await storedExhibits());
    bytes.writeUInt8(0x58, bytes.indexOf('a schedule of duties, constructed'));
    writeFileSync(zip, bytes);
    expect(validator?.validateZip(zip).valid).toBe(false);
  });

  it('is the same bytes in another process on another side of the world (I-51)', async () => {
    const root = join(__dirname, '../../../..');
    const args = [
      '--conditions=parley-source',
      '-e',
      OTHER_PROCESS,
      join(root, '.workspace/swc-options.cjs'),
      join(__dirname, 'packed-dossier.fixture.ts'),
    ];
    const there = execFileSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], TZ: 'Pacific/Kiritimati' },
    });
    expect(there).toBe(sha256(await packedDossier(await storedExhibits())));
  });
});
