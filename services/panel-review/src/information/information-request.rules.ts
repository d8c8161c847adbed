import { accept, refuse, sideOf, type Instant, type RefusalReason } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '@parley/procedure';
import type { AnswerRequest, RequestInformation } from '../panel/panel-commands.rules';
import { deskOf, isPast, isRefused, runs, screeningOver, type OpenedPanel } from '../panel/panel-state.rules';
import { coChairBar } from '../review/comments.rules';
import { citingFault } from '../review/evidence-time.rules';
import { jointProposal, leaveBar, leaveComments, leaveTime } from './leave.rules';
import {
  requestClockId,
  type InformationAnswered,
  type InformationEvent,
  type InformationNotGiven,
  type InformationRequest,
} from './information.rules';

/** Refusals about what is laid before the panel in its review (S7). */
export const informationRefusals = {
  noSuchParty: {
    code: 'no-such-party',
    rule: 'S7',
    status: 422,
    en: 'The code is that of neither party of the case.',
    'zh-Hans': '该代码不属于本案任何一方。',
  },
  evidenceClosed: {
    code: 'evidence-closed',
    rule: 'I-70',
    en: 'The last day for evidence has passed, or no answer would come by it. Both co-chairs can ask together.',
    'zh-Hans': '举证截止日已过，或无法在该日前获得答复；两名共同主席可共同提出请求。',
  },
  withdrawalAlone: {
    code: 'withdrawal-needs-both',
    rule: 'I-70',
    status: 422,
    en: 'Leave to take exhibits back is given by both co-chairs alone: ask jointly.',
    'zh-Hans': '撤回证物须经两名共同主席一致许可，请共同提出。',
  },
  noTimeToComment: {
    code: 'no-time-to-comment',
    rule: 'I-70',
    en:
      'The deliberation can close before the other side had its time to comment on an answer. Extend the time for ' +
      'findings first.',
    'zh-Hans': '另一方对答复的评论期届满之前合议可能已结束；请先延长作出结论的期限。',
  },
  tooManyRequests: {
    code: 'too-many-information-requests',
    rule: 'S7',
    en: 'A case has at most 40 requests for information.',
    'zh-Hans': '每案至多四十项资料请求。',
  },
  unknownRequest: {
    code: 'unknown-request',
    rule: 'S7',
    status: 404,
    en: 'There is no such request.',
    'zh-Hans': '没有该项请求。',
  },
  notAsked: {
    code: 'not-asked',
    rule: 'S7',
    status: 403,
    en: 'The other party was asked; it answers.',
    'zh-Hans': '该请求系向另一方提出，应由其答复。',
  },
  requestAnswered: {
    code: 'request-answered',
    rule: 'S7',
    en: 'The request has been answered.',
    'zh-Hans': '该请求已获答复。',
  },
  answerLate: {
    code: 'answer-out-of-time',
    rule: 'S7',
    en: 'The time to answer has passed; the panel goes on with the record that it has.',
    'zh-Hans': '答复期限已过；专家组依据现有记录继续进行。',
  },
  tooManyThirdParties: {
    code: 'too-many-third-parties',
    rule: 'S7',
    en: 'A panel hears at most 20 third parties.',
    'zh-Hans': '专家组至多听取二十个第三方。',
  },
  unknownThirdParty: {
    code: 'unknown-third-party',
    rule: 'S7',
    status: 404,
    en: 'The panel has admitted no such third party. A co-chair admits it.',
    'zh-Hans': '专家组未准许该第三方参与；须由共同主席准许。',
  },
  tooManyNotes: {
    code: 'too-many-notes',
    rule: 'S7',
    en: 'A case has at most 40 notes of third parties.',
    'zh-Hans': '每案至多四十份第三方书面意见。',
  },
  unknownMaterial: {
    code: 'unknown-material',
    rule: 'S7',
    status: 404,
    en: 'Nothing of this id is before the panel.',
    'zh-Hans': '专家组面前没有该编号的材料。',
  },
  ownMaterial: {
    code: 'own-material',
    rule: 'I-65',
    status: 403,
    en: 'A party comments on what it did not make itself.',
    'zh-Hans': '一方仅可评论并非由其本身提出的材料。',
  },
  materialCommented: {
    code: 'material-commented',
    rule: 'I-65',
    en: 'This side has commented on it already.',
    'zh-Hans': '该方已就此发表评论。',
  },
  materialCommentLate: {
    code: 'material-comment-out-of-time',
    rule: 'S7',
    en: 'The time to comment on it has passed.',
    'zh-Hans': '就此发表评论的期限已过。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The most requests in one case: no review needs more, and one co-chair cannot drown a desk in so few. */
const MOST_REQUESTS = 40;

/**
 * Either co-chair asks a party in the panel's name, and both parties read the questions (I-15). After the last day for
 * evidence, or past it, both ask the very same: that is leave, and one alone asks nothing by it (I-70).
 */
export function requestInformation(command: RequestInformation, state: OpenedPanel, clocks: Clocks) {
  const { by, receivedAt, jointly } = command;
  const bar = jointly ? leaveBar(state, by, receivedAt) : coChairBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  const { complainant, respondent } = state.parties;
  const askedOf = [complainant, respondent].find((party) => party === command.askedOf);
  if (askedOf === undefined) return refuse(informationRefusals.noSuchParty, '/party');
  const { questions, withdrawals } = command;
  if (withdrawals.length > 0 && !jointly) return refuse(informationRefusals.withdrawalAlone, '/withdrawals');
  if (Math.max(state.requests.length, state.jointProposals.length) >= MOST_REQUESTS)
    return refuse(informationRefusals.tooManyRequests);
  const n = state.requests.length + 1;
  const request = { askedOf, n };
  const inTime = withdrawals.length === 0 ? answerTime(request, receivedAt, state, clocks) : undefined;
  const whole = inTime?.clock === 'information-request' ? inTime : undefined;
  const limit = whole ?? (jointly ? leaveTime(request, receivedAt, state, clocks) : undefined) ?? inTime;
  if (!limit) return refuse(jointly ? informationRefusals.noTimeToComment : informationRefusals.evidenceClosed);
  const about = { occurredAt: receivedAt, rule: jointly ? 'I-70' : 'S7', tier: 'PANEL' } as const;
  const proposal = jointly ? jointProposal({ by, askedOf, questions, withdrawals }, state) : 'complete';
  if (proposal === 'proposed') return accept<InformationEvent>();
  if (proposal !== 'complete')
    return accept<InformationEvent>({
      ...about,
      type: 'JointRequestProposed',
      data: { ...proposal, opens: [], closes: [] },
    });
  const leave = limit === inTime ? {} : { leave: { withdrawals } };
  const requestId = `request:${String(n)}`;
  return accept<InformationEvent>({
    ...about,
    type: 'InformationRequested',
    data: { requestId, n, askedOf, by, questions, ...leave, opens: [limit], closes: [] },
  });
}

/**
 * The time to answer what one co-chair asks: not past the last day for evidence (S7). `undefined` once that has passed,
 * and where no time up to it is counted.
 */
function answerTime(
  request: Pick<InformationRequest, 'askedOf' | 'n'>,
  at: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): RunningDeadline | undefined {
  const { evidence } = state.running;
  if (!evidence || isPast(state, 'evidence', at)) return undefined;
  const id = requestClockId(request);
  const asked = clocks.start('information-request', { event: 'InformationRequested', at }, id, request.askedOf);
  if (asked.dueAt <= evidence.dueAt) return asked;
  const { onSilence, awaits } = asked;
  return evidence.clock === 'evidence'
    ? { ...evidence, id, clock: 'last-request', onSilence, ...(awaits === undefined ? {} : { awaits }) }
    : undefined;
}

/** The party that was asked answers, once. The answer is served on the other party and on the panel. */
export function answerRequest(command: AnswerRequest, state: OpenedPanel, clocks: Clocks) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, requestId } = command;
  const request = state.requests.find(({ id }) => id === requestId);
  if (!request) return refuse(informationRefusals.unknownRequest);
  if (sideOf(state.parties, request.askedOf) !== side) return refuse(informationRefusals.notAsked);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (request.outcome === 'answered') return refuse(informationRefusals.requestAnswered);
  const clock = requestClockId(request);
  if (!runs(state, clock) || isPast(state, clock, receivedAt)) return refuse(informationRefusals.answerLate);
  const { text, exhibits } = command;
  const fault = citingFault(exhibits, state, requestId);
  if (fault) return fault;
  const materialId = `answer:${String(request.n)}`;
  const happening = { event: 'InformationAnswered', at: receivedAt } as const;
  return accept<InformationAnswered>({
    type: 'InformationAnswered',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: {
      requestId,
      materialId,
      party: request.askedOf,
      by,
      text,
      exhibits,
      opens: leaveComments(request, happening, state, clocks),
      closes: [clock],
    },
  });
}

/** That no answer came in time is a fact on the public record. What was taken back by leave is commented on (I-70). */
export function notGivenByDefault(
  expiry: Instant,
  request: InformationRequest,
  state: OpenedPanel,
  clocks: Clocks,
): InformationNotGiven {
  const { id: requestId, askedOf, n, leave } = request;
  const happening = { event: 'InformationNotGiven', at: expiry, kind: 'expiry' } as const;
  const takenBack = leave?.withdrawals.some((number) => state.struck.includes(number)) ?? false;
  return {
    type: 'InformationNotGiven',
    occurredAt: expiry,
    rule: 'S7',
    tier: 'PUBLIC',
    data: {
      ...{ requestId, askedOf },
      opens: takenBack ? leaveComments(request, happening, state, clocks) : [],
      closes: [requestClockId({ askedOf, n })],
    },
  };
}
