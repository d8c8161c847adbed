import { accept, refuse, type Bilingual, type DomainEvent, type RefusalReason } from '@parley/kernel';
import type { Clocks, Track } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { changeRefusals, commonRefusals, isCounted, type RunningDeadline } from '../common-refusals.rules';
import type { Consent, Matter } from '../consent/proposal.rules';

/** Why a case goes on under another track. */
export type TrackChangeBy = 'consent' | 'joint-decision' | 'urgency-refused' | 'urgency-not-confirmed';

/**
 * The case goes on under another track. Each running clock that differs there is opened again, and never ends earlier.
 */
export type TrackChanged = DomainEvent<
  'TrackChanged',
  MovesClocks & {
    readonly from: Track;
    readonly track: Track;
    readonly by: TrackChangeBy;
    /** Whether clocks count anew from the same triggers, or start from this change on (I-25). */
    readonly clocks: 'recount' | 'restart';
    readonly reason: Bilingual;
    readonly proposalId: string | null;
    /** While the screening is suspended: the deadlines that stand still, as they will go on. */
    readonly stopped?: readonly RunningDeadline[];
  }
>;

export const tracksRefusals = {
  notStandardTrack: {
    code: 'not-on-the-standard-track',
    rule: 'complex',
    en: 'Only a case on the standard track goes over to the complex one.',
    'zh-Hans': '只有适用普通程序的案件可改用复杂程序。',
  },
  panelComposed: {
    code: 'panel-composed',
    rule: 'I-20',
    en:
      'The panel is composed, so the co-heads open the complex track no more. Both parties can agree on it until the ' +
      'findings are being made (S9).',
    'zh-Hans': '专家组已经组成，共同负责人不得再启用复杂程序；在开始作出结论（S9）之前，双方可协议改用。',
  },
  findingsBegun: {
    code: 'findings-begun',
    rule: 'complex',
    en:
      'The findings are being made (S9), and the complex track is taken before that. Both parties can still extend ' +
      'deadlines that run.',
    'zh-Hans': '已开始作出结论（S9），复杂程序须在此之前启用。双方仍可延长进行中的期限。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * The complex track, by consent of both parties before S9, or until the panel is composed by decision of both co-heads
 * with reasons. Clocks that have another length there are counted anew from the same triggers, and none ends earlier.
 * What the panel had not told by then bars nothing: it takes the track at whatever stage it hears of it.
 */
export function takeComplexTrack(
  matter: Extract<Matter, { kind: 'track' }>,
  { by, at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status === 'suspended') return refuse(changeRefusals.suspended);
  if (state.status !== 'registered') return refuse(changeRefusals.notRegistered);
  if (state.track !== 'standard') return refuse(tracksRefusals.notStandardTrack);
  const { composedAt, decidingAt } = state.review;
  if (by === 'joint-decision' && composedAt !== null && at >= composedAt) return refuse(tracksRefusals.panelComposed);
  if (decidingAt !== null && at >= decidingAt) return refuse(tracksRefusals.findingsBegun);
  const { track, reason } = matter;
  const longer = Object.values(state.running)
    .filter(isCounted)
    .filter((running) => {
      const { tracks } = clocks.rulesOf(running);
      return tracks[track].clocks[running.clock]?.length !== tracks.standard.clocks[running.clock]?.length;
    });
  return accept<CaseEvent>({
    type: 'TrackChanged',
    occurredAt: at,
    rule: 'complex',
    tier: 'PUBLIC',
    data: {
      from: state.track,
      track,
      by,
      clocks: 'recount',
      reason,
      proposalId,
      opens: longer.flatMap((deadline) => clocks.changeTrack(deadline, track, { at, reason }) ?? []),
      closes: [],
    },
  });
}
