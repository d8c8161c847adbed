import { accept, refuse, type Decision } from '@parley/kernel';
import { clockRule, extensionRefusals, type Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { isCounted } from '../running-deadline';
import { refusals } from '../refusals';

/**
 * I-20: a running deadline is extended before it expires, within the maximum of its clock, by consent of both parties
 * or by joint decision of the co-heads; the long-stop only with both parties' signatures.
 */
export function extendRunning(
  { deadline: id, by: length, reason }: Extract<Matter, { kind: 'extension' }>,
  { by, at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.status === 'suspended') return refuse(refusals.suspended);
  // The id is a word of the request: `constructor` names no clock.
  const running = Object.hasOwn(state.running, id) ? state.running[id] : undefined;
  if (!running)
    return refuse(isFixed(id, clocks) ? extensionRefusals.notExtendable : refusals.noSuchDeadline, '/deadline');
  if (!isCounted(running)) return refuse(refusals.namedTime, '/deadline');
  const rule = clockRule(clocks.rulesOf(running), running.clock, running.track).extension;
  if (rule?.by === 'both-parties-signatures' && by !== 'consent') return refuse(refusals.partiesOnly);
  const extended = clocks.extend(running, length, { at, reason });
  if ('kind' in extended) return { ...extended, path: '/by' };
  return accept({
    type: 'DeadlineExtended',
    occurredAt: at,
    rule: 'I-20',
    tier: state.status === 'registered' ? 'PUBLIC' : 'PARTIES',
    data: { deadlineId: id, by, proposalId, reason, opens: [extended], closes: [] },
  });
}

/**
 * True for a time that the rules let nobody extend, in whatever part of the case it runs:
 * `translation:US:USA-1:zh-Hans`.
 */
const isFixed = (id: string, { ruleSet }: Clocks): boolean =>
  Object.entries(ruleSet.tracks.standard.clocks).some(
    ([clock, { extension }]) => extension === null && clock === id.split(':')[0],
  );
