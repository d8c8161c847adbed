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
import { LAST_COMPUTED_YEAR, yearOf } from '@parley/procedure';
import type { NoticeNonPerformance, VerifyObligation } from './agreement-commands.rules';
import {
  keptWords,
  publicWords,
  type AgreementEvent,
  type AgreementFulfilled,
  type ObligationFulfilled,
  type ObligationOverdue,
} from './agreement-events.rules';
import { obligationDeadline, owedBy, type AgreementInForce, type Obligation } from './agreement.rules';
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
 * S13: the other party gives notice that an obligation is not performed, once for each date of the obligation. It is
 * that party's own word, and the record states no breach (I-52).
 */
export function noticeNonPerformance(
  { by, party, receivedAt, obligation: id, text }: NoticeNonPerformance,
  state: AgreementInForce,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (obligation.terms.owner === party) return refuse(refusals.ownObligation);
  if (obligation.state !== 'overdue' && !isSaidToBeLate(obligation, state)) return refuse(refusals.notYetOverdue);
  const since = obligation.moves.at(-1)?.at ?? state.agreedAt;
  if (obligation.notices.some(({ at }) => at >= since)) return refuse(refusals.noticeGiven);
  return accept<AgreementEvent>(
    {
      type: 'NonPerformanceNoticed',
      occurredAt: receivedAt,
      rule: 'S13',
      tier: 'PUBLIC',
      data: {
        by,
        party,
        n: obligation.notices.length + 1,
        obligation: id,
        owner: obligation.terms.owner,
        ...publicWords(state, 'text', text),
      },
    },
    ...keptWords(state, 'notice', { about: id, party, words: text, at: receivedAt }),
  );
}

/** Whether the owner's newest report says that the obligation is delayed. */
const isSaidToBeLate = ({ terms }: Obligation, { reports }: AgreementInForce): boolean =>
  reports
    .findLast(({ party, entries }) => party === terms.owner && entries.length > 0)
    ?.entries.some(({ obligation, says }) => obligation === terms.id && says === 'delayed') ?? false;

/**
 * S13: each side says whether it holds an obligation to be fulfilled. It is fulfilled when both do. Until then a side
 * may change its word.
 */
export function verifyObligation(
  { by, party, receivedAt, obligation: id, verdict, note }: VerifyObligation,
  state: AgreementInForce,
) {
  if (party === null || !state.parties.includes(party)) return refuse(refusals.notAParty);
  const obligation = state.obligations.find(({ terms }) => terms.id === id);
  if (!obligation) return refuse(refusals.noSuchObligation);
  if (obligation.state === 'fulfilled') return refuse(refusals.obligationFulfilled);
  if (obligation.verdicts.some((given) => given.party === party && given.verdict === verdict))
    return refuse(refusals.sameVerdict);
  const verified: AgreementEvent = {
    type: 'ObligationVerified',
    occurredAt: receivedAt,
    rule: 'S13',
    tier: 'PUBLIC',
    data: { by, party, obligation: id, owner: obligation.terms.owner, verdict, ...publicWords(state, 'note', note) },
  };
  const kept = keptWords(state, 'verification', { about: id, party, words: note, at: receivedAt });
  const agreed =
    verdict === 'fulfilled' &&
    obligation.verdicts.some((given) => given.party !== party && given.verdict === 'fulfilled');
  return accept<AgreementEvent>(verified, ...kept, ...(agreed ? fulfilment(obligation, state, receivedAt) : []));
}

/**
 * With the last obligation the agreement is fulfilled, and nothing more falls due. With the last obligation of a party
 * its reports end.
 */
function fulfilment(
  { terms, state: before }: Obligation,
  state: AgreementInForce,
  at: Instant,
): readonly (ObligationFulfilled | AgreementFulfilled)[] {
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
    data: { obligation: terms.id, owner: terms.owner, late: before === 'overdue', opens: [], closes },
  };
  if (!isLast) return [fulfilled];
  const rest = Object.keys(state.running).filter((id) => !closes.includes(id));
  return [
    fulfilled,
    { type: 'AgreementFulfilled', occurredAt: at, rule: 'S13', tier: 'PUBLIC', data: { opens: [], closes: rest } },
  ];
}

/** The date passed before both sides had verified the obligation. No side alone can keep that off the record (I-54). */
export const obligationByDefault = (deadlineId: string, state: AgreementInForce): Decision<ObligationOverdue> => {
  const obligation = state.obligations.find(
    ({ terms, state: now }) => now === 'open' && obligationDeadline(terms.id) === deadlineId,
  );
  return obligation ? accept(overdue(obligation)) : accept();
};

const overdue = ({ terms: { id, owner }, deadline }: Obligation): ObligationOverdue => ({
  type: 'ObligationOverdue',
  occurredAt: deadline.dueAt,
  rule: 'I-54',
  tier: 'PUBLIC',
  data: { obligation: id, owner, opens: [], closes: [deadline.id] },
});
