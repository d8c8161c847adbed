import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BOOK_RULES, currentRuleSet, QUOTED_RULE, ruleNamed } from '@parley/procedure';
import { AWAITED } from '../invariants/awaited';
import { WORKSPACE } from './lint-planted';

const BOOK = join(WORKSPACE, 'libs/procedure/src/rule-book');

/** Every source outside the rule book, but for specs: they quote rules of toys as well. */
const sources = ['libs', 'services'].flatMap((parent) =>
  readdirSync(join(WORKSPACE, parent), { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => name.endsWith('.ts') && parentPath.includes('/src') && !parentPath.includes(BOOK))
    .filter(({ name }) => !/\.(spec|fixture|d)\.ts$/.test(name))
    .map(({ name, parentPath }) => join(parentPath, name))
    .filter((file) => !/\/(dist|gen|node_modules|testing|contract)\//.test(file))
    .map((file) => ({ file: relative(WORKSPACE, file), text: readFileSync(file, 'utf8') })),
);

/** A rule as a literal where events, refusals, acts and reads name theirs. */
const AS_RULE = /\brule: (?:[^,\n]*\? )?(['"])(?<rule>[^'"\n]+)\1(?: : (['"])(?<other>[^'"\n]+)\3)?/g;

const quotedIn = (text: string): readonly string[] =>
  [
    ...[...text.matchAll(AS_RULE)].flatMap(({ groups }) => [groups?.['rule'], groups?.['other']]),
    ...(text.match(QUOTED_RULE) ?? []),
  ].filter((rule) => rule !== undefined);

describe('the rules that the code quotes', () => {
  const quoted = sources.flatMap(({ file, text }) => quotedIn(text).map((rule) => ({ file, rule })));

  it('stand in the rule book, each', () => {
    expect(quoted.filter(({ rule }) => ruleNamed(rule) === undefined)).toEqual([]);
    expect(quoted.length).toBeGreaterThan(1_000);
  });

  it('are, with those of the rule set, all of the rule book but the invariants that wait for their feature', () => {
    const { tracks, silence } = currentRuleSet;
    const clocks = Object.values(tracks).flatMap((track) => Object.values(track.clocks));
    const ofTheSet = [...clocks, ...Object.values(silence)].map(({ stage }) => stage);
    const names = new Set([...quoted.map(({ rule }) => rule), ...ofTheSet]);
    const unquoted = BOOK_RULES.map(({ rule }) => rule).filter((rule) => !names.has(rule));
    expect(unquoted).toEqual(Object.keys(AWAITED));
  });
});
