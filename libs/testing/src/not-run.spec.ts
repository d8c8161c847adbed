import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { announceRunFolder, tellAtEndOfRun, toldAtEndOfRun } from './not-run';

const run = process.env['PARLEY_TEST_RUN_FOLDER'];
const folder = mkdtempSync(path.join(tmpdir(), 'parley-not-run-'));
beforeAll(() => announceRunFolder(folder));
afterAll(() => {
  if (run !== undefined) announceRunFolder(run);
  rmSync(folder, { recursive: true, force: true });
});

describe('what is told at the end of a run', () => {
  it('is each sentence once, in the order of telling', () => {
    expect(toldAtEndOfRun()).toEqual([]);
    for (const sentence of ['No broker.', 'No event store.', 'No broker.']) tellAtEndOfRun(sentence);
    expect(toldAtEndOfRun()).toEqual(['No broker.', 'No event store.']);
  });
});
