import type { DomainEvent, Instant } from '@parley/kernel';
import type { Clocks, MovesClocks, RunningDeadline } from '@parley/procedure';
import type { OpenedPanel, RecordedPanel } from '../panel/panel-state.rules';
import { isAtIssue, lateAmendments, replyOrLapse } from './late-claims.rules';

interface OfAmendment extends MovesClocks {
  readonly amendmentId: string;
}

/**
 * Claims came during the review: evidence on them is taken until a last day of their own. It is counted from the lapse
 * of the time for their reply, and anew from a reply that comes sooner.
 */
export type ClaimEvidenceOpened = DomainEvent<
  'ClaimEvidenceOpened',
  OfAmendment & { readonly claims: readonly string[]; readonly isAnswered: boolean }
>;
/** The last day for evidence on claims that came during the review is over; both sides can comment on it (I-70). */
export type ClaimEvidenceClosed = DomainEvent<'ClaimEvidenceClosed', OfAmendment>;
/** The time to comment on that evidence is over. */
export type ClaimCommentsClosed = DomainEvent<'ClaimCommentsClosed', OfAmendment>;
export type ClaimEvidenceEvent = ClaimEvidenceOpened | ClaimEvidenceClosed | ClaimCommentsClosed;

/** Claims that came in one amendment during the review, which have days for evidence of their own. */
interface LateClaims {
  readonly amendmentId: string;
  readonly claims: readonly string[];
  /** The last day is counted from their reply. */
  readonly isAnswered: boolean;
  /** `null` while evidence on them is taken. */
  readonly closedAt: Instant | null;
}

export interface WithLateClaims {
  /** Oldest first. */
  readonly lateClaims: readonly LateClaims[];
}

export const noLateClaims: WithLateClaims = { lateClaims: [] };

export function claimEvidenceAfter(state: RecordedPanel, event: ClaimEvidenceEvent): RecordedPanel {
  const { amendmentId } = event.data;
  const { lateClaims } = state;
  switch (event.type) {
    case 'ClaimEvidenceOpened': {
      const { claims, isAnswered } = event.data;
      const others = lateClaims.filter((each) => each.amendmentId !== amendmentId);
      return { ...state, lateClaims: [...others, { amendmentId, claims, isAnswered, closedAt: null }] };
    }
    case 'ClaimEvidenceClosed': {
      const closing = (each: LateClaims) =>
        each.amendmentId === amendmentId ? { ...each, closedAt: event.occurredAt } : each;
      return { ...state, lateClaims: lateClaims.map(closing) };
    }
    case 'ClaimCommentsClosed':
      return state;
  }
}

const OPEN_STAGES: readonly OpenedPanel['stage']['name'][] = ['reviewing', 'interim-comments', 'deciding'];
const evidenceId = (amendmentId: string): string => `evidence:${amendmentId}`;
const commentsId = (amendmentId: string): string => `late-claim-comments:${amendmentId}`;

/** The days for evidence on claims that are heard to have come during the review, or to have been answered since. */
export const claimEvidenceOpened = (state: OpenedPanel, clocks: Clocks): readonly ClaimEvidenceOpened[] =>
  !OPEN_STAGES.includes(state.stage.name)
    ? []
    : lateAmendments(state).flatMap((amendment): readonly ClaimEvidenceOpened[] => {
        const { id: amendmentId, claims, at, answer } = amendment;
        const known = state.lateClaims.find((each) => each.amendmentId === amendmentId);
        const isAnswered = answer?.event === 'AmendmentAnswered';
        if (known && (!isAnswered || known.isAnswered || known.closedAt !== null)) return [];
        const opens = [clocks.start('late-claim-evidence', replyOrLapse(amendment), evidenceId(amendmentId))];
        return [
          {
            type: 'ClaimEvidenceOpened',
            occurredAt: isAnswered ? answer.at : at,
            rule: 'I-70',
            tier: 'PUBLIC',
            data: { amendmentId, claims, isAnswered, opens, closes: [] },
          },
        ];
      });

/** The default of a clock of late claims; `undefined` for another clock. */
export function claimEvidenceDefault({ id, clock, dueAt: at }: RunningDeadline, state: OpenedPanel, clocks: Clocks) {
  const about = { occurredAt: at, rule: 'I-70', tier: 'PUBLIC' } as const;
  const closes = [id];
  const amendmentId = state.lateClaims.find((each) =>
    [evidenceId, commentsId].some((idOf) => idOf(each.amendmentId) === id),
  )?.amendmentId;
  if (amendmentId === undefined) return undefined;
  if (clock !== 'late-claim-evidence')
    return { ...about, type: 'ClaimCommentsClosed', data: { amendmentId, opens: [], closes } } as const;
  const closed = { event: 'ClaimEvidenceClosed', at, kind: 'expiry' } as const;
  const opens = [clocks.start('late-claim-comments', closed, commentsId(amendmentId))];
  return { ...about, type: 'ClaimEvidenceClosed', data: { amendmentId, opens, closes } } as const;
}

/**
 * The first instant that is too late for evidence on a claim by its own last day; `undefined` for one that has none.
 * @param claim when left out, the last of all those days
 */
export function ownLastDay({ lateClaims, running }: OpenedPanel, claim?: string): Instant | undefined {
  const ends = lateClaims
    .filter(({ claims }) => claim === undefined || claims.includes(claim))
    .map(({ amendmentId, closedAt }) => closedAt ?? running[evidenceId(amendmentId)]?.dueAt ?? '');
  return (claim === undefined ? ends.toSorted() : ends).at(-1) as Instant | undefined;
}

/** True while evidence on a late claim, or comments on it, are awaited: nothing is closed before (I-70). */
export const claimEvidenceRuns = (state: OpenedPanel, at: Instant): boolean =>
  state.lateClaims.some(
    ({ amendmentId, claims }) =>
      claims.some((claim) => isAtIssue(state, claim)) &&
      [evidenceId, commentsId].some((idOf) => (state.running[idOf(amendmentId)]?.dueAt ?? '') > at),
  );

/** The clocks of late claims, which end with the review that they came in when it begins anew. */
export const clocksOfLateClaims = ({ lateClaims }: OpenedPanel): readonly string[] =>
  lateClaims.flatMap(({ amendmentId }) => [evidenceId(amendmentId), commentsId(amendmentId)]);
