import type { DomainEvent, Instant, RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase, NotePanelOutcome } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { withdrawnAfterReview } from '../refiling/after-review.rules';

/** How far the review of a case went, as the panel told. */
export interface Review {
  /** When the panel was whole for the first time. */
  readonly composedAt: Instant | null;
  /** When the interim text was served, or S9 began without one. */
  readonly interimAt: Instant | null;
  /** When S9 began. */
  readonly decidingAt: Instant | null;
  /** When the deliberation was closed. From then on its findings issue, whatever anybody does (I-68). */
  readonly closedAt: Instant | null;
}

/** The panel was composed: the co-heads open no complex track any more. */
export type CompositionNoted = DomainEvent<'CompositionNoted', MovesClocks & { readonly becauseOf: string }>;

/** The interim text was served, or S9 began without one. */
export type InterimNoted = DomainEvent<'InterimNoted', MovesClocks & { readonly becauseOf: string }>;

/** S9 began: the parties take no complex track any more. */
export type DecidingNoted = DomainEvent<'DecidingNoted', MovesClocks & { readonly becauseOf: string }>;

/** The deliberation was closed: its findings are issued, and no long-stop runs any more (I-68). */
export type CloseNoted = DomainEvent<'CloseNoted', MovesClocks & { readonly becauseOf: string }>;

/** The long-stop passed after the interim text: it ends no screening any more, and closes the deliberation (I-68). */
export type LongStopReached = DomainEvent<'LongStopReached', MovesClocks>;

export type ReviewEvent = CompositionNoted | InterimNoted | DecidingNoted | CloseNoted;

const REACHED = {
  CompositionNoted: 'composedAt',
  InterimNoted: 'interimAt',
  DecidingNoted: 'decidingAt',
  CloseNoted: 'closedAt',
} as const satisfies Record<ReviewEvent['type'], keyof Review>;

/** Nothing of a review has been told. */
export const notReviewed: Review = { composedAt: null, interimAt: null, decidingAt: null, closedAt: null };

export const reviewAfter = (review: Review, { type, occurredAt: at }: ReviewEvent): Review => ({
  ...review,
  [REACHED[type]]: at,
});

/** True when the deliberation had been closed by an instant: what comes at that very instant is too late. */
export const isClosedBy = ({ review: { closedAt } }: { readonly review: Review }, at: Instant): boolean =>
  closedAt !== null && at >= closedAt;

/** True when the review had reached the interim text by an instant, or S9 without one. */
export const hasInterimBy = ({ review: { interimAt } }: { readonly review: Review }, at: Instant): boolean =>
  interimAt !== null && at >= interimAt;

/** What a context tells, as far as it is recorded here. */
export type Noted = Pick<NotePanelOutcome, 'at' | 'eventId'>;

/**
 * The review reached the interim text, or S9 without one, before the screening ended. What is heard to have been
 * withdrawn behind it was withdrawn after the review.
 */
export function interimReached(note: Noted, state: FiledCase, clocks: Clocks): readonly CaseEvent[] {
  const noted = reached('InterimNoted', note, state);
  const behind = withdrawalsSince(note.at, state).map((gone) => withdrawnAfterReview(gone.claims, gone.at, clocks));
  return noted.length === 0 ? [] : [...noted, ...behind];
}

/** That the panel reached a step of its review before the screening ended, if that is not known yet. */
export function reached(
  type: 'CompositionNoted' | 'InterimNoted' | 'DecidingNoted',
  { at, eventId: becauseOf }: Noted,
  state: FiledCase,
): readonly CaseEvent[] {
  const wentOn =
    state.status === 'ended' ? state.endedAt >= at : state.status === 'registered' || state.status === 'suspended';
  if (!wentOn || state.review[REACHED[type]] !== null) return [];
  const rule = ({ CompositionNoted: 'S6', InterimNoted: 'I-68', DecidingNoted: 'S9' } as const)[type];
  return [{ type, occurredAt: at, rule, tier: 'PUBLIC', data: { becauseOf, opens: [], closes: [] } }];
}

/** What bars claims that are withdrawn once the review has reached the interim text, or S9 without one. */
export const barredBehindInterim = (
  claims: readonly string[],
  at: Instant,
  state: FiledCase,
  clocks: Clocks,
): readonly CaseEvent[] => (hasInterimBy(state, at) ? [withdrawnAfterReview(claims, at, clocks)] : []);

/** The withdrawals of claims, and of the whole, from an instant on. */
const withdrawalsSince = (from: Instant, state: FiledCase): readonly { at: Instant; claims: readonly string[] }[] =>
  [
    ...state.withdrawals.map(({ at, claims }) => ({ at, claims: claims.map(({ thing }) => thing.id) })),
    ...(state.status === 'ended' && state.outcome === 'withdrawn'
      ? [{ at: state.endedAt, claims: state.grievance.claims.map(({ id }) => id) }]
      : []),
  ].filter(({ at }) => at >= from);

/** From the interim text on the long-stop leaves the screening as it is: the panel closes its deliberation (I-68). */
export const longStopReached = (at: Instant): LongStopReached => ({
  type: 'LongStopReached',
  occurredAt: at,
  rule: 'I-68',
  tier: 'PUBLIC',
  data: { opens: [], closes: ['long-stop'] },
});

/** Why an end of the screening is refused. */
export const outcomeRefusals = {
  longStopPassed: {
    code: 'long-stop-passed',
    rule: 'I-17',
    en: 'The long-stop has passed.',
    'zh-Hans': '最长期限已过。',
  },

  claimsOfBoth: {
    code: 'claims-of-both',
    rule: 'I-30',
    en: 'The case holds claims of the other party as well, which live on; withdraw your own claims by their ids.',
    'zh-Hans': '本案还载有对方的主张，应继续审查；请按编号撤回贵方的主张。',
  },

  deliberationClosed: {
    code: 'deliberation-closed-already',
    rule: 'I-68',
    en:
      'The deliberation is closed: what was decided is issued, and nothing withdraws or stops it. ' +
      'The parties can settle the matter beside it.',
    'zh-Hans': '评议已结束：所作结论将予发布，不得撤回或中止。双方可另行和解。',
  },
} as const satisfies Record<string, RefusalReason>;
