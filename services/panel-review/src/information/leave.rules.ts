import { canonicalJson, sideOf, type Instant, type PersonId } from '@parley/kernel';
import { sha256Text, type Clocks, type Happening, type RunningDeadline } from '@parley/procedure';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { panelActBar } from '../review/comments.rules';
import { reviewRefusals } from '../review/review.rules';
import { findingsClock } from '../tracks/tracks.rules';
import { requestClockId, type InformationRequest } from './information.rules';
import type { JointProposal, LeaveCommentsClosed } from './joint-requests.rules';

type Asked = Pick<InformationRequest, 'askedOf' | 'n'>;

const OPEN_STAGES: readonly OpenedPanel['stage']['name'][] = ['reviewing', 'interim-comments', 'deciding'];

/** Why somebody cannot ask with the other co-chair: both can until the time for votes is over. */
export function leaveBar(state: OpenedPanel, person: PersonId, at: Instant) {
  const bar = panelActBar(state, person, at);
  if (bar) return bar;
  if (!state.convening?.coChairs.includes(person)) return reviewRefusals.notCoChair;
  return OPEN_STAGES.includes(state.stage.name) && at < earliestClose(state, at)
    ? undefined
    : reviewRefusals.reviewOver;
}

/**
 * `complete` where the other co-chair asks the very same, `proposed` where this one does already; else what is proposed
 * now.
 */
export function jointProposal(
  asked: Omit<JointProposal, 'digest'>,
  { caseId, convening, jointProposals }: OpenedPanel,
): 'complete' | 'proposed' | JointProposal {
  const { by, ...said } = asked;
  const digest = sha256Text(canonicalJson({ case: caseId, ...said }));
  const signed = [by, ...jointProposals.filter((other) => other.digest === digest).map((other) => other.by)];
  if ((convening?.coChairs ?? []).every((chair) => signed.includes(chair))) return 'complete';
  return signed.length > 1 && signed.indexOf(by, 1) > 0 ? 'proposed' : { ...asked, digest };
}

/**
 * The time to answer by leave: as long as for another request, or else the shortest, so that the other side has its
 * time to comment before the deliberation can close. `undefined` where it would not have it.
 */
export function leaveTime(
  request: Asked,
  at: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): RunningDeadline | undefined {
  const happening = { event: 'InformationRequested', at };
  return (['information-request', 'leave'] as const)
    .map((clock) => clocks.start(clock, happening, requestClockId(request), request.askedOf))
    .find(({ dueAt }) => {
      const end = commentsOn(request, { event: 'InformationNotGiven', at: dueAt, kind: 'expiry' }, state, clocks);
      return end.dueAt <= closeAfter(dueAt, at, state, clocks);
    });
}

/** The clock of the other side's comments on what came by leave: `leave-comments:CN:3`. */
export const leaveCommentsId = ({ askedOf, n }: Asked, { parties }: Pick<OpenedPanel, 'parties'>): string =>
  `leave-comments:${askedOf === parties.complainant ? parties.respondent : parties.complainant}:${String(n)}`;

const commentsOn = (request: Asked, happening: Happening, state: OpenedPanel, clocks: Clocks): RunningDeadline => {
  const other = sideOf(state.parties, request.askedOf) === 'complainant' ? 'respondent' : 'complainant';
  return clocks.start('leave-comments', happening, leaveCommentsId(request, state), state.parties[other]);
};

/** The time of the other side to comment on an answer by leave; none on another answer. */
export const leaveComments = (
  request: InformationRequest,
  happening: Happening,
  state: OpenedPanel,
  clocks: Clocks,
): readonly RunningDeadline[] => (request.leave ? [commentsOn(request, happening, state, clocks)] : []);

/**
 * The instant before which the deliberation does not close by time. While an answer is awaited no interim text is
 * signed, so the time for findings starts with that answer at the soonest, or with the end of the review.
 */
function closeAfter(answered: Instant, at: Instant, state: OpenedPanel, clocks: Clocks): Instant {
  const { running, longStop, stage } = state;
  const reviewed = [answered, running['review']?.dueAt ?? answered].toSorted()[0] ?? answered;
  const starts: Happening =
    stage.name === 'reviewing'
      ? { event: 'InterimMissing', at: reviewed, kind: 'expiry' }
      : { event: 'InterimCommentsClosed', at };
  const { dueAt } = running['findings'] ?? findingsClock(clocks, state, starts);
  return dueAt < longStop ? dueAt : longStop;
}

const earliestClose = ({ running, stage, longStop }: OpenedPanel, at: Instant): Instant => {
  if (stage.name !== 'deciding') return longStop;
  return stage.votingEndedAt ?? running['findings']?.dueAt ?? at;
};

/** True while an answer by leave, or the comments on it, are awaited: nothing is closed before. */
export const leaveRuns = ({ requests, running, ...state }: OpenedPanel, at: Instant): boolean =>
  requests.some(
    (request) =>
      request.leave !== null &&
      [requestClockId(request), leaveCommentsId(request, state)].some((id) => (running[id]?.dueAt ?? '') > at),
  );

/** The time for comments on what came by leave is over, or the other side has commented. */
export const leaveCommentsClosed = (
  request: InformationRequest,
  state: OpenedPanel,
  at: Instant,
): LeaveCommentsClosed => ({
  type: 'LeaveCommentsClosed',
  occurredAt: at,
  rule: 'I-70',
  tier: 'PUBLIC',
  data: { requestId: request.id, opens: [], closes: [leaveCommentsId(request, state)] },
});
