import { accept, refuse, type Bilingual, type DomainEvent, type RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { changeRefusals, commonRefusals } from '../common-refusals.rules';
import type { Consent, Matter } from '../consent/proposal.rules';

/**
 * The case goes on under another version of the rules, by both parties' signatures. This touches no running clock
 * (I-20, I-21).
 */
export type RulesAdopted = DomainEvent<
  'RulesAdopted',
  MovesClocks & { readonly from: string; readonly to: string; readonly reason: Bilingual; readonly proposalId: string }
>;

export const rulesRefusals = {
  unknownRules: {
    code: 'no-such-rules',
    rule: 'I-04',
    status: 422,
    en: 'Both co-heads have adopted no such version of the rules; /v1/rules lists them.',
    'zh-Hans': '双方共同负责人未通过该规则版本；各版本见 /v1/rules。',
  },

  rulesAreThese: {
    code: 'rules-are-these',
    rule: 'I-04',
    en: 'The case goes on under this version of the rules already.',
    'zh-Hans': '本案现已适用该规则版本。',
  },

  rulesOlder: {
    code: 'rules-older',
    rule: 'I-04',
    en: 'A case goes over to a later version of the rules only; this one came before the one that it has.',
    'zh-Hans': '案件只能改用较新的规则版本；该版本早于本案现行版本。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * A case keeps the version of the rules under which it was filed, unless both parties take a later one. Clocks
 * that start from then on count under the later one. Running clocks go on as they were counted, so no deadline moves
 * (I-20, I-21).
 */
export function adoptRules(
  matter: Extract<Matter, { kind: 'rules' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  { versions }: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (!('registration' in state)) return refuse(changeRefusals.notRegistered);
  const from = state.ruleSetVersion;
  const { version, reason } = matter;
  if (!versions.includes(version)) return refuse(rulesRefusals.unknownRules, '/version');
  if (version === from) return refuse(rulesRefusals.rulesAreThese, '/version');
  if (versions.indexOf(version) < versions.indexOf(from)) return refuse(rulesRefusals.rulesOlder, '/version');
  return accept<CaseEvent>({
    type: 'RulesAdopted',
    occurredAt: at,
    rule: 'I-04',
    tier: 'PUBLIC',
    data: { from, to: version, reason, proposalId, opens: [], closes: [] },
  });
}
