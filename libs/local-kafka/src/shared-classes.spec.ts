import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sharedClasses } from './shared-classes';

describe('the classes that Java need not read anew', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-classes-'));
  const jars = path.join(folder, 'kafka');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are done without where a run did not leave them', async () => {
    expect(await sharedClasses(jars, () => Promise.resolve(true))).toEqual([]);
  });

  it('are not taken from a run that was killed while it wrote them', async () => {
    const killed = ([option]: readonly string[]): Promise<boolean> => {
      writeFileSync(option!.replace('-XX:ArchiveClassesAtExit=', ''), 'cla');
      return Promise.resolve(false);
    };
    expect(await sharedClasses(jars, killed)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are made by one run, and used from then on', async () => {
    const runs: (readonly string[])[] = [];
    const leave = (options: readonly string[]): Promise<boolean> => {
      runs.push(options);
      writeFileSync(options[0]!.replace('-XX:ArchiveClassesAtExit=', ''), 'classes');
      return Promise.resolve(true);
    };
    const using = [
      `-XX:SharedArchiveFile=${jars}.jsa`,
      '-XX:+VerifySharedSpaces',
      '-Xlog:disable',
      '-Xlog:all=error:stderr',
    ];
    expect([await sharedClasses(jars, leave), await sharedClasses(jars, leave)]).toEqual([using, using]);
    expect([runs.length, existsSync(`${jars}.jsa`)]).toEqual([1, true]);
  });
});
