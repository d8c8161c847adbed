import { accept, type Decision } from '@parley/kernel';
import { noClocks } from '../clock-moves';
import type { NoteRules } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import type { RulesNoted } from './rules-events';

/** Both parties took another version of the rules. No clock of the panel that runs is touched by it (I-20, I-21). */
export function noteRules({ version, at }: NoteRules, state: OpenedPanel): Decision<RulesNoted> {
  if (version === state.ruleSetVersion) return accept();
  return accept({
    type: 'RulesNoted',
    occurredAt: at,
    rule: 'I-04',
    tier: 'PUBLIC',
    data: { to: version, ...noClocks },
  });
}
