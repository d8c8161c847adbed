import { accept, refuse, type Decider, type Decision, type PartyCode } from '@parley/kernel';
import { isAnswerClock, lapseLateEntry, type ClocksOf } from '@parley/procedure';
import { publicTermsOf, termsFault } from '../compliance/verification.rules';
import { commonRefusals } from '../referral/common-refusals.rules';
import type { InformedOfCase } from '../referral/known-case.rules';
import { noteCalendar } from '../time/time.rules';
import {
  acceptConciliation,
  answerByDefault,
  breakOffConciliation,
  isParty,
  proposeConciliation,
} from './conciliation.rules';
import { noteScreening } from './note-screening.rules';
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
export function tableText(
  { by, party, receivedAt, caseId, text }: TableText,
  state: FiledSettlement,
  clocksOf: ClocksOf,
) {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (!isUnderWay(phase, state)) return refuse(settlementRefusals.nothingUnderWay);
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
  const { by, party, receivedAt, n, digest, jws } = command;
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  const tabled = state.texts.find((each) => each.n === n);
  if (!tabled) return refuse(settlementRefusals.noSuchText);
  if (!isUnderWay(phase, state)) return refuse(settlementRefusals.nothingUnderWay);
  if (state.onTheTable !== n) return refuse(settlementRefusals.textReplaced);
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
    data: { n, by, party, digest, ...(jws === undefined ? {} : { jws }) },
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

const isUnderWay = ({ kind }: SettlementPhase, state: FiledSettlement): boolean =>
  kind === 'window' || state.region === 'conciliation';

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
      return breakOffConciliation(command, state);
    case 'TableText':
      return tableText(command, state, clocksOf);
    case 'SignText':
      return signText(command, state, clocksOf);
    case 'ExpireDeadline':
      return expireDeadline(command.deadlineId, state);
  }
}

/** Decides what silence means, as of the expiry. A deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: FiledSettlement): Decision<SettlementEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  if (isAnswerClock(deadlineId)) return lapseLateEntry(deadlineId, deadline.dueAt, state.lateEntries);
  return deadline.clock === 'settlement-window'
    ? windowByDefault(deadline.dueAt, state)
    : answerByDefault(deadlineId, state);
}
