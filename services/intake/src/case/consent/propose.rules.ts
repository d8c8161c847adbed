import { accept, canonicalJson, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { amendByConsent } from '../amendments/amend-grievance.rules';
import { replaceByConsent } from '../amendments/replace-by-consent.rules';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { changeRefusals, commonRefusals } from '../common-refusals.rules';
import { consolidate, undoConsolidation } from '../consolidation/consolidation.rules';
import { isParty } from '../consultations/consultations.rules';
import { extendRunning } from '../extensions/extensions.rules';
import type { KnownCase } from '../filing/filing.rules';
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

/** The side that was asked says no. The same may be proposed again. */
export function declineProposal(command: DeclineProposal, state: FiledCase) {
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  if (proposal.party === proposal.found.proposedBy) return refuse(consentRefusals.ownProposal);
  return accept<CaseEvent>({ type: 'ProposalDeclined', ...closed(command, proposal.found, proposal.party) });
}

/** The side that proposed takes it back. */
export function withdrawProposal(command: WithdrawProposal, state: FiledCase) {
  const proposal = openProposal(command, state);
  if (proposal.kind === 'refused') return proposal;
  if (proposal.party !== proposal.found.proposedBy) return refuse(consentRefusals.proposalOfOther);
  return accept<CaseEvent>({ type: 'ProposalWithdrawn', ...closed(command, proposal.found, proposal.party) });
}

/** A proposal that nobody signed in time lapses, and nothing else changes. */
export function proposalByDefault(proposalId: string, expiry: Instant, state: FiledCase): Decision<CaseEvent> {
  const found = state.proposals.find(({ id }) => id === proposalId);
  if (!found) return accept();
  return accept({
    type: 'ProposalLapsed',
    occurredAt: expiry,
    rule: 'I-18',
    tier: 'PARTIES',
    data: { proposalId, n: found.n, matter: found.matter.kind, opens: [], closes: [proposalId] },
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

/** More proposals would fill the record and help nobody agree. */
const MOST_PROPOSALS_OF_A_SIDE = 100;
/** Each of these carries a whole grievance. */
const MOST_AMENDING_OF_A_SIDE = 10;

/**
 * One of the two proposes something that needs both. The proposal is checked as if the other side signed at once, so
 * that nobody is asked for a signature without effect.
 */
export function propose(command: Propose, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt, signatories, matter, others = [] } = command;
  const proposing = mayPropose({ party, receivedAt, signatories, matter }, state);
  if (proposing.kind === 'refused') return proposing;
  const fault = amendingFault(matter, proposing.party, state) ?? besideFault(others, state);
  if (fault) return fault;
  const n = state.proposals.length + 1;
  const id = `proposal:${String(n)}`;
  const effect = takeEffect(matter, signatories, consentOf(signatories, receivedAt, id), state, clocks);
  if (effect.kind === 'refused') return effect;
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

type Amending = Extract<Propose['matter'], { kind: 'supplement' | 'replacement' | 'joinder' }>;
const amends = (matter: Propose['matter']): matter is Amending =>
  matter.kind === 'supplement' || matter.kind === 'replacement' || matter.kind === 'joinder';

interface Proposing {
  readonly kind: 'may';
  readonly party: PartyCode;
}

/** Whether a side may propose at all, and a matter of this kind, whatever its effect would be. */
export function mayPropose(
  { party, receivedAt, signatories, matter }: Pick<Propose, 'party' | 'receivedAt' | 'signatories' | 'matter'>,
  state: FiledCase,
) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (defaultIsPending(state, receivedAt)) return refuse(commonRefusals.defaultPending);
  const made = state.proposals.filter(({ proposedBy }) => proposedBy === party);
  const tooMany =
    made.length >= MOST_PROPOSALS_OF_A_SIDE ||
    (amends(matter) && made.filter((each) => amends(each.matter)).length >= MOST_AMENDING_OF_A_SIDE);
  if (tooMany) return refuse(consentRefusals.tooManyProposals);
  const open = state.proposals.filter(({ id, end }) => end === null && state.running[id]);
  const same = open.some(
    (proposal) =>
      proposal.signatories === signatories &&
      proposal.matter.kind === matter.kind &&
      canonicalJson(proposal.matter) === canonicalJson(matter),
  );
  return same ? refuse(consentRefusals.proposedAlready) : ({ kind: 'may', party } satisfies Proposing);
}

/** The party whose claims they are certifies them: the complainant’s, or the respondent’s in a joinder. */
const amendingFault = (matter: Propose['matter'], party: string, { parties }: FiledCase) =>
  matter.kind === 'supplement' || matter.kind === 'replacement'
    ? supplementFault(party, parties)
    : matter.kind === 'joinder'
      ? joinderFault(party, parties)
      : undefined;

export const supplementFault = (party: string, { complainant }: FiledCase['parties']) =>
  party === complainant ? undefined : refuse(commonRefusals.notComplainant);

export const joinderFault = (party: string, { respondent }: FiledCase['parties']) =>
  party === respondent ? undefined : refuse(commonRefusals.notRespondent);

export const besideFault = (others: readonly (KnownCase | null)[], state: FiledCase) =>
  others.every((other) => mayGoBeside(other, state))
    ? undefined
    : refuse(consentRefusals.noCaseToConsolidate, '/cases');

/** Only another registered case between the same two parties that is still in screening may go on beside this one. */
const mayGoBeside = (other: KnownCase | null, { caseId, parties }: FiledCase): boolean =>
  other !== null &&
  other.caseId !== caseId &&
  other.outcome === null &&
  other.docketNumber !== null &&
  [other.parties.complainant, other.parties.respondent].toSorted().join() ===
    [parties.complainant, parties.respondent].toSorted().join();

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
