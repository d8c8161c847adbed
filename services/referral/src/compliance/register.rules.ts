import { accept, refuse, type Instant, type IsoDate, type Refused } from '@parley/kernel';
import { daysBetween, plusDays, type Clocks, type ClocksOf } from '@parley/procedure';
import {
  agreementDigest,
  enterAgreement,
  type AcceptDate,
  type AgreementTerms,
  type DeclineAgreement,
  type ProposeAgreement,
  type ProposeDate,
  type SignAgreement,
  type Signatories,
} from './agreement-commands.rules';
import {
  publicWords,
  type AgreementDeclined,
  type AgreementEntered,
  type AgreementProposed,
  type AgreementSigned,
  type DateMoved,
  type DateMoveProposed,
} from './agreement-events.rules';
import {
  obligationDeadline,
  reportDeadline,
  reviewDate,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
  type ProposedAgreement,
} from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';
import { termsFault } from './verification.rules';

/**
 * I-20: either party proposes a later date before the present one has passed, with its reasons. A proposal without an
 * answer lapses on the present date.
 */
export function proposeDate(
  { by, party, receivedAt, obligation: id, date, reason }: ProposeDate,
  state: AgreementInForce,
  clocks: Clocks,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = movable(id, receivedAt, state, clocks);
  if (isRefused(obligation)) return obligation;
  if (date <= obligation.date) return refuse(refusals.dateNotLater, '/date');
  if (date > latestDate(obligation, state)) return refuse(refusals.dateTooLate, '/date');
  return accept<DateMoveProposed>({
    type: 'DateMoveProposed',
    occurredAt: receivedAt,
    rule: 'I-20',
    tier: 'PARTIES',
    data: { by, party, obligation: id, date, reason },
  });
}

/**
 * The other party agrees, so the obligation is due on the new date. The first date and the change stay visible (I-64).
 */
export function acceptDate(
  { by, party, receivedAt, obligation: id, date }: AcceptDate,
  state: AgreementInForce,
  clocks: Clocks,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = movable(id, receivedAt, state, clocks);
  if (isRefused(obligation)) return obligation;
  const { proposal } = obligation;
  if (!proposal) return refuse(refusals.noDateProposed);
  if (proposal.party === party) return refuse(refusals.ownProposal);
  if (proposal.date !== date) return refuse(refusals.dateDiffers, '/date');
  return accept<DateMoved>({
    type: 'DateMoved',
    occurredAt: receivedAt,
    rule: 'I-20',
    tier: 'PUBLIC',
    data: {
      by,
      party,
      obligation: id,
      owner: obligation.terms.owner,
      from: obligation.date,
      date,
      ...publicWords(state, 'reason', proposal.reason),
      opens: [
        clocks.startOn('obligation', { event: 'DateMoved', date }, obligationDeadline(id), obligation.terms.owner),
      ],
      closes: [],
    },
  });
}

/** An obligation whose date can still be moved, or why it cannot. */
function movable(id: string, receivedAt: Instant, { obligations }: AgreementInForce, { ruleSet }: Clocks) {
  const obligation = obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (receivedAt >= obligation.deadline.dueAt) return refuse(refusals.dateExpired);
  const moves = obligation.moves.filter(({ repudiatedAt }) => repudiatedAt === undefined);
  return moves.length < ruleSet.compliance.datesMovedPerObligation ? obligation : refuse(refusals.dateMoved);
}

/** A date may move by the obligation's length at most, which runs from the day of the agreement to the present date. */
const latestDate = ({ date }: Obligation, { agreedOn }: AgreementInForce): IsoDate =>
  plusDays(date, daysBetween(agreedOn, date));

const isRefused = <Found extends Obligation | Refused>(found: Found): found is Extract<Found, Refused> =>
  'kind' in found;

/** One desk proposes to enter an existing agreement. Sent again under the same key, the proposal exists already. */
export function proposeAgreement(command: ProposeAgreement, state: AgreementState, clocksOf: ClocksOf) {
  const { by, party, receivedAt, agreementId, parties, terms, ruleSetVersion } = command;
  if (party === null || !parties.includes(party)) return refuse(refusals.notAParty);
  if (state.status !== 'none') return accept();
  const fault = faultOf(terms, parties, receivedAt, clocksOf(ruleSetVersion));
  if (fault) return fault;
  return accept<AgreementProposed>({
    type: 'AgreementProposed',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PARTIES',
    data: { by, party, parties, terms, digest: agreementDigest(agreementId, terms), ruleSetVersion },
  });
}

/** Each desk signs the same digest. With the second signature the agreement is in the register. */
export function signAgreement(
  { by, party, receivedAt, digest }: SignAgreement,
  state: AgreementState,
  clocksOf: ClocksOf,
) {
  if (state.status === 'none') return refuse(refusals.noAgreement);
  if (state.status !== 'proposed') return refuse(refusals.notProposed);
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  if (digest !== state.digest) return refuse(refusals.digestDiffers, '/digest');
  if (state.signatures.some((signature) => signature.party === party)) return refuse(refusals.partyHasSigned);
  if (state.signatures.some((signature) => signature.by === by)) return refuse(refusals.signsForBothSides);
  const clocks = clocksOf(state.ruleSetVersion);
  const fault = faultOf(state.terms, state.parties, receivedAt, clocks);
  if (fault) return refuse(fault.reason);
  const signed: AgreementSigned = {
    type: 'AgreementSigned',
    occurredAt: receivedAt,
    rule: 'I-47',
    tier: 'PARTIES',
    data: { by, party, digest },
  };
  return state.signatures.length === 0
    ? accept<AgreementSigned | AgreementEntered>(signed)
    : accept<AgreementSigned | AgreementEntered>(signed, entered(state, receivedAt, clocks));
}

/** The party that proposed the agreement takes it back, or the other one declines it. */
export function declineAgreement({ by, party, receivedAt }: DeclineAgreement, state: AgreementState) {
  if (state.status === 'none') return refuse(refusals.noAgreement);
  if (state.status !== 'proposed') return refuse(refusals.notProposed);
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  return accept<AgreementDeclined>({
    type: 'AgreementDeclined',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PARTIES',
    data: { by, party },
  });
}

function entered(
  { terms, parties, digest, signatures }: ProposedAgreement,
  receivedAt: Instant,
  clocks: Clocks,
): AgreementEntered {
  const agreedAt = [...signatures.map(({ at }) => at), receivedAt].toSorted().at(-1) ?? receivedAt;
  const { title, source, obligations, firstReview, publication } = terms;
  const origin = { kind: 'register', ...(publication === 'text' ? { source } : {}) } as const;
  return enterAgreement(
    {
      origin,
      parties,
      digest,
      agreedAt,
      title,
      obligations,
      publication,
      ...(firstReview === null ? {} : { firstReview }),
    },
    clocks,
  );
}

function faultOf({ obligations, firstReview }: AgreementTerms, parties: Signatories, at: Instant, clocks: Clocks) {
  const today = clocks.arrivalDay(at);
  const fault = termsFault(obligations, parties, today);
  if (fault || firstReview === null) return fault;
  if (firstReview > reviewDate(today, 2, clocks)) return refuse(refusals.reviewTooFar, '/firstReview');
  const [party] = parties;
  const happening = { event: 'AgreementEntered', date: firstReview };
  const due = clocks.startOn('status-report', happening, reportDeadline(party, 1), party);
  return due.dueDate > today ? undefined : refuse(refusals.reviewTooSoon, '/firstReview');
}
