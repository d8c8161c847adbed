import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choiceSetting, intSetting, optionalSetting, required, textSetting, urlSetting } from './setting-kinds';
import { readSettings } from './settings';

const settings = {
  port: intSetting('PARLEY_PORT', { min: 0, max: 65_535, otherwise: 3_000 }),
  mode: choiceSetting('PARLEY_MODE', ['demonstration', 'production'], 'demonstration'),
  database: urlSetting('PARLEY_DATABASE_URL', 'postgres', 'postgresql'),
  folder: textSetting('PARLEY_DATA_DIR', '.parley'),
  note: optionalSetting('PARLEY_NOTE'),
};

describe('settings', () => {
  it('take what is set and the defaults for the rest; an empty variable is not set', () => {
    expect(readSettings({ PARLEY_PORT: '8080', PARLEY_MODE: '', HOME: '/root' }, settings)).toEqual({
      port: 8080,
      mode: 'demonstration',
      database: undefined,
      folder: '.parley',
      note: undefined,
    });
  });

  it('name every fault in one sentence', () => {
    const env = {
      PARLEY_PORT: '70000',
      PARLEY_MODE: 'prod',
      PARLEY_DATABASE_URL: 'mysql://root:secret@db',
      PARLEY_PROT: '1',
    };
    expect(() => readSettings(env, settings)).toThrow(
      'Wrong settings: PARLEY_PORT must be a whole number from 0 to 65535, and is "70000"; ' +
        'PARLEY_MODE must be one of demonstration, production, and is "prod"; ' +
        'PARLEY_DATABASE_URL must be an address that starts with postgres:// or postgresql://; ' +
        'PARLEY_PROT is no setting (there are PARLEY_PORT, PARLEY_MODE, PARLEY_DATABASE_URL, ' +
        'PARLEY_DATA_DIR, PARLEY_NOTE).',
    );
  });

  it.each(['1e3', '-1', ' 80', '0x50', '80.5'])('do not take %j for a whole number', (text) => {
    expect(() => readSettings({ PARLEY_PORT: text }, settings)).toThrow('PARLEY_PORT');
  });

  it('say of one that must be set that it is not, with all the other faults', () => {
    const needed = {
      first: required(optionalSetting('PARLEY_FIRST')),
      second: required(urlSetting('PARLEY_SECOND', 'http')),
    };
    expect(readSettings({ PARLEY_FIRST: 'a', PARLEY_SECOND: 'http://b' }, needed)).toMatchObject({ first: 'a' });
    expect(() =>
      readSettings({ PARLEY_THIRD: 'c' }, needed, { together: ({ first }) => [`first is ${String(first)}`] }),
    ).toThrow(
      'Wrong settings: PARLEY_FIRST must be set; PARLEY_SECOND must be set; first is undefined; ' +
        'PARLEY_THIRD is no setting (there are PARLEY_FIRST, PARLEY_SECOND).',
    );
  });

  describe('kept in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-settings-'));
    const file = join(folder, 'secret');
    afterAll(() => rmSync(folder, { recursive: true }));

    it('are read from the file that a variable with _FILE at its end names, without the end of its line', () => {
      writeFileSync(file, 'postgres://intake:secret@db/parley\n');
      expect(readSettings({ PARLEY_DATABASE_URL_FILE: file }, settings).database?.password).toBe('secret');
    });

    it('are refused when the file is not there, or the setting is given twice', () => {
      expect(() =>
        readSettings({ PARLEY_NOTE_FILE: join(folder, 'none'), PARLEY_PORT: '1', PARLEY_PORT_FILE: file }, settings),
      ).toThrow(
        'Wrong settings: PARLEY_PORT is given twice, by itself and by PARLEY_PORT_FILE; PARLEY_NOTE ' +
          'cannot be read from the file that PARLEY_NOTE_FILE names (ENOENT).',
      );
    });
  });
});
