import { accept, refuse, sideOf, type Fault, type Instant, type PartyCode, type RefusalReason } from '@parley/kernel';
import { isSameMeasure, isSameProvision, type Clocks } from '@parley/procedure';
import { claimantOf } from '../amendments/claim-of-other-fault.rules';
import type { Act, CaseState, FiledCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { claimsRefusals } from '../claims/claims.rules';
import { commonRefusals } from '../common-refusals.rules';
import { isParty } from '../consultations/consultations.rules';
import type { Claim, Grievance } from '../filing/file-grievance.rules';
import { hasInterimBy } from '../outcome/review.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';
import { barredUntil } from './after-review.rules';

/** The respondent of claims consents to their being filed again before their time. It names the case and the claims. */
export type ConsentToRefiling = Act & { readonly type: 'ConsentToRefiling'; readonly claims: readonly string[] };

export const refilingRefusals = {
  claimBarred: {
    code: 'claim-barred',
    rule: 'I-68',
    status: 422,
    en:
      'The same claim of yours was withdrawn after the review or found on, or stands before a panel that has reached ' +
      'its interim text. The check at /v1/grievances/checks says where and until when; before that it is filed again ' +
      'only once the other party has consented at /v1/cases/{caseId}/claims/refilings of that case.',
    'zh-Hans':
      '贵方的同一主张已在审查后撤回、已有结论，或所在案件的专家组已完成中期文本。可通过 /v1/grievances/checks ' +
      '查明所在案件及限制期满之日；在此之前，须经对方在该案的 /v1/cases/{caseId}/claims/refilings 表示同意，方可重新提交。',
  },

  claimNotBarred: {
    code: 'claim-not-barred',
    rule: 'I-68',
    status: 422,
    en: 'Nothing bars this claim from being filed again, so no consent is needed: it may be filed as it is.',
    'zh-Hans': '该项主张的重新提交不受限制，无须同意：可径行提交。',
  },

  refilingConsentedAlready: {
    code: 'refiling-consented-already',
    rule: 'I-68',
    status: 422,
    en: 'The consent to this claim being filed again is on record already; nothing more is needed.',
    'zh-Hans': '同意重新提交该项主张已记录在案，无须再作表示。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A claim with the measure that it is made against. */
interface CitedClaim {
  readonly claim: Claim;
  readonly measure: Grievance['measures'][number];
}

/** A claim of a case that its claimant may not file again alone. */
export interface BarredClaim extends CitedClaim {
  readonly docketNumber: string;
  /** First instant at which it is free; `null` while its screening goes on behind the interim text. */
  readonly until: Instant | null;
}

const cited = ({ claims, measures }: Pick<Grievance, 'claims' | 'measures'>): readonly CitedClaim[] =>
  claims.flatMap((claim) => {
    const measure = measures.find(({ id }) => id === claim.measure);
    return measure ? [{ claim, measure }] : [];
  });

/** Same measure, same provision, in whatever way they are written or the sub-paragraph is cited. */
const isSameClaim = (one: CitedClaim, other: CitedClaim): boolean =>
  isSameMeasure(one.measure, other.measure) && isSameProvision(one.claim, other.claim);

/**
 * The claims of a case that a party may not file again alone: those that it withdrew after the review, those that were
 * found on, and those that stand before a panel that has reached its interim text, since who has read that text would
 * file them again first and withdraw them then (I-68). What the other party has consented to is free.
 * @param at the instant of the filing that asks
 */
export function barredClaims(
  state: CaseState,
  party: PartyCode,
  at: Instant,
  clocksOf: (version: string) => Clocks,
): readonly BarredClaim[] {
  if (state.status === 'unfiled' || !('registration' in state)) return [];
  const { registration, parties, refilings, withdrawals, grievance } = state;
  const clocks = clocksOf(state.ruleSetVersion);
  const measures = [...grievance.measures, ...withdrawals.flatMap((each) => each.measures.map(({ thing }) => thing))];
  const since = (from: Instant | null, claims: readonly Claim[]): readonly BarredClaim[] => {
    const until = from === null ? null : barredUntil(from, clocks);
    if (until !== null && at >= until) return [];
    return cited({ claims, measures }).map((each) => ({ ...each, docketNumber: registration.docketNumber, until }));
  };
  const gone = withdrawals
    .filter((withdrawal) => hasInterimBy(state, withdrawal.at))
    .flatMap((withdrawal) =>
      since(
        withdrawal.at,
        withdrawal.claims.map(({ thing }) => thing),
      ),
    );
  return [...gone, ...(isBehindReview(state, at) ? since(endOf(state), grievance.claims) : [])].filter(
    ({ claim }) => sideOf(parties, party) === claimantOf(claim) && !refilings.includes(claim.id),
  );
}

/** Whether the claims that a case still holds were found on or withdrawn after the review, or are in it yet. */
function isBehindReview(state: FiledCase, at: Instant): boolean {
  if (state.status !== 'ended') return hasInterimBy(state, at);
  return state.outcome === 'findings-issued' || (state.outcome === 'withdrawn' && hasInterimBy(state, state.endedAt));
}

const endOf = (state: FiledCase): Instant | null => (state.status === 'ended' ? state.endedAt : null);

/** The barred claims that a grievance makes, as faults of it. What the case itself held before is not filed again. */
export const barFaults = (
  grievance: Grievance,
  barred: readonly BarredClaim[] = [],
  held?: Pick<Grievance, 'claims' | 'measures'>,
): readonly Fault<typeof refilingRefusals.claimBarred>[] =>
  barredIn(grievance, barred, held).map(({ path }) => ({
    reason: refilingRefusals.claimBarred,
    path: `/grievance${path}`,
  }));

/** The barred claims that a grievance makes, each with its path in the grievance. */
export function barredIn(
  grievance: Grievance,
  barred: readonly BarredClaim[],
  held: Pick<Grievance, 'claims' | 'measures'> = { claims: [], measures: [] },
): readonly { readonly path: string; readonly bar: BarredClaim }[] {
  const before = cited(held);
  return cited(grievance).flatMap((each) => {
    const bar = barred.find((other) => isSameClaim(each, other));
    if (!bar || before.some((other) => isSameClaim(each, other))) return [];
    return [{ path: `/claims/${String(grievance.claims.indexOf(each.claim))}`, bar }];
  });
}

/** I-68: the other party consents, before the time is over, to claims being filed again. */
export function consentToRefiling(command: ConsentToRefiling, state: FiledCase) {
  const { by, party, receivedAt: at, claims } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const withdrawn = state.withdrawals.flatMap((each) => each.claims.map(({ thing }) => ({ thing, at: each.at })));
  const theirs = [...withdrawn.map(({ thing }) => thing), ...state.grievance.claims].filter(
    (claim) => claimantOf(claim) !== sideOf(state.parties, party),
  );
  for (const [index, id] of claims.entries()) {
    const path = `/claims/${String(index)}`;
    if (!theirs.some((claim) => claim.id === id)) return refuse(claimsRefusals.claimNotHeld, path);
    if (state.refilings.includes(id)) return refuse(refilingRefusals.refilingConsentedAlready, path);
    const isGone = withdrawn.some((each) => each.thing.id === id && hasInterimBy(state, each.at));
    const stands = state.grievance.claims.some((claim) => claim.id === id) && isBehindReview(state, at);
    if (!isGone && !stands) return refuse(refilingRefusals.claimNotBarred, path);
  }
  return accept<CaseEvent>({
    type: 'RefilingConsented',
    occurredAt: at,
    rule: 'I-68',
    tier: 'PUBLIC',
    data: { by, party, claims, opens: [], closes: [] },
  });
}

/** Consent is given whether or not the screening goes on. */
export const refilingActs = {
  ConsentToRefiling: suspendedOrNot(consentToRefiling),
} satisfies DecidersOf<ConsentToRefiling>;
