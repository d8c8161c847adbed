import { accept, plusMillis, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import type { ClocksOf, RuleSet } from '@parley/procedure';
import {
  callCrisisTeam,
  draftOptions,
  noteCrisisTeam,
  optionsMissed,
  signOptions,
  teamCalledFor,
} from './crisis-team.rules';
import { commitCrisisNonce, drawDue, lacksTeam, layCrisisNonceOpen, nonceCall } from './crisis-draw.rules';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import { noteChannelAnswer, sendRequest } from './hotline-sending.rules';
import { isAskedRung, nextRung, noteHotlineOutage, ofRequest, timeOfRung } from './hotline-times.rules';
import { evolveHotline, silent, type Hotline, type HotlineState } from './hotline.rules';
import type { AcknowledgeHotline, ExpireRung, HotlineCommand, RequestHotline } from './hotline-commands.rules';
import type { HotlineAcknowledged, HotlineEvent, HotlineRequested } from './hotline-events.rules';

/** A party asks for a call at once. Whether it is answered, and when, is public; its reason is not. */
export function requestHotline(command: RequestHotline, state: HotlineState, ruleSet: RuleSet) {
  // The id of a request is a function of its command. A request that is sent again exists already.
  if (state.status !== 'silent') return accept();
  const { by, party, receivedAt, hotlineId, caseId, grade, parties, subject } = command;
  const asking = parties.find((each) => each === party);
  const asked = parties.find((each) => each !== party);
  if (asking === undefined || asked === undefined) return refuse(refusals.notADesk);
  if (isFlood(command, ruleSet)) return refuse(refusals.tooManyRequests);
  const official = timeOfRung('official', { grade, requestedAt: receivedAt, laterBy: 0 }, ruleSet);
  const data = {
    hotlineId,
    caseId,
    grade,
    asking,
    asked,
    by,
    subject,
    acknowledgeBy: official.dueAt,
    ruleSetVersion: ruleSet.version,
    opens: [official],
    closes: [],
  };
  return accept<HotlineRequested>({
    type: 'HotlineRequested',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'PARTIES',
    data,
  });
}

/** The other side's silence bars nothing: only how often a side asks, in some hours, has a limit. */
export function isFlood({ before, receivedAt }: Pick<RequestHotline, 'before' | 'receivedAt'>, { hotline }: RuleSet) {
  const { most, withinHours } = hotline.requests;
  const since: Instant = plusMillis(receivedAt, -withinHours * 3_600_000);
  return before.filter((at) => at > since).length >= most;
}

/**
 * An official of the side asked acknowledges the request. Once it is with the co-heads, the co-head whom that side
 * appointed may do so too.
 */
export function acknowledge({ by, party, receivedAt, as, duty, office, text }: AcknowledgeHotline, state: Hotline) {
  if (party !== state.asked) return refuse(party === state.asking ? refusals.ownRequest : refusals.notADesk);
  if (state.acknowledgement) return refuse(refusals.answeredAlready);
  const rungs = Object.values(state.running).filter(({ id }) => isAskedRung(id));
  if (rungs.some(({ dueAt }) => receivedAt >= dueAt)) return refuse(refusals.rungPending);
  if (as === 'cohead' && state.rung === 'official') return refuse(refusals.notCoHeadsYet);
  if (as === 'desk' && duty === null) return refuse(refusals.notOnWatchList);
  if (duty === 'deputy' && (state.rung === 'official' || state.rung === 'coheads'))
    return refuse(refusals.notDeputiesYet);
  const data = {
    ...ofRequest(state),
    by,
    office,
    rung: state.rung,
    text,
    opens: [],
    closes: rungs.map(({ id }) => id),
  };
  return accept<HotlineAcknowledged>({
    type: 'HotlineAcknowledged',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'PARTIES',
    data,
  });
}

/**
 * Nobody answered at a rung, so the request goes to the next. A crisis calls for a team as soon as the officials were
 * silent (I-18).
 */
function rungByDefault({ deadlineId }: ExpireRung, state: Hotline, ruleSet: RuleSet): Decision<HotlineEvent> {
  const time = state.running[deadlineId];
  if (!time) return accept();
  const { id: rung, dueAt } = time;
  if (rung === 'commitments') return accept(...nonceCall(state, dueAt, ruleSet));
  if (rung === 'nonces') return accept(...drawDue(state, dueAt));
  if (!isAskedRung(rung)) return accept(optionsMissed(state, dueAt));
  const next = nextRung(rung);
  const opens = isAskedRung(next) ? [timeOfRung(next, state, ruleSet)] : [];
  const unanswered: HotlineEvent = {
    occurredAt: dueAt,
    rule: 'hotline',
    tier: 'PUBLIC',
    type: 'HotlineUnanswered',
    data: { ...ofRequest(state), rung, next, opens, closes: [rung] },
  };
  return state.grade === 'crisis' && rung === 'official' && lacksTeam(state)
    ? accept<HotlineEvent>(unanswered, ...teamCalledFor(state, dueAt, null, ruleSet))
    : accept(unanswered);
}

/**
 * One request on the hotline, from the asking to the answer or its absence.
 * @param clocksOf for the numbers of a version of the rule set. A request is made under the version of its case, or
 *   else under the one in force, and keeps it
 */
export const hotlineDecider = (clocksOf: ClocksOf): Decider<HotlineCommand, HotlineState, HotlineEvent> => ({
  initial: silent,
  evolve: evolveHotline,
  pinned: (state) => (state.status === 'silent' ? undefined : state.ruleSetVersion),
  decide(command, state): Decision<HotlineEvent> {
    if (command.type === 'RequestHotline') {
      const { ruleSetVersion, receivedAt } = command;
      return requestHotline(
        command,
        state,
        (ruleSetVersion === undefined ? clocksOf.at(receivedAt) : clocksOf(ruleSetVersion)).ruleSet,
      );
    }
    if (state.status === 'silent') return refuse(refusals.unknownRequest);
    const { ruleSet } = clocksOf(state.ruleSetVersion);
    switch (command.type) {
      case 'AcknowledgeHotline':
        return acknowledge(command, state);
      case 'CallCrisisTeam':
        return callCrisisTeam(command, state, ruleSet);
      case 'CommitCrisisNonce':
        return commitCrisisNonce(command, state);
      case 'LayCrisisNonceOpen':
        return layCrisisNonceOpen(command, state);
      case 'DraftOptions':
        return draftOptions(command, state);
      case 'SignOptions':
        return signOptions(command, state);
      case 'NoteCrisisTeam':
        return noteCrisisTeam(command, state, ruleSet);
      case 'NoteHotlineOutage':
        return noteHotlineOutage(command, state, ruleSet);
      case 'SendRequest':
        return sendRequest(command, state);
      case 'NoteChannelAnswer':
        return noteChannelAnswer(command, state);
      case 'ExpireRung':
        return rungByDefault(command, state, ruleSet);
    }
  },
});
