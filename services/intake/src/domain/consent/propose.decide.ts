import { accept, canonicalJson, refuse, type Decision, type Refused } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { KnownCase } from '../related/known-case';
import type { Propose } from './consent-commands';
import { defaultIsPending } from './default-is-pending';
import { proposalDigest } from './proposal';
import { takeEffect } from './take-effect';
import { awaitedToSign, timeToSign } from './time-to-sign';

/** More would fill the record and help nobody agree. */
const MOST_PROPOSALS_OF_A_SIDE = 100;
/** Each of these carries a whole grievance. */
const MOST_AMENDING_OF_A_SIDE = 10;

/**
 * One of two proposes what needs both. It is checked as if the other signed at once, so that nobody is asked for a
 * signature that could bring nothing about.
 */
export function propose(
  { by, party, receivedAt, signatories, matter, others = [] }: Propose,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const amending = amendingFault(matter, party, state);
  if (amending) return amending;
  if (others.some((other) => !mayGoBeside(other, state))) return refuse(refusals.noCaseToConsolidate, '/cases');
  if (defaultIsPending(state, receivedAt)) return refuse(refusals.defaultPending);
  const made = state.proposals.filter(({ proposedBy }) => proposedBy === party);
  const tooMany =
    made.length >= MOST_PROPOSALS_OF_A_SIDE ||
    (amends(matter) && made.filter((each) => amends(each.matter)).length >= MOST_AMENDING_OF_A_SIDE);
  if (tooMany) return refuse(refusals.tooManyProposals);
  const open = state.proposals.filter(({ id, end }) => end === null && state.running[id]);
  const same = open.some(
    (proposal) => proposal.signatories === signatories && canonicalJson(proposal.matter) === canonicalJson(matter),
  );
  if (same) return refuse(refusals.proposedAlready);
  const id = `proposal:${String(state.proposals.length + 1)}`;
  const effect = takeEffect(
    matter,
    signatories,
    { by: signatories === 'parties' ? 'consent' : 'joint-decision', at: receivedAt, proposalId: id },
    state,
    clocks,
  );
  if (effect.kind === 'refused') return effect;
  return accept({
    type: 'ConsentProposed',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: {
      proposalId: id,
      matter,
      signatories,
      party,
      by,
      digest: proposalDigest(state.caseId, { id, signatories, matter }),
      opens: [timeToSign(id, matter, awaitedToSign(signatories, party, state), receivedAt, state, clocks)],
      closes: [],
    },
  });
}

type Amending = Extract<Propose['matter'], { kind: 'supplement' | 'joinder' }>;
const amends = (matter: Propose['matter']): matter is Amending =>
  matter.kind === 'supplement' || matter.kind === 'joinder';

/** Who adds claims certifies them: the complainant a supplement, the respondent a joinder. */
function amendingFault(matter: Propose['matter'], party: string, { parties }: FiledCase): Refused | undefined {
  if (!amends(matter)) return undefined;
  if (matter.kind === 'supplement' && party !== parties.complainant) return refuse(refusals.notComplainant);
  return matter.kind === 'joinder' && party !== parties.respondent ? refuse(refusals.notRespondent) : undefined;
}

/** Only registered cases between the same two, whose screening goes on, go side by side, and none beside itself. */
const mayGoBeside = (other: KnownCase | null, { caseId, parties }: FiledCase): boolean =>
  other !== null &&
  other.caseId !== caseId &&
  other.outcome === null &&
  other.docketNumber !== null &&
  [other.parties.complainant, other.parties.respondent].toSorted().join() ===
    [parties.complainant, parties.respondent].toSorted().join();
