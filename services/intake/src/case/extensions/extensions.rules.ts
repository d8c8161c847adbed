import { accept, refuse, type Bilingual, type DomainEvent, type RefusalReason } from '@parley/kernel';
import { clockRule, type Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { changeRefusals, isCounted } from '../common-refusals.rules';
import type { Consent, Matter } from '../consent/proposal.rules';

/**
 * A running deadline ends later (I-20). It is opened again under its id, with the change and its reason in it (I-64).
 */
export type DeadlineExtended = DomainEvent<
  'DeadlineExtended',
  MovesClocks & {
    readonly deadlineId: string;
    readonly by: 'consent' | 'joint-decision';
    readonly proposalId: string;
    readonly reason: Bilingual;
  }
>;

export const extensionsRefusals = {
  noSuchDeadline: {
    code: 'no-such-deadline',
    rule: 'I-20',
    status: 422,
    en: 'No such deadline runs in this part of the case.',
    'zh-Hans': '本案此阶段没有该项进行中的期限。',
  },

  namedTime: {
    code: 'time-not-counted',
    rule: 'I-20',
    status: 422,
    en: 'This time was named and not counted; name another one instead.',
    'zh-Hans': '该时刻系指定而非计算所得；请另行指定。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * I-20: a running deadline is extended before it expires, within the maximum of its clock. This takes the consent of
 * both parties or a joint decision of the co-heads. The long-stop takes both parties' signatures.
 */
export function extendRunning(
  matter: Extract<Matter, { kind: 'extension' }>,
  { by, at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'suspended') return refuse(changeRefusals.suspended);
  const { deadline: id, by: length, reason } = matter;
  // The id is a word of the request, so it may be `constructor`, which names no clock.
  const running = Object.hasOwn(state.running, id) ? state.running[id] : undefined;
  if (!running) return refuse(extensionsRefusals.noSuchDeadline, '/deadline');
  if (!isCounted(running)) return refuse(extensionsRefusals.namedTime, '/deadline');
  const rule = clockRule(clocks.rulesOf(running), running.clock, running.track).extension;
  if (rule?.by === 'both-parties-signatures' && by !== 'consent') return refuse(changeRefusals.partiesOnly);
  const extended = clocks.extend(running, length, { at, reason });
  if ('kind' in extended) return { ...extended, path: '/by' };
  return accept<CaseEvent>({
    type: 'DeadlineExtended',
    occurredAt: at,
    rule: 'I-20',
    tier: state.status === 'registered' ? 'PUBLIC' : 'PARTIES',
    data: { deadlineId: id, by, proposalId, reason, opens: [extended], closes: [] },
  });
}
