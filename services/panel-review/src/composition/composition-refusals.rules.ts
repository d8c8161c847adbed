import { accept, refuse, type RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { RecuseMember, ReplaceMember } from '../panel/panel-commands.rules';
import { isDeliberationOver } from '../challenges/late-facts.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import {
  deskOf,
  isPast,
  isRefused,
  runs,
  screeningOver,
  type OpenedPanel,
  type PanelEvent,
} from '../panel/panel-state.rules';
import { SEAT_CLOCKS, seatClockId } from '../time/time.rules';
import type { MemberRecused, MemberReplaced } from './composition-events.rules';
import { facesNobody, seatOf } from './draw-seat.rules';
import { successionClock, whenVacated } from './empty-seats.rules';

/** Refusals about nomination, disclosure and challenge (S6). */
export const compositionRefusals = {
  noVacantSeat: {
    code: 'no-vacant-seat',
    rule: 'S6',
    en: 'No seat of this side awaits a nomination.',
    'zh-Hans': '本方没有待提名的席位。',
  },
  nominationLate: {
    code: 'nomination-out-of-time',
    rule: 'S6',
    en: 'The time for a nomination has passed.',
    'zh-Hans': '提名期限已过。',
  },
  notOnFrozenRoster: {
    code: 'not-on-frozen-roster',
    rule: 'S6',
    status: 422,
    en:
      'A nominee is on the side’s roster as it stood at the filing, or has filled up a short one in time. Name ' +
      'somebody who is.',
    'zh-Hans': '被提名人须在提交申诉时本方的名册上，或已按期补入不足员的名册。请另提名册内的人员。',
  },
  notEligible: {
    code: 'nominee-not-eligible',
    rule: 'I-05',
    status: 422,
    en:
      'This person has another capacity in this case, was on this panel before, or has taken back the acceptance of ' +
      'a place on the roster. Name somebody else.',
    'zh-Hans': '此人在本案中另有身份、曾任本专家组成员，或已撤回对列名的接受。请另提名他人。',
  },
  disclosureAwaits: {
    code: 'disclosure-awaits-decision',
    rule: 'S6',
    en:
      'A challenge of this member is undecided, or the other side may still have the member replaced. Disclose once ' +
      'that is over, so that a time to challenge follows.',
    'zh-Hans': '对该成员的回避申请尚未决定，或另一方仍可将其替换。请待其了结后再行披露，届时将开放申请回避的期限。',
  },
  disclosureLate: {
    code: 'disclosure-out-of-time',
    rule: 'S6',
    en: 'The time for the disclosure has passed.',
    'zh-Hans': '披露期限已过。',
  },
  unknownMember: {
    code: 'unknown-member',
    rule: 'S6',
    status: 404,
    en: 'There is no such member on this panel.',
    'zh-Hans': '专家组中没有该成员。',
  },
  ownMember: {
    code: 'own-member',
    rule: 'S6',
    status: 403,
    en:
      'A side challenges or replaces a member of the other side only. A member of one’s own side who has a conflict ' +
      'discloses it, or leaves.',
    'zh-Hans': '一方只能对另一方的成员提出回避或替换。本方成员有利益冲突的，由其自行披露或离任。',
  },
  notOpenToChallenge: {
    code: 'not-open-to-challenge',
    rule: 'S6',
    en:
      'This member is not open to a challenge. Once seated, a member is challenged for a fact that came to light ' +
      'later: say when it did.',
    'zh-Hans': '目前不能对该成员提出回避。成员就任后，可就其后发现的事实申请回避：请说明发现时间。',
  },
  challengeLate: {
    code: 'challenge-out-of-time',
    rule: 'S6',
    en: 'The time for a challenge has passed. For a fact that came to light later, say when it did.',
    'zh-Hans': '提出回避的期限已过。就其后发现的事实申请回避的，请说明发现时间。',
  },
  unknownChallenge: {
    code: 'unknown-challenge',
    rule: 'S6',
    status: 404,
    en: 'There is no such challenge.',
    'zh-Hans': '没有该项回避申请。',
  },
  challengedDecides: {
    code: 'challenged-member-decides',
    rule: 'I-10',
    status: 403,
    en: 'A challenged member never decides the challenge.',
    'zh-Hans': '被申请回避的成员不得就该申请作出决定。',
  },
  challengeDecided: {
    code: 'challenge-decided',
    rule: 'S6',
    en: 'The challenge has been decided.',
    'zh-Hans': '该回避申请已决定。',
  },
  decisionLate: {
    code: 'challenge-decision-out-of-time',
    rule: 'S6',
    en: 'The time for a decision has passed; the member stays.',
    'zh-Hans': '决定期限已过；该成员留任。',
  },
  alreadySigned: {
    code: 'side-already-signed',
    rule: 'I-04',
    en: 'The co-head of this side has signed already.',
    'zh-Hans': '本方共同负责人已签署。',
  },
  signsForBoth: {
    code: 'one-person-for-both-sides',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },
  digestDiffers: {
    code: 'signed-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The digest signed is not that of what is to be signed.',
    'zh-Hans': '所签摘要值与待签内容不符。',
  },
  notOpenToReplacement: {
    code: 'not-open-to-replacement',
    rule: 'S6',
    en:
      'A side may replace a member only after its own challenge did not remove this member, in time, once per case, ' +
      'and not where both co-heads rejected it. For a fact that came to light later, challenge the member.',
    'zh-Hans':
      '一方只有在其对该成员的回避申请未获支持后、在期限内，每案一次，并且两位共同负责人未一致驳回时，方可替换成员。' +
      '就其后发现的事实，可对该成员申请回避。',
  },
  notOnPanel: {
    code: 'not-on-panel',
    rule: 'S6',
    status: 403,
    en: 'Only a member of this panel may do this.',
    'zh-Hans': '只有本专家组成员可以这样做。',
  },
  tooLateToLeave: {
    code: 'findings-already-made',
    rule: 'S9',
    en: 'The findings have been made; no seat is left any more.',
    'zh-Hans': '结论已作出，不能再离任。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * When a side's challenge did not remove a member, the side can have that member replaced without a reason, once per
 * case.
 */
export function replaceMember(command: ReplaceMember, state: OpenedPanel, clocks: Clocks) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (facesNobody(state, side)) return refuse(compositionRefusals.unknownMember, '/member');
  const { member } = command;
  const seat = seatOf(state, member);
  if (!seat) return refuse(compositionRefusals.unknownMember, '/member');
  if (seat.side === side) return refuse(compositionRefusals.ownMember);
  const party = state.parties[seat.side];
  const id = seatClockId('replacement', party, seat.number);
  if (!runs(state, id) || isPast(state, id, receivedAt)) return refuse(compositionRefusals.notOpenToReplacement);
  if (state.replacements[side] >= clocks.ruleSet.panel.peremptoryReplacementsPerSide)
    return refuse(compositionRefusals.notOpenToReplacement);
  const replaced: MemberReplaced = {
    type: 'MemberReplaced',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member,
      replacedBy: state.parties[side],
      by,
      opens: [successionClock(state, seat, { event: 'MemberReplaced', at: receivedAt }, clocks, side)],
      closes: [id],
    },
  };
  return accept<PanelEvent>(replaced, ...whenVacated(evolveOpened(state, replaced), seat.id, receivedAt, clocks));
}

/** A member leaves. Its side names another, and until that one is seated the panel cannot vote (I-02). */
export function recuseMember(command: RecuseMember, state: OpenedPanel, clocks: Clocks) {
  const { by, receivedAt } = command;
  const seat = seatOf(state, by);
  if (!seat) return refuse(compositionRefusals.notOnPanel);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (isDeliberationOver(state, receivedAt)) return refuse(compositionRefusals.tooLateToLeave);
  const party = state.parties[seat.side];
  const ids = SEAT_CLOCKS.map((clock) => seatClockId(clock, party, seat.number));
  const { reason } = command;
  const recused: MemberRecused = {
    type: 'MemberRecused',
    occurredAt: receivedAt,
    rule: 'I-02',
    tier: 'PANEL',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member: by,
      reason,
      opens: [successionClock(state, seat, { event: 'MemberRecused', at: receivedAt }, clocks)],
      closes: ids.filter((id) => state.running[id] !== undefined),
    },
  };
  return accept<PanelEvent>(recused, ...whenVacated(evolveOpened(state, recused), seat.id, receivedAt, clocks));
}
