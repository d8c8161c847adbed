import { accept, refuse, type Decision, type Instant, type Refused } from '@parley/kernel';
import { reviewDeadline } from './agreement-state';
import type { Clocks, ClocksOf } from '@parley/procedure';
import { agreementDigest, type AgreementTerms, type Signatories } from './agreement';
import type { DeclineAgreement, ProposeAgreement, SignAgreement } from './agreement-commands';
import type { AgreementDeclined, AgreementEntered, AgreementProposed, AgreementSigned } from './agreement-events';
import type { AgreementState, ProposedAgreement } from './agreement-state';
import { complianceRefusals as refusals } from './compliance-refusals';
import { enterAgreement } from './enter-agreement';
import { reviewDate } from './review-cycle';
import { termsFault } from './terms-fault';

/** One desk proposes to enter an existing agreement. Sent again under the same key, it is there already. */
export function proposeAgreement(
  command: ProposeAgreement,
  state: AgreementState,
  clocksOf: ClocksOf,
): Decision<AgreementProposed> {
  const { by, party, receivedAt, agreementId, parties, terms, ruleSetVersion } = command;
  if (party === null || !parties.includes(party)) return refuse(refusals.notAParty);
  if (state.status !== 'none') return accept();
  const fault = faultOf(terms, parties, receivedAt, clocksOf(ruleSetVersion));
  if (fault) return fault;
  return accept({
    type: 'AgreementProposed',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PARTIES',
    data: { by, party, parties, terms, digest: agreementDigest(agreementId, terms), ruleSetVersion },
  });
}

/** Each desk signs the same digest; with the second signature the agreement is in the register. */
export function signAgreement(
  { by, party, receivedAt, digest, jws }: SignAgreement,
  state: AgreementState,
  clocksOf: ClocksOf,
): Decision<AgreementSigned | AgreementEntered> {
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
    data: { by, party, digest, ...(jws === undefined ? {} : { jws }) },
  };
  return state.signatures.length === 0
    ? accept(signed)
    : accept<AgreementSigned | AgreementEntered>(signed, entered(state, receivedAt, clocks));
}

/** Taken back by who proposed it, or declined by the other. */
export function declineAgreement(
  { by, party, receivedAt }: DeclineAgreement,
  state: AgreementState,
): Decision<AgreementDeclined> {
  if (state.status === 'none') return refuse(refusals.noAgreement);
  if (state.status !== 'proposed') return refuse(refusals.notProposed);
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  return accept({
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

function faultOf(
  { obligations, firstReview }: AgreementTerms,
  parties: Signatories,
  at: Instant,
  clocks: Clocks,
): Refused | undefined {
  const today = clocks.arrivalDay(at);
  const fault = termsFault(obligations, parties, today);
  if (fault || firstReview === null) return fault;
  if (firstReview > reviewDate(today, 2, clocks)) return refuse(refusals.reviewTooFar, '/firstReview');
  const due = clocks.startOn('status-report', { event: 'AgreementEntered', date: firstReview }, reviewDeadline(1));
  return due.dueDate > today ? undefined : refuse(refusals.reviewTooSoon, '/firstReview');
}
