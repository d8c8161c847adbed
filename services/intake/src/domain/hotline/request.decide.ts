import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { Hotline, HotlineState } from './hotline';
import type { AcknowledgeHotline, ExpireRung, RequestHotline } from './hotline-commands';
import type { HotlineAcknowledged, HotlineEvent, HotlineRequested } from './hotline-events';
import { hotlineRefusals as refusals } from './hotline-refusals';
import { minutesAfter, nextRung, timeOfRung } from './rung-time';

/** A party asks for a call at once. Whether it is answered, and when, is public; what for is not. */
export function requestHotline(
  command: RequestHotline,
  state: HotlineState,
  ruleSet: RuleSet,
): Decision<HotlineRequested> {
  // The id of a request is a function of its command: sent again, it is there already.
  if (state.status !== 'silent') return accept();
  const { by, party, receivedAt, hotlineId, caseId, grade, parties, subject } = command;
  const asking = parties.find((each) => each === party);
  const asked = parties.find((each) => each !== party);
  if (asking === undefined || asked === undefined) return refuse(refusals.notADesk);
  const acknowledgeBy = minutesAfter(receivedAt, ruleSet.hotline[grade].acknowledge);
  const opens = [timeOfRung('official', grade, receivedAt, ruleSet)];
  const data = {
    hotlineId,
    caseId,
    grade,
    asking,
    asked,
    by,
    subject,
    acknowledgeBy,
    ruleSetVersion: ruleSet.version,
    opens,
    closes: [],
  };
  return accept({ type: 'HotlineRequested', occurredAt: receivedAt, rule: 'hotline', tier: 'PARTIES', data });
}

/**
 * An official of the side asked acknowledges the request; once it is with the co-heads, the one whom that side
 * appointed may too.
 */
export function acknowledge(
  { by, party, receivedAt, as, office, text }: AcknowledgeHotline,
  state: Hotline,
): Decision<HotlineAcknowledged> {
  if (party !== state.asked) return refuse(party === state.asking ? refusals.ownRequest : refusals.notADesk);
  if (state.acknowledgement) return refuse(refusals.answeredAlready);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt)) return refuse(refusals.rungPending);
  if (as === 'cohead' && state.rung === 'official') return refuse(refusals.notCoHeadsYet);
  const data = { ...of(state), by, office, rung: state.rung, text, opens: [], closes: Object.keys(state.running) };
  return accept({ type: 'HotlineAcknowledged', occurredAt: receivedAt, rule: 'hotline', tier: 'PARTIES', data });
}

/**
 * Nobody answered at a rung: it goes to the next, and a crisis calls for a team as soon as the officials were silent
 * (I-18).
 */
export function rungByDefault({ deadlineId }: ExpireRung, state: Hotline, ruleSet: RuleSet): Decision<HotlineEvent> {
  const time = state.running[deadlineId];
  if (!time) return accept();
  const { id: rung, dueAt } = time;
  const opens = rung === 'official' ? [timeOfRung('coheads', state.grade, state.requestedAt, ruleSet)] : [];
  const about = { occurredAt: dueAt, rule: 'hotline' } as const;
  const unanswered: HotlineEvent = {
    ...about,
    tier: 'PUBLIC',
    type: 'HotlineUnanswered',
    data: { ...of(state), rung, next: nextRung(rung), opens, closes: [rung] },
  };
  return state.grade === 'crisis' && rung === 'official'
    ? accept<HotlineEvent>(unanswered, teamFor(state, dueAt, ruleSet))
    : accept(unanswered);
}

const teamFor = (state: Hotline, at: Instant, { crisisTeam }: RuleSet): HotlineEvent => ({
  type: 'CrisisTeamCalledFor',
  occurredAt: at,
  rule: 'hotline',
  tier: 'PARTIES',
  data: {
    ...of(state),
    membersPerSide: crisisTeam.membersPerSide,
    ruleSetVersion: state.ruleSetVersion,
    opens: [],
    closes: [],
  },
});

const of = ({ caseId, grade, asking, asked }: Hotline) => ({ caseId, grade, asking, asked });
