import { accept, refuse, sideOf, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { deskOf, isPast, isRefused, runs, screeningOver } from '../acting';
import type { AnswerRequest, RequestInformation } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { coChairBar } from '../review/co-chair';
import { unknownExhibit } from '../review/taking-part';
import type { InformationAnswered, InformationNotGiven, InformationRequested } from './information-events';
import { requestClockId, type InformationRequest } from './material';

/**
 * Requests of one case: so many that no review needs more, and not so many that one co-chair could drown a desk in
 * them.
 */
const MOST_REQUESTS = 40;

/** Either co-chair asks a party in the panel's name; both parties read what is asked (I-15). */
export function requestInformation(
  command: RequestInformation,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<InformationRequested> {
  const { by, receivedAt, questions } = command;
  const bar = coChairBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  const { complainant, respondent } = state.parties;
  const askedOf = [complainant, respondent].find((party) => party === command.askedOf);
  if (askedOf === undefined) return refuse(refusals.noSuchParty, '/party');
  if (state.requests.length >= MOST_REQUESTS) return refuse(refusals.tooManyRequests);
  const requestId = `request:${String(state.requests.length + 1)}`;
  const opens = [
    clocks.start(
      'information-request',
      { event: 'InformationRequested', at: receivedAt },
      requestClockId(askedOf, requestId),
    ),
  ];
  return accept({
    type: 'InformationRequested',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { requestId, askedOf, by, questions, opens, closes: [] },
  });
}

/** The party that was asked answers, once; the answer is served on the other party as on the panel. */
export function answerRequest(command: AnswerRequest, state: OpenedPanel): Decision<InformationAnswered> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, requestId, text, exhibits } = command;
  const request = state.requests.find(({ id }) => id === requestId);
  if (!request) return refuse(refusals.unknownRequest);
  if (sideOf(state.parties, request.askedOf) !== side) return refuse(refusals.notAsked);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (request.outcome === 'answered') return refuse(refusals.requestAnswered);
  const clock = requestClockId(request.askedOf, requestId);
  if (!runs(state, clock) || isPast(state, clock, receivedAt)) return refuse(refusals.answerLate);
  const unknown = unknownExhibit(exhibits, state.exhibits);
  if (unknown >= 0) return refuse(refusals.unknownExhibit, `/exhibits/${String(unknown)}`);
  const materialId = `answer:${requestId.slice('request:'.length)}`;
  return accept({
    type: 'InformationAnswered',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { requestId, materialId, party: request.askedOf, by, text, exhibits, opens: [], closes: [clock] },
  });
}

/** No answer in time is a fact of record, for everybody to see. */
export const notGivenByDefault = (
  expiry: Instant,
  { id: requestId, askedOf }: InformationRequest,
): InformationNotGiven => ({
  type: 'InformationNotGiven',
  occurredAt: expiry,
  rule: 'S7',
  tier: 'PUBLIC',
  data: { requestId, askedOf, opens: [], closes: [requestClockId(askedOf, requestId)] },
});
