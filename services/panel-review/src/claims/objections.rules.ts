import type { Instant } from '@parley/kernel';

/** An objection of the reply, as far as findings need it. */
export interface ObjectionAtIssue {
  /** By its place in the reply: "objection:1". */
  readonly id: string;
  readonly kind: string;
  /** Empty where it is raised against every claim of the complainant. */
  readonly claimIds: readonly string[];
}

/** The objections that the reply raised, as the intake has told of them. */
export interface ToldObjections {
  readonly objections: readonly ObjectionAtIssue[];
  readonly repliedAt: Instant | null;
}

/** The objections of a reply that had come by an instant: each of them is disposed of in the findings (I-73). */
export const objectionsAt = (
  { objections, repliedAt }: ToldObjections,
  instant: Instant,
): readonly ObjectionAtIssue[] => (repliedAt !== null && repliedAt <= instant ? objections : []);
