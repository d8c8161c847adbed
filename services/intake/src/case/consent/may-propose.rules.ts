import { canonicalJson, refuse, type PartyCode } from '@parley/kernel';
import type { FiledCase } from '../case-commands.rules';
import { commonRefusals } from '../common-refusals.rules';
import { isParty } from '../consultations/consultations.rules';
import type { KnownCase } from '../filing/filing.rules';
import { consentRefusals, type Propose } from './consent.rules';
import { defaultIsPending } from './proposal.rules';

/** More proposals would fill the record and help nobody agree. */
const MOST_PROPOSALS_OF_A_SIDE = 100;
/** Each of these carries a whole grievance. */
const MOST_AMENDING_OF_A_SIDE = 10;

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
export const amendingFault = (matter: Propose['matter'], party: string, { parties }: FiledCase) =>
  matter.kind === 'supplement' || matter.kind === 'replacement' || matter.kind === 'correction'
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
