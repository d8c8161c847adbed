import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ruleSetsSetting } from './rule-sets-setting';

const { read } = ruleSetsSetting('PARLEY_RULE_SETS');
const amendment = (version: string, from: string, more: object) => ({ version, amends: '2026-1', from, ...more });

describe('the setting that names proposed versions of the rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-rules-'));
  const write = (name: string, content: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('brings in none when it is left out', () => expect(read(undefined)).toEqual([]));

  it('takes a file with one, a file with several, or a folder of both', () => {
    mkdirSync(path.join(folder, 'many'));
    const one = write('many/one.json', amendment('2026-2', '2026-06-01', { supplement: { untilDay: 45 } }));
    const more = write('many/two.json', [amendment('2026-3', '2026-09-01', { supplement: { untilDay: 30 } })]);
    write('many/notes.txt', 'no rules');
    expect(read(one)).toEqual([
      { version: '2026-2', amends: '2026-1', from: '2026-06-01', numbers: { 'supplement.untilDay': 45 } },
    ]);
    expect(read(more)).toMatchObject([{ version: '2026-3' }]);
    expect(read(path.join(folder, 'many'))).toMatchObject([{ version: '2026-2' }, { version: '2026-3' }]);
  });

  it('is refused with every mistake in every file at once', () => {
    mkdirSync(path.join(folder, 'wrong'));
    write('wrong/a.json', [
      amendment('2026-2', '2026-06-01', { tracks: { standard: { clocks: { answer: { length: 3 } } } } }),
      amendment('2026-3', 'soon', { supplement: { untilDay: -1 } }),
    ]);
    write('wrong/b.json', '{ "version": ');
    const { wrong } = read(path.join(folder, 'wrong')) as { readonly wrong: string };
    expect(wrong).toMatch(/^has rules that cannot be used: b\.json is no JSON that can be read \(.*\); a\.json/);
    expect(wrong).toContain(
      'a.json (1): tracks.standard.clocks.answer.length is no number of rule set 2026-1 that can be changed (rule-set)',
    );
    expect(wrong).toContain(
      'a.json (2): from must be a day, such as 2026-06-01, and is "soon" (rule-set); a.json (2): ' +
        'supplement.untilDay must be a whole number from 1 to 1000, and is -1 (I-24)',
    );
  });

  it('is refused where there is nothing to read', () => {
    mkdirSync(path.join(folder, 'empty'));
    expect(read(path.join(folder, 'none.json'))).toEqual({
      wrong: 'must name a JSON file or a folder of such files that can be read',
    });
    expect(read(path.join(folder, 'empty'))).toEqual({ wrong: 'names a folder without a .json file' });
  });
});
