import { accept, refuse, type Decider, type Decision, type PartyCode } from '@parley/kernel';
import { isAnswerClock, lapseLateEntry, type ClocksOf } from '@parley/procedure';
import { publicTermsOf, termsFault } from '../compliance/verification.rules';
import { commonRefusals, type Act } from '../referral/common-refusals.rules';
import { repudiateSignature } from '../repudiation/repudiate-signature.rules';
import type { InformedOfCase } from '../referral/known-case.rules';
import { noteCalendar } from '../time/time.rules';
import {
  acceptConciliation,
  answerByDefault,
  breakOffConciliation,
  isParty,
  proposeConciliation,
} from './conciliation.rules';
import {
  acceptAsConciliator,
  conciliatorsByDefault,
  pickConciliator,
  signConciliatorsProposal,
  withdrawAsConciliator,
} from './conciliators.rules';
import { noteScreening, onward, standsStill } from './note-screening.rules';
import {
  settlementPhase,
  settlementRefusals,
  type SettlementEvent,
  type SettlementPhase,
  type SettlementSigned,
  type SettlementTextSigned,
  type SettlementTextTabled,
} from './settlement-refusals.rules';
import {
  isUnderWay,
  noSettlement,
  settlementDigest,
  settlementOf,
  windowByDefault,
  type FiledSettlement,
  type OwnSettlement,
  type SettlementCommand,
  type SignText,
  type TabledText,
  type TableText,
} from './settlement-region.rules';
import { answerEntry, claimEntry, noteSettlementOutage } from './late-conciliation.rules';
import { evolve } from './settlement-state.rules';

/** S10: a party lays a text on the table, in place of the one that lay there. Only the parties read it (I-45). */
export function tableText(command: TableText, state: FiledSettlement, clocksOf: ClocksOf) {
  const { by, party, receivedAt } = command;
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (!isUnderWay(phase, state)) return refuse(settlementRefusals.nothingUnderWay);
  const { caseId, text } = command;
  const fault = termsFault(
    text.obligations,
    partiesOf(state),
    clocksOf(phase.registration.ruleSetVersion).arrivalDay(receivedAt),
  );
  if (fault) return fault;
  return accept<SettlementTextTabled>({
    type: 'SettlementTextTabled',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PARTIES',
    data: { n: state.texts.length + 1, by, party, digest: settlementDigest(caseId, text), text },
  });
}

/**
 * I-47: a party signs the text on the table. With the second signature on the same digest the case is settled. At that
 * time it must still be possible to fulfil the text's obligations in time.
 */
export function signText(command: SignText, state: FiledSettlement, clocksOf: ClocksOf) {
  const { by, party, receivedAt, n } = command;
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  const tabled = state.texts.find((each) => each.n === n);
  if (!tabled) return refuse(settlementRefusals.noSuchText);
  if (!isUnderWay(phase, state)) return refuse(settlementRefusals.nothingUnderWay);
  if (state.onTheTable !== n) return refuse(settlementRefusals.textReplaced);
  const { digest } = command;
  if (digest !== tabled.digest) return refuse(settlementRefusals.digestDiffers, '/digest');
  if (tabled.signatures.some((signature) => signature.party === party))
    return refuse(settlementRefusals.partyHasSigned);
  if (tabled.signatures.some((signature) => signature.by === by)) return refuse(settlementRefusals.signsForBothSides);
  const fault = termsFault(
    tabled.text.obligations,
    partiesOf(state),
    clocksOf(phase.registration.ruleSetVersion).arrivalDay(receivedAt),
  );
  if (fault) return refuse(fault.reason);

  const signed: SettlementTextSigned = {
    type: 'SettlementTextSigned',
    occurredAt: receivedAt,
    rule: 'I-47',
    tier: 'PARTIES',
    data: { n, by, party, digest },
  };
  if (tabled.signatures.length === 0) return accept<SettlementTextSigned | SettlementSigned>(signed);
  const signatures = [...tabled.signatures, { by, party, at: receivedAt }];
  return accept<SettlementTextSigned | SettlementSigned>(signed, settled(tabled, signatures, phase, state));
}

function settled(
  tabled: TabledText,
  signatures: TabledText['signatures'],
  phase: SettlementPhase,
  state: FiledSettlement,
): SettlementSigned {
  const { n, digest, text } = tabled;
  const instants = signatures.map(({ at }) => at).toSorted();
  return {
    type: 'SettlementSigned',
    occurredAt: instants.at(-1) ?? tabled.tabledAt,
    rule: 'I-47',
    tier: 'PUBLIC',
    data: {
      n,
      digest,
      phase: phase.kind === 'window' ? 'window' : 'conciliation',
      signatures: signatures.map(({ by, party, at }) => ({ by, party, at })),
      obligations: text.obligations.map(publicTermsOf),
      ...(text.publication === 'text' ? { text } : {}),
      opens: [],
      closes: Object.keys(state.running),
    },
  };
}

const partiesOf = ({ parties }: FiledSettlement): readonly PartyCode[] => [parties.complainant, parties.respondent];

/**
 * S10: conciliation from S4 on, the window after findings, and the text that both parties sign. It runs beside the
 * screening and stops none of its clocks.
 */
export function settlementDecider(
  clocksOf: ClocksOf,
): Decider<InformedOfCase<SettlementCommand>, OwnSettlement, SettlementEvent> {
  return {
    initial: noSettlement,
    evolve,
    decide({ command, told }, own): Decision<SettlementEvent> {
      const state = settlementOf(own, told);
      return state.status === 'unfiled' ? refuse(commonRefusals.notFiled) : decideIn(command, state, clocksOf);
    },
  };
}

function decideIn(command: SettlementCommand, state: FiledSettlement, clocksOf: ClocksOf): Decision<SettlementEvent> {
  switch (command.type) {
    case 'NoteScreening':
      return noteScreening(state, clocksOf);
    case 'NoteOutage':
      return noteSettlementOutage(command, state, clocksOf);
    case 'NoteCalendar':
      return noteCalendar(command, state, state.told.registration?.ruleSetVersion, clocksOf);
    case 'ProposeConciliation':
      return proposeConciliation(command, state, clocksOf);
    case 'AcceptConciliation':
      return acceptConciliation(command, state);
    case 'ClaimLateEntry':
      return claimEntry(command, state, clocksOf);
    case 'AnswerLateEntry':
      return answerEntry(command, state, clocksOf);
    case 'BreakOffConciliation':
      return behindDefaults(command, state, (now) => breakOffConciliation(command, now));
    case 'PickConciliator':
      return pickConciliator(command, state, clocksOf);
    case 'AcceptAsConciliator':
      return acceptAsConciliator(command, state);
    case 'WithdrawAsConciliator':
      return withdrawAsConciliator(command, state);
    case 'SignConciliatorsProposal':
      return signConciliatorsProposal(command, state);
    case 'TableText':
      return tableText(command, state, clocksOf);
    case 'SignText':
      return behindDefaults(command, state, (now) => signText(command, now, clocksOf));
    case 'RepudiateAct':
      return repudiateSignature(command, state, clocksOf);
    case 'ExpireDeadline':
      return expireDeadline(command.deadlineId, state);
  }
}

/** Clocks whose default waits for its own time, since an acceptance in time may still be under way (I-19). */
const ANSWERED: readonly string[] = ['conciliation-answer', 'settlement-window'];

/**
 * Decides an act that may end the settlement's limits after the defaults of those that had run out by then, even if
 * their timers fire later (I-18).
 */
function behindDefaults(
  { receivedAt }: Pick<Act, 'receivedAt'>,
  state: FiledSettlement,
  act: (now: FiledSettlement) => Decision<SettlementEvent>,
): Decision<SettlementEvent> {
  const ended = Object.values(state.running).filter(
    (limit) => !ANSWERED.includes(limit.clock) && limit.dueAt <= receivedAt && !standsStill(limit, state.told),
  );
  const events = ended.flatMap(({ id }) => {
    const decision = expireDeadline(id, state);
    return decision.kind === 'refused' ? [] : decision.events;
  });
  const decision = act(onward(state, events));
  return decision.kind === 'refused' || decision.events.length === 0 ? decision : accept(...events, ...decision.events);
}

/** Decides what silence means, as of the expiry. A deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: FiledSettlement): Decision<SettlementEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  if (isAnswerClock(deadlineId)) return lapseLateEntry(deadlineId, deadline.dueAt, state.lateEntries);
  if (deadline.clock === 'conciliators') return conciliatorsByDefault(deadlineId, state);
  return deadline.clock === 'settlement-window'
    ? windowByDefault(deadline.dueAt, state)
    : answerByDefault(deadlineId, state);
}
