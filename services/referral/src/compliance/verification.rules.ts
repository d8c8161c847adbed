import {
  accept,
  refuse,
  type Decision,
  type Instant,
  type IsoDate,
  type PartyCode,
  type RefusalReason,
  type Text,
} from '@parley/kernel';
import { isAnswerClock, LAST_COMPUTED_YEAR, yearOf, type Clocks } from '@parley/procedure';
import { moveClocks } from '../time/time.rules';
import type { VerifyObligation } from './agreement-commands.rules';
import {
  keptWords,
  publicWords,
  type AgreementEvent,
  type AgreementFulfilled,
  type ObligationFulfilled,
  type ObligationVerified,
  type ObligationVerifiedBySilence,
} from './agreement-events.rules';
import {
  jointCheckDeadline,
  obligationDeadline,
  owedBy,
  verificationDeadline,
  type AgreementInForce,
  type Obligation,
} from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';

/** What a party undertakes to do. I-47 requires that each obligation has an owner, a date and a check. */
export interface ObligationTerms {
  /** Unique within its agreement, such as `O1`. */
  readonly id: string;
  /** The party that has to do it. */
  readonly owner: PartyCode;
  /** Last day on which it is done in time. */
  readonly date: IsoDate;
  readonly what: readonly Text[];
  /** How both sides will see that it was done. */
  readonly check: readonly Text[];
}

/** What is public of an obligation whatever the parties agree about its text (I-54). */
export type PublicTerms = Pick<ObligationTerms, 'id' | 'owner' | 'date'>;

/** Whether the parties let everybody read the text of their agreement, or only its facts. */
export const PUBLICATIONS = ['text', 'facts-only'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

export const publicTermsOf = ({ id, owner, date }: PublicTerms): PublicTerms => ({ id, owner, date });

export const termsRefusals = {
  ownerUnknown: {
    code: 'owner-not-a-party',
    rule: 'I-47',
    status: 422,
    en: 'The owner of an obligation is one of the two parties.',
    'zh-Hans': '义务的承担者须为两个当事方之一。',
  },
  obligationTwice: {
    code: 'obligation-named-twice',
    rule: 'I-47',
    status: 422,
    en: 'Two obligations have the same id.',
    'zh-Hans': '两项义务的编号相同。',
  },
  datePassed: {
    code: 'obligation-date-passed',
    rule: 'I-47',
    status: 422,
    en: 'The date of an obligation lies after the day on which it is agreed on.',
    'zh-Hans': '义务的日期须晚于约定之日。',
  },
  dateTooFar: {
    code: 'obligation-date-too-far',
    rule: 'counting-time',
    status: 422,
    en: 'The date of an obligation lies in a year that the calendars can count.',
    'zh-Hans': '义务的日期须在历表可计算的年份之内。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * What is wrong with the terms that two parties are about to agree on (I-47); `undefined` when they can bind.
 * @param agreedOn the joint business day on which the parties would agree
 */
export function termsFault(obligations: readonly ObligationTerms[], parties: readonly PartyCode[], agreedOn: IsoDate) {
  const ids = obligations.map(({ id }) => id);
  for (const [index, { id, owner, date }] of obligations.entries()) {
    const at = (field: string): string => `/obligations/${String(index)}/${field}`;
    if (ids.indexOf(id) !== index) return refuse(termsRefusals.obligationTwice, at('id'));
    if (!parties.includes(owner)) return refuse(termsRefusals.ownerUnknown, at('owner'));
    if (date <= agreedOn) return refuse(termsRefusals.datePassed, at('date'));
    if (yearOf(date) >= LAST_COMPUTED_YEAR) return refuse(termsRefusals.dateTooFar, at('date'));
  }
  return undefined;
}

/**
 * S13: the other side verifies what the owner reports of an obligation, or refuses it. It names what it answers, since
 * the owner may have said otherwise meanwhile. What is refused is disputed, in public, and goes to the co-heads. The
 * other side can end the dispute at any time, the owner cannot.
 * @param knownAt when the co-heads could learn of it, from which their time is counted
 */
export function verifyObligation(
  { by, party, receivedAt, obligation: id, says, verdict, note }: VerifyObligation,
  state: AgreementInForce,
  clocks: Clocks,
  knownAt: Instant = receivedAt,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (obligation.terms.owner === party) return refuse(refusals.ownObligation);
  const { reported } = obligation;
  if (reported?.standing !== 'awaited' && reported?.standing !== 'disputed') return refuse(refusals.nothingToVerify);
  if (reported.says !== says) return refuse(refusals.reportedOtherwise, '/says');
  if (verdict === 'refused' && reported.standing === 'disputed') return refuse(refusals.sameVerdict);
  const check = jointCheckDeadline(id);
  const verified: ObligationVerified = {
    type: 'ObligationVerified',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      by,
      party,
      obligation: id,
      owner: obligation.terms.owner,
      says,
      verdict,
      ...publicWords(state, 'note', note),
      opens:
        verdict === 'refused' ? [clocks.start('joint-check', { event: 'ObligationVerified', at: knownAt }, check)] : [],
      closes: [verificationDeadline(id), check].filter((each) => each in state.running),
    },
  };
  const kept = keptWords(state, 'verification', { about: id, party, words: note, at: receivedAt });
  const fulfilled = verdict === 'verified' ? fulfilment(obligation, moveClocks(state, verified.data), receivedAt) : [];
  return accept<AgreementEvent>(verified, ...kept, ...fulfilled);
}

/** S13 by silence: what nobody answered counts as verified. */
export function verificationByDefault(deadlineId: string, state: AgreementInForce): Decision<AgreementEvent> {
  const deadline = state.running[deadlineId];
  const obligation = state.obligations.find(({ terms: { id } }) => verificationDeadline(id) === deadlineId);
  if (!deadline || obligation?.reported?.standing !== 'awaited') return accept();
  const { id, owner } = obligation.terms;
  const silent: ObligationVerifiedBySilence = {
    type: 'ObligationVerifiedBySilence',
    occurredAt: deadline.dueAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: {
      obligation: id,
      owner,
      says: obligation.reported.says,
      silent: state.parties.filter((party) => party !== owner),
      opens: [],
      closes: [deadlineId],
    },
  };
  return accept<AgreementEvent>(silent, ...fulfilment(obligation, moveClocks(state, silent.data), deadline.dueAt));
}

/**
 * What follows when the newest word of an owner holds: the obligation is fulfilled if that word is that it was done. It
 * was late if its owner said so only after the date. With the last obligation the agreement is fulfilled, and nothing
 * more falls due but the answer to a late entry. With the last obligation of a party its reports end.
 */
export function fulfilment(
  { terms, reported, deadline }: Obligation,
  state: AgreementInForce,
  at: Instant,
): readonly (ObligationFulfilled | AgreementFulfilled)[] {
  if (reported?.says !== 'done') return [];
  const isLast = state.obligations.every((each) => each.terms.id === terms.id || each.state === 'fulfilled');
  const isLastOfOwner = owedBy(state, terms.owner).length === 1;
  const ends = [
    obligationDeadline(terms.id),
    ...(isLastOfOwner
      ? state.reports.filter(({ party }) => party === terms.owner).map(({ deadline }) => deadline.id)
      : []),
  ];
  const closes = ends.filter((id) => id in state.running);
  const fulfilled: ObligationFulfilled = {
    type: 'ObligationFulfilled',
    occurredAt: at,
    rule: 'S13',
    tier: 'PUBLIC',
    data: { obligation: terms.id, owner: terms.owner, late: reported.since >= deadline.dueAt, opens: [], closes },
  };
  if (!isLast) return [fulfilled];
  const rest = Object.keys(state.running).filter((id) => !closes.includes(id) && !isAnswerClock(id));
  return [
    fulfilled,
    { type: 'AgreementFulfilled', occurredAt: at, rule: 'S13', tier: 'PUBLIC', data: { opens: [], closes: rest } },
  ];
}
