import { accept, refuse, type DomainEvent, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import {
  deed,
  onRecordFrom,
  repudiationFault,
  repudiationRefusals as refusals,
  withoutDeed,
  type Clocks,
  type Deed,
  type RepudiableAct,
} from '@parley/procedure';
import type { Act, FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { commonRefusals, type RunningDeadline } from '../common-refusals.rules';
import { defaultIsPending } from '../consent/proposal.rules';
import { isParty } from '../consultations/consultations.rules';
import { withdrawn } from '../outcome/outcome.rules';
import { isClosedBy, outcomeRefusals } from '../outcome/review.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';
import { endOfSuspension, withoutExtension } from './undone.rules';

/** The head of a side's delegation declares that an act in its name was not its own (I-67). */
export type RepudiateAct = Act & {
  readonly type: 'RepudiateAct';
  readonly act: string;
  /** Whether the side's register says that this person heads its delegation. */
  readonly isHead: boolean;
};

/** From here on the act counts as not done; what rested on it alone is undone by this event, or by those behind it. */
export type ActRepudiated = DomainEvent<
  'ActRepudiated',
  MovesClocks & {
    readonly act: string;
    readonly kind: RepudiableAct;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly doneBy: PersonId;
    readonly doneAt: Instant;
    /** While the screening is suspended: the deadlines that stand still, as they will go on. */
    readonly stopped?: readonly RunningDeadline[];
  }
>;

/** The acts of a case that can be repudiated, after an event. */
export function deedsAfter(deeds: readonly Deed[], event: CaseEvent, state: FiledCase): readonly Deed[] {
  switch (event.type) {
    case 'ReplyFiled':
    case 'ReplyLapseSetAside': {
      const { respondent } = state.parties;
      const recordedAt = onRecordFrom(state.counted, respondent, event.occurredAt);
      return [...deeds, deed('reply', 'reply', respondent, event.data.by, recordedAt)];
    }
    case 'ProposalSigned': {
      const { proposalId, party, by } = event.data;
      const signed = state.proposals.find(({ id }) => id === proposalId);
      if (signed?.signatories !== 'parties' || !isConsent(signed.matter)) return deeds;
      const { kind } = signed.matter;
      return [
        ...deeds,
        deed(proposalId, kind, signed.proposedBy, signed.by, signed.proposedAt),
        deed(proposalId, kind, party, by, event.occurredAt),
      ];
    }
    case 'ActRepudiated':
      return withoutDeed(deeds, event.data.act, event.data.party);
    default:
      return deeds;
  }
}

type Signed = FiledCase['proposals'][number]['matter'];
type Consenting = Extract<Signed, { readonly kind: 'extension' | 'suspension' }>;

/** The long-stop is counted on by every part of a case, so its extension stands. */
const isConsent = (matter: Signed): matter is Consenting =>
  matter.kind === 'suspension' || (matter.kind === 'extension' && matter.deadline !== 'long-stop');

/**
 * I-67: a side declares by its head of delegation that an act in its name was not its own. No clock comes back to that
 * side. Whoever else is awaited has at least the time of a repudiation for what the act had put off.
 */
export function repudiateAct(command: RepudiateAct, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (!command.isHead) return refuse(refusals.notByTheHead);
  const { act } = command;
  const own = state.deeds.findLast(({ id, party: of }) => id === act && of === party);
  if (!own) return whyNotOwn(act, state);
  const fault = repudiationFault(own, receivedAt, clocks);
  if (fault) return fault;
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (isClosedBy(state, receivedAt)) return refuse(outcomeRefusals.deliberationClosed);
  if (defaultIsPending(state, receivedAt)) return refuse(commonRefusals.defaultPending);
  if (own.kind === 'filing' && state.grievance.claims.some(({ claimant }) => claimant === 'respondent'))
    return refuse(outcomeRefusals.claimsOfBoth);
  const { kind, by: doneBy, at: doneAt } = own;
  const repudiated: ActRepudiated = {
    type: 'ActRepudiated',
    occurredAt: receivedAt,
    rule: 'I-67',
    tier: 'registration' in state ? 'PUBLIC' : 'PARTIES',
    data: { act, kind, party, by, doneBy, doneAt, ...undoing(own, receivedAt, state, clocks) },
  };
  return accept<CaseEvent>(repudiated, ...(kind === 'filing' ? withdrawn({ by, receivedAt }, state, clocks) : []));
}

/** What a repudiation does to limits. */
function undoing({ id, kind, party }: Deed, at: Instant, state: FiledCase, clocks: Clocks) {
  const proposal = state.proposals.find((each) => each.id === id);
  if (kind === 'extension' && proposal?.matter.kind === 'extension')
    return withoutExtension(proposal.matter, { at, party }, state, clocks);
  if (kind === 'suspension' && state.status === 'suspended' && proposal?.end?.at === state.suspension.at)
    return endOfSuspension(at, state, clocks);
  return { opens: [], closes: [] };
}

/** Why an act that a side names is none that it may repudiate. */
function whyNotOwn(act: string, { deeds, proposals }: FiledCase) {
  if (deeds.some(({ id }) => id === act)) return refuse(refusals.actOfTheOther, '/act');
  const proposal = proposals.find(({ id }) => id === act);
  if (proposal?.signatories === 'coheads') return refuse(refusals.notInASidesName, '/act');
  return refuse(proposal ? refusals.notRepudiable : refusals.unknownAct, '/act');
}

/** The case after a repudiation: the grievance stands unanswered, or the suspension has an end. */
export function afterRepudiation(state: FiledCase, { data, occurredAt }: ActRepudiated): FiledCase {
  const { kind, opens, stopped } = data;
  if (kind === 'reply' && 'exchange' in state && state.exchange.stage !== 'awaiting-reply')
    return { ...state, exchange: { ...state.exchange, reply: 'unanswered', repliedAt: occurredAt } };
  if (state.status !== 'suspended') return state;
  const until = kind === 'suspension' ? (opens[0]?.dueAt ?? state.suspension.until) : state.suspension.until;
  return { ...state, suspension: { ...state.suspension, until, stopped: stopped ?? state.suspension.stopped } };
}

export const repudiationActs = {
  RepudiateAct: suspendedOrNot(repudiateAct),
} satisfies DecidersOf<RepudiateAct>;
