import type { Instant } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { MovesClocks } from '../case-events';
import type { FiledCase, RegisteredCase } from '../case-state';
import { consultationsOf, replyOf, type ClaimChanges } from './amendment';

/**
 * The clocks that an amendment starts: a time in which what is new or replaced is answered, and no other clock moves.
 * Where it replaces every claim before the reply, the reply itself is reset: there is nothing else left to reply to.
 */
export function amendmentClocks(
  amendmentId: string,
  changes: ClaimChanges,
  at: Instant,
  state: RegisteredCase,
  clocks: Clocks,
): MovesClocks {
  const { added, replaced, dropped } = changes;
  const closes = timesWithoutClaims([...replaced, ...dropped], state);
  if (added.length + replaced.length === 0) return { opens: [], closes };
  const trigger: Happening = { event: 'GrievanceAmended', at };
  const reply = state.running['reply'];
  if (!reply || !replacesAll(changes, state))
    return { opens: [clocks.start('reply', trigger, replyOf(amendmentId))], closes };
  const reset = clocks.start('reply', trigger);
  // An extended reply may run longer than one that starts here, and no change makes a limit earlier (I-21).
  return { opens: reset.dueAt > reply.dueAt ? [reset] : [], closes };
}

/** True when no claim stays as it was before the reply. */
export const replacesAll = ({ replaced, dropped }: ClaimChanges, { exchange, grievance }: RegisteredCase): boolean =>
  exchange.stage === 'awaiting-reply' &&
  grievance.claims.every(({ id }) => replaced.includes(id) || dropped.includes(id));

/** The times of earlier amendments that run for no claim any more, once some claims are gone or have times anew. */
export function timesWithoutClaims(gone: readonly string[], { amendments, running }: FiledCase): readonly string[] {
  return amendments
    .filter(({ claims }) => claims.length > 0 && claims.every((id) => gone.includes(id)))
    .flatMap(({ id }) => [replyOf(id), consultationsOf(id)])
    .filter((id) => running[id]);
}
