import type { Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { proposalDigest, type Matter } from '../consent/proposal';
import { awaitedToSign, timeToSign } from '../consent/time-to-sign';

const REASON = { en: 'A counter-grievance on the same matter.', 'zh-Hans': '针对同一事项的反申诉。' };

/**
 * A counter-grievance on the same matter offers the other party a common timetable as it is registered; unsigned, that
 * lapses (I-32).
 */
export function offeredTimetable(at: Instant, state: FiledCase, clocks: Clocks): readonly CaseEvent[] {
  const { counterTo } = state.relations;
  if (state.status !== 'complete' || counterTo?.relation !== 'same-matter') return [];
  const { caseId, docketNumber } = counterTo;
  const matter: Matter = { kind: 'consolidation', beside: [{ caseId, docketNumber }], reason: REASON };
  const id = `proposal:${String(state.proposals.length + 1)}`;
  const signatories = 'parties';
  return [
    {
      type: 'ConsentProposed',
      occurredAt: at,
      rule: 'I-32',
      tier: 'PARTIES',
      data: {
        ...{ proposalId: id, matter, signatories, party: state.parties.complainant, by: state.certification.by },
        digest: proposalDigest(state.caseId, { id, signatories, matter }),
        opens: [
          timeToSign(id, matter, awaitedToSign(signatories, state.parties.complainant, state), at, state, clocks),
        ],
        closes: [],
      },
    },
  ];
}
