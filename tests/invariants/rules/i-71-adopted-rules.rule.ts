import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';
import { ofEachCase } from './rule';

/** The version that was in effect at an instant, by an own count over the dates of the installation. */
const inEffectAt = (instant: string): string | undefined =>
  simulatedRuleSets
    .filter(({ inForceFrom }) => inForceFrom !== undefined && Date.parse(inForceFrom) <= Date.parse(instant))
    .toSorted((one, other) => Date.parse(one.inForceFrom ?? '') - Date.parse(other.inForceFrom ?? ''))
    .at(-1)?.version;

/**
 * A case is under the version that was in effect at its filing, also when it is registered, until both parties have
 * signed one proposal to take another.
 */
export const adoptedRules = ofEachCase('I-71', ({ intake }) => {
  let [version, asked] = ['', new Map<string, { readonly to: string; readonly signers: Set<string> }>()];
  return intake.flatMap(({ event, recorded }): readonly string[] => {
    switch (event.type) {
      case 'GrievanceFiled':
        version = event.data.ruleSetVersion;
        return version === inEffectAt(event.occurredAt)
          ? []
          : [`filed under ${version} when ${inEffectAt(event.occurredAt) ?? 'none'} was in effect`];
      case 'CaseRegistered':
        return event.data.ruleSetVersion === version
          ? []
          : [`filed under ${version} and registered under ${event.data.ruleSetVersion}`];
      case 'ConsentProposed':
        if (event.data.matter.kind === 'rules')
          asked = new Map([
            ...asked,
            [event.data.proposalId, { to: event.data.matter.version, signers: new Set([event.data.party]) }],
          ]);
        return [];
      case 'ProposalSigned':
        asked.get(event.data.proposalId)?.signers.add(event.data.party);
        return [];
      case 'RulesAdopted': {
        const { proposalId, to } = event.data;
        version = to;
        const of = asked.get(proposalId);
        return of?.to === to && of.signers.size === 2 ? [] : [`went over to ${to} without both parties`];
      }
      default:
        return recorded.ruleSetVersion === version || version === ''
          ? []
          : [`${event.type} is under ${recorded.ruleSetVersion}`];
    }
  });
});
