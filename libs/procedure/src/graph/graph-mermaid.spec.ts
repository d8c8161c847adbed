import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { mermaidOf } from './graph-mermaid';

describe('the diagram of the regions', () => {
  it('stands in REGIONS.md as the rule set has it', () => {
    const page = readFileSync(join(__dirname, '../../REGIONS.md'), 'utf8');
    const shown = page.slice(page.indexOf('## screening'));
    expect(shown.trim()).toBe(mermaidOf(currentRuleSet.graphs));
  });
});
