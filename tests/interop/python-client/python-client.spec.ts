import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeUnlessAbsent, independentBagitValidator, pythonTool, runs } from '@parley/testing';
import { Cast } from '../../demo/cast';
import { Narrator } from '../../demo/narrator';
import { play } from '../../demo/play';
import { readServedDocument } from '../../support/api-document';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { ParleyProcess } from '../../support/parley-process';
import { PythonRelay } from './python-relay';

const generator = pythonTool('openapi-python-client==0.29.1');
const validator = independentBagitValidator();

/**
 * Contents for which the generator makes nothing, of each operation that has them. They are read as they are: the
 * exports of a history and of the docket are lines of JSON.
 */
const BEYOND_GENERATOR = ['application/atom+xml', 'application/x-ndjson', 'application/x-ndjson', 'application/zip'];

describeUnlessAbsent(
  'a client generated in Python from the document alone',
  {
    what: 'software in Python',
    absence: generator && validator ? null : 'there is no Python 3 here, or nothing can be installed from PyPI',
    isRequired: false,
  },
  () => {
    let folder: string;
    let parley: ParleyProcess;
    let relay: PythonRelay;
    let generated: ReturnType<typeof runs>;
    let dossier: string;

    beforeAll(async () => {
      if (!generator) throw new Error('no generator');
      folder = makeFolder();
      parley = await ParleyProcess.start({ clock: '2025-02-03T09:00:00+01:00', form: 'standalone' });
      const document = path.join(folder, 'openapi.json');
      writeFileSync(document, JSON.stringify(await readServedDocument(parley.url)));
      const into = ['--meta', 'none', '--output-path', path.join(folder, 'parley_client')];
      generated = runs(generator.program('openapi-python-client'), 'generate', '--path', document, ...into);
      relay = await PythonRelay.start(generator, { document, folder, name: 'parley_client' }, parley.url);
    }, 900_000);
    afterAll(async () => {
      await relay.stop();
      await parley.stop();
      removeFolder(folder);
    });

    it('has a method for every operation, without a warning but for contents that it cannot read', () => {
      const said = `${generated.stdout}${generated.stderr}`;
      expect({ said, status: generated.status }).toMatchObject({ status: 0 });
      const unread = [...said.matchAll(/Unsupported content_type ([^)]+)/g)].map(([, type]) => type);
      expect(unread.toSorted()).toEqual(BEYOND_GENERATOR);
      expect(said.match(/^WARNING parsing/gm)).toHaveLength(BEYOND_GENERATOR.length);
    });

    it('plays the demonstration from filing to dossier, and reads each answer as it was sent', async () => {
      dossier = await play(await Cast.of(relay.url), new Narrator(() => undefined), folder);
      const { operations, faults } = await relay.told();
      expect(faults).toEqual([]);
      const inBetween = ['fileExhibit', 'draftInterimText', 'askToCloseDeliberation', 'certifyFindings'];
      expect(operations).toEqual(expect.arrayContaining(['fileCase', ...inBetween, 'requestDossier']));
      expect(operations.length).toBeGreaterThan(30);
    }, 600_000);

    it('gets a dossier that is a valid BagIt bag to a validator that is not ours', () => {
      expect(validator?.validateZip(dossier)).toMatchObject({
        valid: true,
        says: expect.stringMatching(/^1\.0 \d+ payload files\n$/),
      });
    });
  },
);
