import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { amendByConsent } from '../amendments/amend-grievance.rules';
import { correctedBySilence, correctionFault, correctMeasure, isCorrection } from '../amendments/correct-measure.rules';
import { certifiedFault, isCertified, replacedByObjection } from '../amendments/objected-correction.rules';
import { replaceByConsent } from '../amendments/replace-by-consent.rules';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { changeRefusals, commonRefusals } from '../common-refusals.rules';
import { consolidate, undoConsolidation } from '../consolidation/consolidation.rules';
import { extendRunning } from '../extensions/extensions.rules';
import { reopen } from '../reopening/reopening.rules';
import { adoptRules } from '../rules-adopted/rules-adopted.rules';
import { resume } from '../suspension/resumption.rules';
import { suspend } from '../suspension/suspension.rules';
import { takeComplexTrack } from '../tracks/tracks.rules';
import {
  consentRefusals,
  type DeclineProposal,
  type Propose,
  type SignProposal,
  type WithdrawProposal,
  type ConsentCommand,
} from './consent.rules';
import {
  awaitedToSign,
  defaultIsPending,
  openProposal,
  proposalDigest,
  timeToSign,
  type Consent,
  type Matter,
  type Signatories,
} from './proposal.rules';
import { amendingFault, besideFault, mayPropose } from './may-propose.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';

/** The effect of both signatures, or why they can have none. */
function takeEffect(matter: Matter, signatories: Signatories, consent: Consent, state: FiledCase, clocks: Clocks) {
  switch (matter.kind) {
    case 'extension':
      return extendRunning(matter, consent, state, clocks);
    case 'track':
      return takeComplexTrack(matter, consent, state, clocks);
    case 'rules':
      return signatories === 'parties'
        ? adoptRules(matter, consent, state, clocks)
        : refuse(changeRefusals.partiesOnly);
    case 'replacement':
      return signatories === 'parties'
        ? replaceByConsent(matter, consent, state, clocks)
        : refuse(changeRefusals.partiesOnly);
    case 'supplement':
    case 'joinder':
      return signatories === 'parties'
        ? amendByConsent(matter, consent, state, clocks)
        : refuse(changeRefusals.partiesOnly);
    case 'correction':
      return signatories === 'parties' ? correctMeasure(matter, consent, state) : refuse(changeRefusals.partiesOnly);
    case 'consolidation':
      return signatories === 'parties' ? consolidate(matter, consent, state) : refuse(changeRefusals.partiesOnly);
    case 'deconsolidation':
      return signatories === 'parties' ? undoConsolidation(matter, consent, state) : refuse(changeRefusals.partiesOnly);
    case 'suspension':
      return signatories === 'parties' ? suspend(matter, consent, state, clocks) : refuse(changeRefusals.partiesOnly);
    case 'resumption':
      return signatories === 'parties' ? resume(matter, consent, state, clocks) : refuse(changeRefusals.partiesOnly);
    case 'reopening':
      return signatories === 'parties' ? reopen(matter, consent, state, clocks) : refuse(changeRefusals.partiesOnly);
  }
}

const consentOf = (signatories: Signatories, at: Instant, proposalId: string): Consent => ({
  by: signatories === 'parties' ? 'consent' : 'joint-decision',
  at,
  proposalId,
});

/**
 * The side that was asked says no. The same may be proposed again; a correction to which it objects may become a
 * replacement.
 */
export function declineProposal(command: DeclineProposal, state: FiledCase, clocks: Clocks) {
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  if (proposal.party === proposal.found.proposedBy) return refuse(consentRefusals.ownProposal);
  const { receivedAt: at } = command;
  if (isCertified(proposal.found.matter) && defaultIsPending(state, at)) return refuse(commonRefusals.defaultPending);
  const declined: CaseEvent = { type: 'ProposalDeclined', ...closed(command, proposal.found, proposal.party) };
  return accept<CaseEvent>(declined, ...replacedByObjection(proposal.found, at, state, clocks));
}

/** The side that proposed takes it back. */
export function withdrawProposal(command: WithdrawProposal, state: FiledCase) {
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  if (proposal.party !== proposal.found.proposedBy) return refuse(consentRefusals.proposalOfOther);
  return accept<CaseEvent>({ type: 'ProposalWithdrawn', ...closed(command, proposal.found, proposal.party) });
}

/** A proposal that nobody signed in time lapses, and nothing else changes. A correction counts then. */
export function proposalByDefault(proposalId: string, expiry: Instant, state: FiledCase): Decision<CaseEvent> {
  const found = state.proposals.find(({ id }) => id === proposalId);
  if (!found) return accept();
  const { matter, end } = found;
  const corrected =
    end === null && isCorrection(matter)
      ? correctedBySilence(matter, consentOf('parties', expiry, proposalId), state)
      : undefined;
  if (corrected) return accept(corrected);
  return accept({
    type: 'ProposalLapsed',
    occurredAt: expiry,
    rule: 'I-18',
    tier: 'PARTIES',
    data: { proposalId, n: found.n, matter: matter.kind, opens: [], closes: [proposalId] },
  });
}

const closed = (
  { receivedAt, by }: DeclineProposal | WithdrawProposal,
  { id, n, matter }: FiledCase['proposals'][number],
  party: FiledCase['parties']['complainant'],
) =>
  ({
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { proposalId: id, n, matter: matter.kind, party, by, opens: [], closes: [id] },
  }) as const;

/**
 * One of the two proposes something that needs both. The proposal is checked as if the other side signed at once, so
 * that nobody is asked for a signature without effect.
 */
export function propose(command: Propose, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt, signatories, matter, others = [], barred } = command;
  const proposing = mayPropose({ party, receivedAt, signatories, matter }, state);
  if (proposing.kind === 'refused') return proposing;
  const fault =
    amendingFault(matter, proposing.party, state) ??
    besideFault(others, state) ??
    (isCorrection(matter) ? correctionFault(matter, receivedAt, state, barred) : undefined);
  if (fault) return fault;
  const n = state.proposals.length + 1;
  const id = `proposal:${String(n)}`;
  const effect = takeEffect(matter, signatories, consentOf(signatories, receivedAt, id), state, clocks);
  if (effect.kind === 'refused') return effect;
  const uncertified = certifiedFault(matter, state);
  if (uncertified) return uncertified;
  return accept<CaseEvent>({
    type: 'ConsentProposed',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: {
      ...{ proposalId: id, n, matter, signatories },
      party: proposing.party,
      by,
      digest: proposalDigest(state.caseId, { id, signatories, matter }),
      opens: [timeToSign(id, matter, awaitedToSign(signatories, proposing.party, state), receivedAt, state, clocks)],
      closes: [],
    },
  });
}

/** The other of the two signs over the same digest, and what was proposed takes effect at that instant (I-04). */
export function signProposal(command: SignProposal, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt: at } = command;
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  const { id, n, matter, signatories, proposedBy } = proposal.found;
  if (party === proposedBy) return refuse(consentRefusals.ownProposal);
  if (by === proposal.found.by) return refuse(commonRefusals.signsForBoth);
  const { digest } = command;
  if (digest !== proposal.found.digest) return refuse(commonRefusals.digestDiffers, '/digest');
  if (defaultIsPending(state, at)) return refuse(commonRefusals.defaultPending);
  const effect = takeEffect(matter, signatories, consentOf(signatories, at, id), state, clocks);
  // A field of the proposal is no field of the signature.
  if (effect.kind === 'refused') return refuse(effect.reason);
  const signed: CaseEvent = {
    type: 'ProposalSigned',
    occurredAt: at,
    rule: 'I-04',
    tier: 'PARTIES',
    data: {
      proposalId: id,
      n,
      matter: matter.kind,
      party: proposal.party,
      by,
      digest,
      opens: [],
      closes: [id],
    },
  };
  return accept<CaseEvent>(signed, ...effect.events);
}

/** Proposing and signing go on during a suspension, because ending it needs two signatures too. */
export const consentActs = {
  Propose: suspendedOrNot(propose),
  SignProposal: suspendedOrNot(signProposal),
  DeclineProposal: suspendedOrNot(declineProposal),
  WithdrawProposal: suspendedOrNot(withdrawProposal),
} satisfies DecidersOf<ConsentCommand>;
