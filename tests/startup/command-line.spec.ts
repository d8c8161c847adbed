import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endedParley } from '../support/ended-parley';

/** The page on this form's settings. Separate processes tell their own by `--help`. */
const CONFIGURATION = readFileSync(path.join(__dirname, '../../deploy/CONFIGURATION.md'), 'utf8');
const NAMES = [...new Set(CONFIGURATION.match(/\bPARLEY_[A-Z_]+\b/g))];

/** Whole processes start and stop here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(120_000);

describe('the command line', () => {
  it.each(['--help', '-h'])(
    'answers %s with what it is and every setting that its page names, also when one of them is wrong',
    async (word) => {
      const { code, said, output } = await endedParley({ PARLEY_PORT: 'wrong' }, [word]);
      expect({ code, said }).toEqual({ code: 0, said: [] });
      expect(output).toMatch(/^Usage: npm start -- \[--help \| --version\]$/m);
      expect(output).toContain('dispute-screening system');
      expect(output).toMatch(/^ {2}PARLEY_PORT +3000 +port it listens on/m);
      expect([...new Set(output.match(/\bPARLEY_[A-Z_]+\b/g))].sort()).toEqual(NAMES.sort());
    },
  );

  it('answers --version', async () => {
    expect(await endedParley({}, ['--version'])).toEqual({
      code: 0,
      said: [],
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  it.each([['serve'], ['--port=80'], ['-p', '80']])('refuses anything else in one sentence: %s', async (...words) => {
    const { code, said, output } = await endedParley({}, words);
    expect({ code, said, output }).toEqual({
      code: 1,
      said: [expect.stringMatching(/^It takes no argument "\S+"; npm start -- --help/)],
      output: '',
    });
    expect(said[0]).toContain(words[0]);
  });
});
