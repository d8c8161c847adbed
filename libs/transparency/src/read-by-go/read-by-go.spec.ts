import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeUnlessAbsent, runs } from '@parley/testing';
import { toBase64 } from '../encoding/base64';
import { nodeChecks } from '../node-checks';
import { formatKey, parseKey, toHex } from '../note/note-key';
import { openNote } from '../note/open-note';
import { entriesOf, SmallLog } from '../small-log.fixture';
import { TiledTree } from '../tiles/tiled-tree';

/** More than two tiles, so that the second level has hashes, and both have a partial tile. */
const SIZE = 530;

/** What the program in Go says of a log: `main.go` has the same names. */
interface Found {
  readonly Size: number;
  readonly Root: string;
  readonly Entries: readonly string[];
  readonly Paths: readonly (readonly string[])[];
  readonly Extends: readonly (readonly string[])[];
  readonly Note: string;
  readonly Key: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'parley-go-'));
const program = path.join(folder, 'reader');
const built = runs('go', 'build', '-C', __dirname, '-o', program, '.').status === 0;

afterAll(() => rmSync(folder, { recursive: true }));

describeUnlessAbsent(
  'a log as the libraries of the Go project read it',
  {
    what: 'Go',
    absence: built ? null : 'there is no Go here, or nothing can be had of its modules',
    isRequired: false,
  },
  () => {
    let log: SmallLog;
    let found: Found;

    beforeAll(async () => {
      log = await SmallLog.of(SIZE);
      for (const [name, bytes] of log.files) {
        mkdirSync(path.dirname(path.join(folder, 'log', name)), { recursive: true });
        writeFileSync(path.join(folder, 'log', name), bytes);
      }
      const said = runs(program, path.join(folder, 'log'), formatKey(log.log.key));
      expect(said.stderr).toBe('');
      found = JSON.parse(said.stdout) as Found;
    }, 120_000);

    it('has its size, its root and every entry, under a signature that holds there', async () => {
      expect([found.Size, found.Root]).toEqual([SIZE, toBase64(await log.tree().root())]);
      expect(found.Entries).toEqual(entriesOf(SIZE).map(toHex));
    });

    it('is proved there by the same hashes as here, for each entry and from each earlier size', async () => {
      const tree = new TiledTree(log.read, SIZE, nodeChecks.digest);
      for (let index = 0; index < SIZE; index += 1) {
        expect((await tree.inclusion(index)).map(toBase64)).toEqual(found.Paths[index]);
        expect((await tree.consistency(index + 1)).map(toBase64)).toEqual(found.Extends[index]);
      }
    });

    it('is believed here by a note that was signed there', async () => {
      const key = await parseKey(nodeChecks.digest, found.Key);
      expect(await openNote(nodeChecks, found.Note, [key])).toMatchObject({ signedBy: [{ time: undefined }] });
      const other = found.Note.replace(`\n${String(SIZE)}\n`, `\n${String(SIZE + 1)}\n`);
      await expect(openNote(nodeChecks, other, [key])).rejects.toMatchObject({ code: 'signature-invalid' });
    });
  },
);
