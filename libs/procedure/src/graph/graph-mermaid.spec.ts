import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { mermaidOf } from './graph-mermaid';

describe('the diagram of the regions', () => {
  it('stands in the README as the rule set has it', () => {
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    const shown = readme.slice(readme.indexOf('### screening'));
    expect(shown.trim()).toBe(mermaidOf(currentRuleSet.graphs));
  });
});
