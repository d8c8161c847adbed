import {
  refuse,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
} from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { PublicTerms } from '../compliance/verification.rules';
import type { ConciliatorsEvent } from './conciliators-state.rules';
import type { EntryEvent } from '../late-entries/late-entries.rules';
import type { SignatureRepudiated } from '../repudiation/repudiate-signature.rules';
import type { Registration } from '../referral/known-case.rules';
import type { CalendarNoted, OutageNoted } from '../time/time.rules';
import type { AcceptConciliation, FiledSettlement, SettlementText } from './settlement-region.rules';

interface OfParty {
  readonly n: number;
  readonly by: PersonId;
  readonly party: PartyCode;
}

export type ConciliationProposed = DomainEvent<'ConciliationProposed', MovesClocks & OfParty>;
export type ConciliationBegun = DomainEvent<'ConciliationBegun', MovesClocks & OfParty>;
/** The other party let the time for an answer pass, and that is a fact of record. */
export type ConciliationUnanswered = DomainEvent<'ConciliationUnanswered', MovesClocks & { readonly n: number }>;
export type ConciliationBrokenOff = DomainEvent<'ConciliationBrokenOff', MovesClocks & OfParty>;
/** The screening ended in another way, which ends what was under way to settle it. */
export type ConciliationStopped = DomainEvent<
  'ConciliationStopped',
  MovesClocks & { readonly n: number; readonly outcome: string }
>;

/** A text on the table. Only the parties know what it says, and it is without prejudice (I-45). */
export type SettlementTextTabled = DomainEvent<
  'SettlementTextTabled',
  OfParty & { readonly digest: Sha256; readonly text: SettlementText }
>;
export type SettlementTextSigned = DomainEvent<'SettlementTextSigned', OfParty & { readonly digest: Sha256 }>;

/** Both parties signed one digest (I-47). The facts are public, and so is the text if they agreed so (I-54). */
export type SettlementSigned = DomainEvent<
  'SettlementSigned',
  MovesClocks & {
    readonly n: number;
    readonly digest: Sha256;
    readonly phase: 'conciliation' | 'window';
    readonly signatures: readonly { readonly party: PartyCode; readonly by: PersonId; readonly at: Instant }[];
    readonly obligations: readonly PublicTerms[];
    /** Absent when the parties keep the text to themselves. */
    readonly text?: SettlementText;
  }
>;

export type SettlementWindowOpened = DomainEvent<'SettlementWindowOpened', MovesClocks>;
export type SettlementWindowLapsed = DomainEvent<'SettlementWindowLapsed', MovesClocks>;
/** The screening was reopened, so there is something to conciliate again. */
export type SettlementOpenedAgain = DomainEvent<'SettlementOpenedAgain', MovesClocks>;

/**
 * The screening is suspended, and the time to answer a proposal stands still with it. A time that starts meanwhile
 * stands still at once (S11).
 */
export type SuspensionNoted = DomainEvent<'SuspensionNoted', MovesClocks>;
/** The screening goes on, and so does the time to answer, with what was left of it. */
export type ResumptionNoted = DomainEvent<'ResumptionNoted', MovesClocks>;

export type SettlementEvent =
  | SuspensionNoted
  | ResumptionNoted
  | OutageNoted
  | EntryEvent<AcceptConciliation>
  | CalendarNoted
  | ConciliationProposed
  | ConciliationBegun
  | ConciliationUnanswered
  | ConciliationBrokenOff
  | ConciliationStopped
  | ConciliatorsEvent
  | SettlementTextTabled
  | SettlementTextSigned
  | SignatureRepudiated
  | SettlementSigned
  | SettlementWindowOpened
  | SettlementWindowLapsed
  | SettlementOpenedAgain;

/** Every reason for refusing an act of settlement, with the rule that says so. */
export const settlementRefusals = {
  notAParty: {
    code: 'not-a-party',
    rule: 'S10',
    status: 403,
    en: 'Only the desks of the two parties settle a case.',
    'zh-Hans': '只有双方当事方的主管部门可以就案件和解。',
  },
  notRegistered: {
    code: 'not-registered',
    rule: 'S10',
    en: 'Conciliation may begin from stage S4 on; the case has no docket number yet.',
    'zh-Hans': '调解可自 S4 阶段起开始；该案尚无案号。',
  },
  alreadySettled: {
    code: 'already-settled',
    rule: 'I-47',
    en: 'The case has been settled.',
    'zh-Hans': '该案已和解。',
  },
  windowClosed: {
    code: 'settlement-window-closed',
    rule: 'S10',
    en: 'The settlement window has passed.',
    'zh-Hans': '和解期已届满。',
  },
  screeningEnded: {
    code: 'screening-ended',
    rule: 'S11',
    en: 'The screening has ended, and with it the time to settle.',
    'zh-Hans': '审查已终结，和解的时间亦随之结束。',
  },
  longStopPassed: {
    code: 'long-stop-passed',
    rule: 'I-17',
    en: 'The long-stop of the screening has passed.',
    'zh-Hans': '审查的最长期限已过。',
  },
  conciliationOpen: {
    code: 'conciliation-open',
    rule: 'S10',
    en: 'A conciliation is proposed or under way; there is one at a time.',
    'zh-Hans': '已有调解提议或正在进行的调解；同一时间只进行一项。',
  },
  windowOpen: {
    code: 'settlement-window-open',
    rule: 'S10',
    en: 'The settlement window is open: texts can be tabled without a conciliation.',
    'zh-Hans': '和解期正在进行：无须调解即可提出文本。',
  },
  noSuchConciliation: {
    code: 'no-such-conciliation',
    rule: 'S10',
    status: 404,
    en: 'There is no such conciliation.',
    'zh-Hans': '没有该调解。',
  },
  conciliationOver: {
    code: 'conciliation-over',
    rule: 'S10',
    en: 'This conciliation has ended, or the time to answer its proposal has passed.',
    'zh-Hans': '该调解已结束，或答复其提议的期限已过。',
  },
  conciliationBegun: {
    code: 'conciliation-begun',
    rule: 'S10',
    en: 'This conciliation has begun already.',
    'zh-Hans': '该调解已经开始。',
  },
  ownProposal: {
    code: 'own-proposal',
    rule: 'S10',
    status: 403,
    en: 'A proposal is accepted by the other party.',
    'zh-Hans': '提议须由另一方接受。',
  },
  nothingUnderWay: {
    code: 'no-conciliation-under-way',
    rule: 'S10',
    en: 'Texts are tabled and signed in a conciliation or in the settlement window; neither is under way.',
    'zh-Hans': '文本须在调解或和解期内提出和签署；目前两者均未进行。',
  },
  noSuchText: {
    code: 'no-such-text',
    rule: 'S10',
    status: 404,
    en: 'There is no such text.',
    'zh-Hans': '没有该文本。',
  },
  textReplaced: {
    code: 'settlement-text-replaced',
    rule: 'I-47',
    en:
      'A text tabled later has taken the place of this one, or the conciliation in which it was ' +
      'tabled was broken off.',
    'zh-Hans': '其后提出的文本已取代该文本，或提出该文本的调解已中断。',
  },
  digestDiffers: {
    code: 'settlement-digest-differs',
    rule: 'I-47',
    status: 422,
    en: 'The signature names another digest than that of the text.',
    'zh-Hans': '签署所载摘要值与文本不符。',
  },
  partyHasSigned: {
    code: 'party-has-signed',
    rule: 'I-47',
    en: 'This party has signed the text already.',
    'zh-Hans': '该方已签署该文本。',
  },
  signsForBothSides: {
    code: 'signs-for-both-sides',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Outcomes after which a case may still be settled: the window follows findings. */
const BESIDE_SETTLING: readonly string[] = ['findings-issued', 'settled'];

/** Before findings the parties conciliate while the screening goes on. After findings the formal window is open. */
export interface SettlementPhase {
  readonly kind: 'before-findings' | 'window';
  readonly registration: Pick<Registration, 'ruleSetVersion' | 'track'>;
}

/**
 * Whether an act received at an instant can still settle the case: from registration to the long-stop or another end,
 * and in the window after findings. An end of the screening at a later instant does not bar an earlier act (I-19).
 */
export function settlementPhase(state: FiledSettlement, receivedAt: Instant) {
  const { told, region, window, settled } = state;
  const { registration, ended, suspendedAt } = told;
  if (!registration) return refuse(settlementRefusals.notRegistered);
  if (settled) return refuse(settlementRefusals.alreadySettled);
  if (region === 'lapsed' || (window && receivedAt >= window.dueAt)) return refuse(settlementRefusals.windowClosed);
  if (region === 'window') return { kind: 'window', registration } satisfies SettlementPhase;
  // The end by findings may be heard of before the findings themselves, which open the window.
  // A settlement that is undone here ended nothing.
  if (ended && !BESIDE_SETTLING.includes(ended.outcome) && receivedAt >= ended.endedAt)
    return refuse(settlementRefusals.screeningEnded);
  if (suspendedAt === undefined && registration.longStop !== undefined && receivedAt >= registration.longStop)
    return refuse(settlementRefusals.longStopPassed);
  return { kind: 'before-findings', registration } satisfies SettlementPhase;
}
