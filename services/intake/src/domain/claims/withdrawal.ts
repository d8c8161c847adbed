import type { Instant } from '@parley/kernel';
import type { Amendment } from '../amendments/amendment';
import type { CaseFile } from '../case-state';
import type { Grievance } from '../filing/grievance';
import type { RunningDeadline } from '../running-deadline';
import type { ClaimsWithdrawn } from './claims-events';
import { withoutClaims } from './without-claims';

/** A thing of a list with the place that it had in it. */
interface Placed<Thing> {
  readonly place: number;
  readonly thing: Thing;
}

/**
 * Claims that a party gave up, with all that went with them: as long as an end of the screening may come to light that
 * lay before (I-19).
 */
export interface Withdrawal {
  readonly at: Instant;
  readonly claims: readonly Placed<Grievance['claims'][number]>[];
  readonly measures: readonly Placed<Grievance['measures'][number]>[];
  /** As they stood before. */
  readonly amendments: readonly Pick<Amendment, 'id' | 'claims' | 'stage'>[];
  /** Times of amendments that ran for no claim any more. */
  readonly stopped: readonly RunningDeadline[];
}

const gone = <Thing>(before: readonly Thing[], after: readonly Thing[]): readonly Placed<Thing>[] =>
  before.flatMap((thing, place) => (after.includes(thing) ? [] : [{ place, thing }]));

const inPlace = <Thing>(things: readonly Thing[], back: readonly Placed<Thing>[]): readonly Thing[] =>
  back.reduce((list, { place, thing }) => list.toSpliced(place, 0, thing), [...things]);

/** What an event took out of a case. */
export function withdrawalOf(
  { grievance, amendments, running }: CaseFile,
  { data: { claims, closes }, occurredAt: at }: ClaimsWithdrawn,
): Withdrawal {
  const left = withoutClaims(grievance, claims);
  return {
    at,
    claims: gone(grievance.claims, left.claims),
    measures: gone(grievance.measures, left.measures),
    amendments: amendments.map(({ id, claims: of, stage }) => ({ id, claims: of, stage })),
    stopped: closes.flatMap((id) => running[id] ?? []),
  };
}

/** The claims of withdrawals that are set aside stand again where they stood, the last first. */
export function withWithdrawalsUndone<Case extends CaseFile>(file: Case, claims: readonly string[]): Case {
  const undone = file.withdrawals.filter((withdrawal) =>
    withdrawal.claims.some(({ thing }) => claims.includes(thing.id)),
  );
  const stillGone = file.goneClaims.filter((id) => !claims.includes(id));
  const [first] = undone;
  return {
    ...file,
    grievance: undone.reduceRight<Grievance>(
      (grievance, back) => ({
        ...grievance,
        claims: inPlace(grievance.claims, back.claims),
        measures: inPlace(grievance.measures, back.measures),
      }),
      file.grievance,
    ),
    amendments: file.amendments.map((amendment) => {
      const before = first?.amendments.find(({ id }) => id === amendment.id);
      if (!before) return amendment;
      // One whose claims were all gone was closed by that alone.
      const stage = amendment.claims.length === 0 ? before.stage : amendment.stage;
      return { ...amendment, stage, claims: before.claims.filter((id) => !stillGone.includes(id)) };
    }),
    goneClaims: stillGone,
    withdrawals: file.withdrawals.filter((withdrawal) => !undone.includes(withdrawal)),
  };
}
