import type { Bilingual, Instant, PartyCode } from '@parley/kernel';
import type { RunningDeadline as Counted } from '@parley/procedure';

/** Whose act a deadline awaits, where neither its clock nor its id says so. */
export type Awaits = 'coheads' | 'parties-and-coheads' | 'nobody' | `party:${PartyCode}`;

/** A limit that nobody counted: the act that opened it named the instant. */
export interface NamedTime {
  readonly id: string;
  readonly clock: 'call' | 'consent' | 'suspension-end' | 'hotline';
  readonly stage: string;
  readonly rule: string;
  readonly trigger: { readonly kind: 'act'; readonly event: string; readonly instant: Instant };
  readonly dueAt: Instant;
  readonly provisional: false;
  readonly arithmetic: Bilingual;
  /** Absent from what was recorded before it was told. */
  readonly awaits?: Awaits;
}

export type CountedDeadline = Counted & { readonly awaits?: Awaits };

/** A deadline that runs in a case, under an id that is unique in it: `reply`, `call:2`. */
export type RunningDeadline = CountedDeadline | NamedTime;

/** True for a limit that was counted from its trigger, and so can be extended and stand still. */
export const isCounted = (deadline: RunningDeadline): deadline is CountedDeadline => 'changes' in deadline;
