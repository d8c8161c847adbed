import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentRuleSet } from '@parley/procedure';
import { sentence } from './sentences';

const WORKSPACE = join(__dirname, '../..');

/**
 * Words that judge a party or let another strike back, in either language. A sentence that denies such a judgment may
 * use them.
 */
const CONDEMNING =
  /\b(violat\w*|breach\w*|in infringement|infringes|retaliat\w*|countermeasures? (?:is|are) authori[sz]ed|inconsistent with (?:its|the) obligations)\b|违反|违约|报复/i;

const DENYING = /\b(nothing here says|states no breach)\b|不表示/i;

const textsIn = (source: string): readonly string[] =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, quoted, template]) => quoted ?? template ?? '',
  );

/** Every text in the code that people may read, without comments and without the words of this test. */
const spoken = ['services', 'libs/procedure/src', 'libs/http/src', 'libs/auth/src', 'libs/telemetry/src'].flatMap(
  (folder) =>
    readdirSync(join(WORKSPACE, folder), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          entry.name.endsWith('.ts') &&
          !/(\.spec|\.fixture|\.data|_pb)\.ts$/.test(entry.name) &&
          !/(dist|node_modules)/.test(entry.parentPath),
      )
      .flatMap((entry) => {
        const code = readFileSync(join(entry.parentPath, entry.name), 'utf8').replaceAll(
          /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
          '',
        );
        return textsIn(code).map((text) => ({ file: entry.name, text }));
      }),
);

describe(sentence('I-52'), () => {
  it('holds for every text that a service can say', () => {
    expect(spoken.length).toBeGreaterThan(1_000);
    expect(spoken.filter(({ text }) => CONDEMNING.test(text) && !DENYING.test(text))).toEqual([]);
  });

  it('holds for every word of the rules', () => {
    expect(JSON.stringify(currentRuleSet)).not.toMatch(CONDEMNING);
  });

  it('and a finding has no word but these four', () => {
    const outcomes = readFileSync(join(WORKSPACE, 'libs/procedure/src/parity/claim-outcome.ts'), 'utf8');
    expect(outcomes).toContain(
      "export type ClaimOutcome = 'substantiated' | 'not-substantiated' | 'not-agreed' | 'not-screened';",
    );
  });
});
