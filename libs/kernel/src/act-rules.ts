import type { Role } from './actor';
import type { RefusalReason } from './decision';
import type { Side } from './party';

/** What the rules say of an act, wherever it is done: who may do it, by which rule, and by what it may be refused. */
export interface ActRules<Reason extends RefusalReason = RefusalReason> {
  readonly as: readonly [Role, ...Role[]];
  /** The rule that gives it to these roles. */
  readonly rule: string;
  /** The side whose desk may do it; either when left out. */
  readonly side?: Side;
  readonly refuses: readonly Reason[];
}

/**
 * The reasons that an act's table has. A decider that answers with `Decision<Event, RefusedBy<typeof table>>` is held
 * to it by the compiler: what the table has not, it cannot refuse.
 */
export type RefusedBy<Rules extends Pick<ActRules, 'refuses'>> = Rules['refuses'][number];
