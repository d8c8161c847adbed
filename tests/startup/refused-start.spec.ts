import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { makeFolder, postgresOf, removeFolder } from '../support/data-folder';
import { endedParley } from '../support/ended-parley';
import type { Environment } from '../support/spawn-parley';

const issuers = (scheme: string) => ({
  PARLEY_OIDC_US_ISSUER: `${scheme}://127.0.0.1:1/us`,
  PARLEY_OIDC_CN_ISSUER: `${scheme}://127.0.0.1:1/cn`,
  PARLEY_OIDC_SECRETARIAT_ISSUER: `${scheme}://127.0.0.1:1/secretariat`,
});
const PRODUCTION = { PARLEY_MODE: 'production', ...issuers('https') };

/** Whole processes start and stop here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(120_000);

describe('a start that cannot be', () => {
  let folder: string;

  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => {
    const left = postgresOf(folder);
    removeFolder(folder);
    expect(left).toBeUndefined();
  });

  const refusedWith = async (settings: Environment): Promise<string> => {
    const { code, said, output } = await endedParley({ PARLEY_DATA_DIR: folder, PARLEY_PORT: '0', ...settings });
    expect({ code, output, sentences: said.length }).toEqual({ code: 1, output: '', sentences: 1 });
    return said[0]!;
  };

  it('says that the port is taken, and makes no data folder', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const dataDir = path.join(folder, 'not', 'yet');
    expect(await refusedWith({ PARLEY_PORT: port, PARLEY_DATA_DIR: dataDir })).toBe(
      `Port ${port} on 127.0.0.1 is taken; name another one with PARLEY_PORT.`,
    );
    expect(existsSync(path.dirname(dataDir))).toBe(false);
    squatter.close();
  });

  it('says that it cannot listen on a host that is not this machine', async () => {
    expect(await refusedWith({ PARLEY_HOST: '192.0.2.1' })).toMatch(
      /^It cannot listen on 192\.0\.2\.1:0 .*PARLEY_HOST/,
    );
  });

  it('says that the data folder cannot be written', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusedWith({ PARLEY_DATA_DIR: path.join(file, 'data') })).toBe(
      `The data folder ${path.join(file, 'data')} cannot be written; name another one with PARLEY_DATA_DIR.`,
    );
  });

  const itWithProc = existsSync('/proc/self') ? it : it.skip;
  itWithProc.each(['/proc/parley', '/proc/parley/data'])(
    'says that no data folder can be made in /proc: %s',
    async (dataDir) => {
      expect(await refusedWith({ PARLEY_DATA_DIR: dataDir })).toBe(
        `The data folder ${dataDir} cannot be written; name another one with PARLEY_DATA_DIR.`,
      );
    },
  );

  it('makes every level of a data folder that is missing, before it looks for the database', async () => {
    const dataDir = path.join(folder, 'not', 'yet');
    expect(
      await refusedWith({
        PARLEY_DATA_DIR: dataDir,
        PARLEY_DATABASE_URL: 'postgres://parley:secret@127.0.0.1:1/parley',
      }),
    ).toMatch(/ECONNREFUSED/);
    expect(existsSync(path.join(dataDir, 'keys'))).toBe(true);
  });

  it('says which file in the data folder cannot be used', async () => {
    writeFileSync(path.join(folder, 'keys'), 'a file where a folder belongs');
    expect(await refusedWith({})).toMatch(/keys.* cannot be used \((ENOTDIR|EEXIST)\); see PARLEY_DATA_DIR\.$/);
  });

  it('says that a folder of real time stays one of real time', async () => {
    writeFileSync(path.join(folder, 'data-folder.json'), '{"time":"real"}\n');
    expect(await refusedWith({ PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00+01:00' })).toMatch(
      /was made for real time and stays so; leave PARLEY_DEMO_CLOCK out/,
    );
  });

  it('says that a folder of demonstration time stays one of demonstration time', async () => {
    writeFileSync(path.join(folder, 'data-folder.json'), '{"time":"demonstration"}\n');
    expect(await refusedWith({})).toMatch(/was made for demonstration time and stays so; set PARLEY_DEMO_CLOCK/);
  });

  it('says that a folder of a demonstration stays one, whatever it is named', async () => {
    writeFileSync(path.join(folder, 'data-folder.json'), '{"time":"real","mode":"demonstration"}\n');
    expect(await refusedWith(PRODUCTION)).toMatch(
      /was made in the mode demonstration and stays so; set PARLEY_MODE to demonstration, or name another folder with/,
    );
  });

  it(
    'says that nothing answers at the address of the database, and lets the ' + 'folder become of either kind',
    async () => {
      expect(await refusedWith({ PARLEY_DATABASE_URL: 'postgres://parley:secret@127.0.0.1:1/parley' })).toBe(
        'The database at 127.0.0.1:1/parley cannot be used: connect ECONNREFUSED 127.0.0.1:1; see PARLEY_DATABASE_URL.',
      );
      expect(
        await refusedWith({
          PARLEY_DATABASE_URL: 'postgres://parley:secret@127.0.0.1:1/parley',
          PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00+01:00',
        }),
      ).toMatch(/ECONNREFUSED/);
    },
  );

  it('names every wrong setting at once, and no secret', async () => {
    const sentence = await refusedWith({
      PARLEY_PORT: '70000',
      PARLEY_MODE: 'prod',
      PARLEY_DATABASE_URL: 'mysql://root:secret@db',
      PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00',
      PARLEY_PROT: '3000',
    });
    for (const name of [
      'PARLEY_PORT must',
      'PARLEY_MODE must',
      'PARLEY_DATABASE_URL must',
      'PARLEY_DEMO_CLOCK must',
      'PARLEY_PROT is no setting',
    ])
      expect(sentence).toContain(name);
    expect(sentence).not.toContain('secret');
  });

  it('names everything that is wrong with further versions of the rules: file, field and rule', async () => {
    const rules = path.join(folder, 'rules.json');
    const amendment = (version: string, from: string, more: object) => ({ version, amends: '2026-1', from, ...more });
    writeFileSync(
      rules,
      JSON.stringify([
        amendment('2026-2', '2026-06-01', {
          tracks: { standard: { clocks: { answer: { length: 3 }, reply: { length: 0 } } } },
          panels: 3,
        }),
        amendment('2026-3', '2026-07-01', { tracks: { standard: { clocks: { 'long-stop': { length: 100 } } } } }),
      ]),
    );
    const sentence = await refusedWith({ PARLEY_RULE_SETS: rules, PARLEY_PROT: '3000' });
    for (const fault of [
      'PARLEY_RULE_SETS has rules that cannot be used: rules.json (1): ' +
        'tracks.standard.clocks.answer.length is no number of rule set 2026-1 that can be changed ' +
        '(rule-set)',
      'rules.json (1): tracks.standard.clocks.reply.length must be a whole number from 1 to 500, and is 0 (S4)',
      'rules.json (1): panels is no number of rule set 2026-1 that can be changed (rule-set)',
      'rules.json (2): tracks.standard.clocks.long-stop.length leaves no room: Rule set 2026-3: a ' +
        'case registered on 2023-',
      'PARLEY_PROT is no setting',
    ])
      expect(sentence).toContain(fault);
    expect(await refusedWith({ PARLEY_RULE_SETS: path.join(folder, 'none.json') })).toBe(
      'Wrong settings: PARLEY_RULE_SETS must name a JSON file or a folder of such files that can be read.',
    );
  });

  it(
    'names all that production refuses at once: a demonstration clock, ' + 'demonstration users, a hostile feed',
    async () => {
      const sentence = await refusedWith({
        PARLEY_MODE: 'production',
        PARLEY_DEMO_CLOCK: '2025-02-03T09:00:00+01:00',
        PARLEY_HOSTILE_SEED: '1',
      });
      expect(sentence).toBe(
        'Wrong settings: PARLEY_DEMO_CLOCK is refused in production, where time is real; production ' +
          'needs PARLEY_OIDC_US_ISSUER, PARLEY_OIDC_CN_ISSUER and PARLEY_OIDC_SECRETARIAT_ISSUER, ' +
          'because the demonstration users are refused there; PARLEY_HOSTILE_SEED is for tests and ' +
          'refused in production.',
      );
    },
  );

  it('says that the issuer does not answer, and leaves no PostgreSQL behind', async () => {
    expect(await refusedWith(PRODUCTION)).toBe(
      'The OpenID issuer https://127.0.0.1:1/us did not say where its keys are; see PARLEY_OIDC_US_ISSUER ' +
        'and PARLEY_OIDC_US_JWKS_URL.',
    );
  });

  it('takes no database in production to which passwords go in the clear', async () => {
    expect(
      await refusedWith({ ...PRODUCTION, PARLEY_DATABASE_URL: 'postgres://parley:secret@db.example/parley' }),
    ).toBe(
      'Wrong settings: PARLEY_DATABASE_URL must have sslmode=verify-full in production where the database is on ' +
        'another machine: passwords and the record would be sent in the clear, or to whoever pretends to be the ' +
        'database.',
    );
    expect(existsSync(path.join(folder, 'keys'))).toBe(false);
  });

  it('takes no issuer in production whose keys anybody on the way can change', async () => {
    expect(await refusedWith({ ...PRODUCTION, ...issuers('http') })).toBe(
      'Wrong settings: PARLEY_OIDC_US_ISSUER and where its keys are must be https in production; ' +
        'PARLEY_OIDC_CN_ISSUER and where its keys are must be https in production; ' +
        'PARLEY_OIDC_SECRETARIAT_ISSUER and where its keys are must be https in production.',
    );
  });
});
