import type { Instant, RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { isPast, runs, type OpenedPanel } from '../panel/panel-state.rules';
import type { Seat } from '../composition/draw-seat.rules';
import { awaitsMember } from '../composition/empty-seats.rules';

/** Refusals about what comes to light, or is disclosed, once the time for challenges is over (S6). */
export const lateFactRefusals = {
  deliberationOver: {
    code: 'deliberation-over',
    rule: 'S6',
    en:
      'Members disclose and are challenged until the deliberation closes, and it is closed. What is found out later ' +
      'a party may say in public, beside the findings.',
    'zh-Hans': '披露和申请回避以评议结束为限，而评议已结束。其后发现的事实，当事方可在结论之外公开陈述。',
  },
  challengedForLateFact: {
    code: 'late-challenge-used',
    rule: 'S6',
    en:
      'Each member can be challenged once for a fact that came to light later, and this one has been. A later ' +
      'disclosure of the member opens a new time to challenge.',
    'zh-Hans':
      '就其后发现的事实，对每名成员只能申请回避一次，而该次已用。该成员其后再作披露的，将重新开放申请回避的期限。',
  },
  knownInTime: {
    code: 'fact-known-in-time',
    rule: 'S6',
    status: 422,
    en:
      'A fact that came to light while this member could be challenged for it, or that is still to come, is no ' +
      'ground now. Name a fact that came to light since, and when.',
    'zh-Hans':
      '在可对该成员申请回避期间已发现的事实，或尚未发生的事实，现不得作为理由。请指明其后发现的事实及发现时间。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * True from the close of the deliberation on, and when its time is over, whether or not its end was decided already
 * (I-19). While a member is awaited the end of its time closes nothing (I-02).
 */
export const isDeliberationOver = (state: OpenedPanel, at: Instant): boolean => {
  const { stage } = state;
  if (stage.name !== 'deciding') return stage.name === 'certifying' || stage.name === 'issued';
  const timeIsOver = !runs(state, 'findings') || isPast(state, 'findings', at);
  return stage.votingEndedAt !== null || (timeIsOver && !awaitsMember(state, at));
};

/** Why a settled member cannot be challenged for a fact that came to light then; `undefined` when he can. */
export function lateFactBar(
  { occupancy }: Seat,
  cameToLight: Instant,
  at: Instant,
  state: OpenedPanel,
  { ruleSet }: Clocks,
) {
  if (occupancy.stage !== 'settled') return undefined;
  const { member, disclosure } = occupancy;
  if (isDeliberationOver(state, at)) return lateFactRefusals.deliberationOver;
  const before = state.challenges.filter((each) => each.member === member.personId && each.cameToLight !== null);
  if (before.length >= ruleSet.panel.lateChallengesPerMember) return lateFactRefusals.challengedForLateFact;
  return cameToLight <= (disclosure.challengeableUntil ?? disclosure.madeAt) || cameToLight > at
    ? lateFactRefusals.knownInTime
    : undefined;
}
