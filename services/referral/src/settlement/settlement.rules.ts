import { accept, refuse, type Decider, type Decision, type PartyCode, type ReasonsOf } from '@parley/kernel';
import { enterLate, entryOf, fallbackRefusals, within, type ClocksOf, type RunningDeadline } from '@parley/procedure';
import { reviewDate } from '../compliance/agreement.rules';
import { publicTermsOf, termsFault } from '../compliance/verification.rules';
import { defaultSetAside } from '../late-entries/late-entries.rules';
import { commonRefusals } from '../referral/common-refusals.rules';
import type { InformedOfCase } from '../referral/known-case.rules';
import { noteCalendar, noteOutage } from '../time/time.rules';
import {
  acceptConciliation,
  answerByDefault,
  breakOffConciliation,
  enterConciliationAnswer,
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
  WINDOW,
  windowByDefault,
  type EnterTextSignature,
  type FiledSettlement,
  type OwnSettlement,
  type SettlementCommand,
  type SignText,
  type TabledText,
  type TableText,
} from './settlement-region.rules';
import { evolve, openAgain } from './settlement-state.rules';

/**
 * I-19: it is proved only later that a party signed in the window. When both have signed the same digest, the case is
 * settled as of the later signature, and the lapse of the window is set aside. A dossier that has gone out since
 * stands. A single signature is put on record, and the window stays lapsed until the other is proved too.
 */
export function enterTextSignature(command: EnterTextSignature, state: FiledSettlement, clocksOf: ClocksOf) {
  const { act, cameAt } = command;
  const entry = entryOf(command, 'settlement-signature');
  if ('kind' in entry) return entry;
  const tabled = state.texts.find(({ n }) => n === act.n);
  if (!tabled) return refuse(settlementRefusals.noSuchText);
  if (state.settled) return refuse(settlementRefusals.alreadySettled);
  if (cameAt < tabled.tabledAt) return refuse(fallbackRefusals.cameBeforeItsTime, '/cameAt');
  const { running, window, region } = state;
  const lapsed = region === 'lapsed' && window ? { [WINDOW]: window } : {};
  return enterLate<
    FiledSettlement,
    RunningDeadline,
    SettlementEvent,
    ReasonsOf<typeof signText> | ReasonsOf<typeof tooLateToDo>
  >(entry, { ids: [WINDOW], running, lapsed }, state, {
    undo: (clock) => openAgain(state, clock),
    decide(before) {
      const decision = within('/signature', signText(act, before, clocksOf));
      if (decision.kind === 'refused' || !decision.events.some(isSettled)) return decision;
      return tooLateToDo(command, tabled, state, clocksOf) ?? decision;
    },
    setAside: (said, decided) => (decided.some(isSettled) ? [defaultSetAside(said, cameAt)] : []),
  });
}

const isSettled = ({ type }: SettlementEvent): boolean => type === 'SettlementSigned';

/**
 * Counted from the entry too, it must still be possible to fulfil the text's obligations in time, and to be reviewed on
 * them.
 */
function tooLateToDo(
  { receivedAt, cameAt }: EnterTextSignature,
  { text }: TabledText,
  { parties, told }: FiledSettlement,
  clocksOf: ClocksOf,
) {
  if (!told.registration) return undefined;
  const clocks = clocksOf(told.registration.ruleSetVersion);
  const today = clocks.arrivalDay(receivedAt);
  const fault = termsFault(text.obligations, [parties.complainant, parties.respondent], today);
  if (fault) return refuse(fault.reason);
  return today >= reviewDate(clocks.arrivalDay(cameAt), 2, clocks) ? refuse(fallbackRefusals.overtaken) : undefined;
}

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
      return noteOutage(command, state, state.told.registration?.ruleSetVersion, clocksOf);
    case 'NoteCalendar':
      return noteCalendar(command, state, state.told.registration?.ruleSetVersion, clocksOf);
    case 'ProposeConciliation':
      return proposeConciliation(command, state, clocksOf);
    case 'AcceptConciliation':
      return acceptConciliation(command, state);
    case 'EnterConciliationAnswer':
      return enterConciliationAnswer(command, state);
    case 'BreakOffConciliation':
      return breakOffConciliation(command, state);
    case 'TableText':
      return tableText(command, state, clocksOf);
    case 'SignText':
      return signText(command, state, clocksOf);
    case 'EnterTextSignature':
      return enterTextSignature(command, state, clocksOf);
    case 'ExpireDeadline':
      return expireDeadline(command.deadlineId, state);
  }
}

/** Decides what silence means, as of the expiry. A deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: FiledSettlement): Decision<SettlementEvent> {
  const deadline = state.running[deadlineId];
  if (!deadline) return accept();
  return deadline.clock === 'settlement-window'
    ? windowByDefault(deadline.dueAt, state)
    : answerByDefault(deadlineId, state);
}
