import { accept, refuse, type Decision, type PartyCode, type RefusalReason } from '@parley/kernel';
import { standingOfSignature, type ClocksOf } from '@parley/procedure';
import type { Act } from '../referral/common-refusals.rules';
import { clocksIn } from '../referral/known-case.rules';
import { isParty } from './conciliation.rules';
import {
  acceptedBy,
  conciliatorsDeadline,
  conciliatorsDigest,
  openConciliators,
  pickOf,
  type Conciliators,
} from './conciliators-state.rules';
import { onward, standsStill, standstillOf } from './note-screening.rules';
import { settlementPhase, settlementRefusals, type SettlementEvent } from './settlement-refusals.rules';
import { isUnderWay, type FiledSettlement, type ConciliatorsCommand } from './settlement-region.rules';

type CommandOf<Type extends ConciliatorsCommand['type']> = Extract<ConciliatorsCommand, { type: Type }>;

export const conciliatorsRefusals = {
  conciliatorsAppointed: {
    code: 'conciliators-appointed',
    rule: 'S10',
    en: 'Both conciliators have accepted. For others, let them withdraw or break the conciliation off, and pick anew.',
    'zh-Hans': '两名调解员均已接受。如需更换，请由其退出或中断调解后重新选定。',
  },
  conciliatorHasAccepted: {
    code: 'conciliator-has-accepted',
    rule: 'S10',
    en: 'The conciliator of this side has accepted, and the side keeps to its pick unless that person withdraws.',
    'zh-Hans': '该方的调解员已经接受；除非其退出，该方不得另选。',
  },
  conciliatorPicked: {
    code: 'conciliator-picked',
    rule: 'S10',
    en: 'This side has picked that person already; the person accepts by his or her own act.',
    'zh-Hans': '该方已选定此人；须由其本人作出接受。',
  },
  conciliatorOfOtherSide: {
    code: 'conciliator-of-the-other-side',
    rule: 'I-05',
    status: 422,
    en: 'This person has accepted to be the other side’s conciliator; pick somebody else.',
    'zh-Hans': '此人已接受担任另一方的调解员；请另选他人。',
  },
  conciliatorEngaged: {
    code: 'conciliator-engaged-in-the-case',
    rule: 'I-05',
    status: 422,
    en: 'This person does something else in the case; pick somebody who does nothing in it.',
    'zh-Hans': '此人在本案中另有职务；请选定与本案无职务关系的人员。',
  },
  tooManyPicks: {
    code: 'conciliators-picked-too-often',
    rule: 'S10',
    en: 'A side picks 10 persons at most in one try; wait for the one it has picked.',
    'zh-Hans': '一方每次最多选定十人；请等待已选定人员的答复。',
  },
  conciliatorsLate: {
    code: 'conciliators-late',
    rule: 'S10',
    en: 'The time for conciliators has passed; the parties conciliate alone, or pick anew once that is recorded.',
    'zh-Hans': '选定调解员的期限已过；双方自行调解，待此记录在案后可重新选定。',
  },
  notPicked: {
    code: 'conciliator-not-picked',
    rule: 'S10',
    status: 403,
    en: 'That side has not picked this person as conciliator, or has picked somebody else since.',
    'zh-Hans': '该方未选定此人为调解员，或其后已另选他人。',
  },
  notConciliator: {
    code: 'not-a-conciliator',
    rule: 'S10',
    status: 403,
    en: 'Only a person who has accepted to be a conciliator here, and still is one, does this.',
    'zh-Hans': '只有已接受并仍担任本案调解员的人员可作此行为。',
  },
  conciliatorsAwaited: {
    code: 'conciliators-awaited',
    rule: 'S10',
    en: 'The other conciliator has not accepted yet; a proposal is put by both.',
    'zh-Hans': '另一名调解员尚未接受；提案须由两名调解员共同提出。',
  },
  conciliatorSigned: {
    code: 'conciliator-has-signed',
    rule: 'S10',
    en: 'This conciliator has signed this text; it is put to both sides when the other signs the same.',
    'zh-Hans': '该调解员已签署此文本；待另一名调解员签署同一文本时即向双方提出。',
  },
  conciliatorsDiffer: {
    code: 'conciliators-differ',
    rule: 'S10',
    status: 422,
    en: 'The other conciliator has signed another text; agree on every letter of it in both languages, and sign that.',
    'zh-Hans': '另一名调解员签署的文本与此不同；请就两种语言的文本逐字商定后再签署。',
  },
  tooManyTexts: {
    code: 'conciliators-signed-too-often',
    rule: 'S10',
    en: 'A conciliator signs 20 texts at most before a proposal is put; sign the text of the other conciliator.',
    'zh-Hans': '在提出提案前，调解员最多签署 20 份文本；请签署另一名调解员的文本。',
  },
} as const satisfies Record<string, RefusalReason>;

const MOST_PICKS_OF_A_SIDE = 10;
const MOST_TEXTS_OF_A_SIDE = 20;

/**
 * S10: a party picks its conciliator. The first pick starts the time for both; without both, accepted by themselves,
 * there are none. No clock of the screening waits for it.
 */
export function pickConciliator(command: CommandOf<'PickConciliator'>, state: FiledSettlement, clocksOf: ClocksOf) {
  const { by, party, receivedAt } = command;
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (!isUnderWay(phase, state)) return refuse(settlementRefusals.nothingUnderWay);
  const open = openConciliators(state.conciliators);
  if (open?.appointedAt !== undefined) return refuse(conciliatorsRefusals.conciliatorsAppointed);
  if (open && isLate(open, state, command)) return refuse(conciliatorsRefusals.conciliatorsLate);
  const own = open && pickOf(open, party);
  if (own?.acceptedAt !== undefined) return refuse(conciliatorsRefusals.conciliatorHasAccepted);
  const { person } = command;
  if (own?.person === person) return refuse(conciliatorsRefusals.conciliatorPicked, '/person');
  if (person === by || state.told.members.includes(person))
    return refuse(conciliatorsRefusals.conciliatorEngaged, '/person');
  if (open && acceptedElsewhere(open, party, person))
    return refuse(conciliatorsRefusals.conciliatorOfOtherSide, '/person');
  if (open && open.picks.filter((pick) => pick.party === party).length >= MOST_PICKS_OF_A_SIDE)
    return refuse(conciliatorsRefusals.tooManyPicks);
  const n = open?.n ?? state.conciliators.length + 1;
  const first = { event: 'ConciliatorPicked', at: receivedAt };
  const opens = open
    ? []
    : [clocksIn(phase.registration, clocksOf).start('conciliators', first, conciliatorsDeadline(n))];
  const picked: SettlementEvent = {
    ...about(receivedAt),
    type: 'ConciliatorPicked',
    data: { n, by, party, person, opens, closes: [] },
  };
  return accept<SettlementEvent>(picked, ...standstillOf(onward(state, [picked]), clocksOf));
}

/** I-05: who was picked accepts, for one side. With both acceptances there are conciliators. */
export function acceptAsConciliator(command: CommandOf<'AcceptAsConciliator'>, state: FiledSettlement) {
  const { by, receivedAt } = command;
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  const open = openConciliators(state.conciliators);
  const { of: party } = command;
  const pick = open && pickOf(open, party);
  if (!open || pick?.person !== by) return refuse(conciliatorsRefusals.notPicked, '/of');
  if (pick.acceptedAt !== undefined) return refuse(conciliatorsRefusals.conciliatorHasAccepted);
  if (acceptedElsewhere(open, party, by)) return refuse(conciliatorsRefusals.conciliatorOfOtherSide, '/of');
  if (isLate(open, state, command)) return refuse(conciliatorsRefusals.conciliatorsLate);
  const { n } = open;
  const accepted: SettlementEvent = { ...about(receivedAt), type: 'ConciliatorAccepted', data: { n, by, party } };
  const other = open.picks.some((each) => each.party !== party && acceptedBy(open, each.person));
  if (!other) return accept<SettlementEvent>(accepted);
  return accept<SettlementEvent>(accepted, {
    ...about(receivedAt),
    type: 'ConciliatorsAppointed',
    tier: 'PUBLIC',
    data: { n, opens: [], closes: [conciliatorsDeadline(n)] },
  });
}

/** A conciliator withdraws. Of two appointed none is left then; while they are awaited the side may pick another. */
export function withdrawAsConciliator({ by, receivedAt }: CommandOf<'WithdrawAsConciliator'>, state: FiledSettlement) {
  const open = openConciliators(state.conciliators);
  const pick = open && acceptedBy(open, by);
  if (!open || !pick) return refuse(conciliatorsRefusals.notConciliator);
  return accept<SettlementEvent>({
    ...about(receivedAt),
    type: 'ConciliatorWithdrew',
    data: { n: open.n, by, party: pick.party },
  });
}

/** Both conciliators sign one text, which is put to both sides at the instant of the second signature. */
export function signConciliatorsProposal(command: CommandOf<'SignConciliatorsProposal'>, state: FiledSettlement) {
  const { by, receivedAt } = command;
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  const open = openConciliators(state.conciliators);
  const pick = open && acceptedBy(open, by);
  if (!open || !pick) return refuse(conciliatorsRefusals.notConciliator);
  if (open.appointedAt === undefined) return refuse(conciliatorsRefusals.conciliatorsAwaited);
  const { n, signatures } = open;
  const { party } = pick;
  const { caseId, text } = command;
  const digest = conciliatorsDigest(caseId, n, text);
  const standing = standingOfSignature(signatures, { party, by, digest }, MOST_TEXTS_OF_A_SIDE);
  if (standing === 'differs') return refuse(conciliatorsRefusals.conciliatorsDiffer, '/text');
  if (standing === 'too-often') return refuse(conciliatorsRefusals.tooManyTexts);
  if (standing !== 'first' && standing !== 'both') return refuse(conciliatorsRefusals.conciliatorSigned);
  const signed: SettlementEvent = {
    ...about(receivedAt),
    type: 'ConciliatorsProposalSigned',
    data: { n, by, party, digest },
  };
  if (standing === 'first') return accept<SettlementEvent>(signed);
  return accept<SettlementEvent>(
    signed,
    { ...about(receivedAt), type: 'ConciliatorsProposalPut', tier: 'PUBLIC', data: { n } },
    { ...about(receivedAt), type: 'ConciliatorsProposalServed', tier: 'DESKS', data: { n, text, digest } },
  );
}

/** S10 by time: without both there are none, and the parties conciliate alone. */
export function conciliatorsByDefault(deadlineId: string, state: FiledSettlement): Decision<SettlementEvent> {
  const open = openConciliators(state.conciliators);
  if (open?.due.id !== deadlineId || open.appointedAt !== undefined || standsStill(open.due, state.told))
    return accept();
  const { complainant, respondent } = state.parties;
  const missing = [complainant, respondent].filter((party) => pickOf(open, party)?.acceptedAt === undefined);
  return accept<SettlementEvent>({
    ...about(open.due.dueAt),
    type: 'ConciliatorsLacking',
    tier: 'PUBLIC',
    data: { n: open.n, missing, opens: [], closes: [deadlineId] },
  });
}

const about = (occurredAt: Act['receivedAt']) => ({ occurredAt, rule: 'S10', tier: 'PARTIES' }) as const;

const isLate = ({ due, appointedAt }: Conciliators, { told }: FiledSettlement, { receivedAt }: Act): boolean =>
  appointedAt === undefined && receivedAt >= due.dueAt && !standsStill(due, told);

const acceptedElsewhere = (open: Conciliators, party: PartyCode, person: Act['by']): boolean => {
  const accepted = acceptedBy(open, person);
  return accepted !== undefined && accepted.party !== party;
};
