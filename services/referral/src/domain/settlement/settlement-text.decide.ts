import { accept, refuse, type Decision, type PartyCode } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { publicTermsOf } from '../compliance/obligation-terms';
import { termsFault } from '../compliance/terms-fault';
import { isParty } from './conciliation.decide';
import type { SignText, TableText } from './settlement-commands';
import type { SettlementSigned, SettlementTextSigned, SettlementTextTabled } from './settlement-events';
import { settlementPhase, type SettlementPhase } from './settlement-phase';
import { settlementRefusals } from './settlement-refusals';
import type { FiledSettlement, TabledText } from './settlement-state';
import { settlementDigest } from './settlement-text';

/**
 * S10: a party lays a text on the table, in the place of the one that lay there. Nobody but the parties reads it
 * (I-45).
 */
export function tableText(
  { by, party, receivedAt, caseId, text }: TableText,
  state: FiledSettlement,
  clocksOf: ClocksOf,
): Decision<SettlementTextTabled> {
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
  return accept({
    type: 'SettlementTextTabled',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PARTIES',
    data: { n: state.texts.length + 1, by, party, digest: settlementDigest(caseId, text), text },
  });
}

/**
 * I-47: a party signs the text on the table; with the second signature over the same digest the case is settled. It
 * must still be possible then to do in time what the text obliges to.
 */
export function signText(
  command: SignText,
  state: FiledSettlement,
  clocksOf: ClocksOf,
): Decision<SettlementTextSigned | SettlementSigned> {
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
  if (tabled.signatures.length === 0) return accept(signed);
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

const partiesOf = ({ parties: { complainant, respondent } }: FiledSettlement): readonly PartyCode[] => [
  complainant,
  respondent,
];
