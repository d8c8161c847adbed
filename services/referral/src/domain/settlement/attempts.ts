import type { Instant, PartyCode } from '@parley/kernel';
import type { Conciliation, FiledSettlement, KnownOfCase } from './settlement-state';
import { standsStill } from './standstill';

/** That something was tried, and by whom; never what was said in it (I-45). */
export interface Attempt {
  readonly at: Instant;
  readonly kind:
    'proposed' | 'begun' | 'unanswered' | 'broken-off' | 'stopped' | 'window-opened' | 'window-lapsed' | 'settled';
  readonly party?: PartyCode;
}

/**
 * The fact of every attempt to settle up to an instant, in order. A function of the instant alone, whenever it is
 * asked: what had run out by then had run out, though the record of it may come a little later (I-51).
 */
export function attemptsUntil(
  { conciliations, window, settled: found, known }: FiledSettlement,
  until: Instant,
): readonly Attempt[] {
  // One that was proved later was none then.
  const settled = found?.provedAt !== undefined && found.provedAt > until ? undefined : found;
  const attempts = [
    ...conciliations.flatMap((one) => attemptsOf(asKnown(one, until), known)),
    ...windowOf(window, settled),
  ];
  if (settled) attempts.push({ at: settled.at, kind: 'settled' });
  return attempts.filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** An acceptance that was entered only later was no answer then. */
function asKnown(one: Conciliation, until: Instant): Conciliation {
  if (one.provedAt === undefined || one.provedAt <= until) return one;
  const { begunAt: _later, end: _too, ...proposal } = one;
  return proposal;
}

function attemptsOf({ proposedBy, proposedAt, begunAt, answer, end }: Conciliation, known: KnownOfCase): Attempt[] {
  const proposed: Attempt = { at: proposedAt, kind: 'proposed', party: proposedBy };
  if (begunAt === undefined && !end && standsStill(known, answer)) return [proposed];
  if (begunAt === undefined && (!end || end.how === 'unanswered'))
    return [proposed, { at: answer.dueAt, kind: 'unanswered' }];
  const begun: Attempt[] = begunAt === undefined ? [] : [{ at: begunAt, kind: 'begun' }];
  if (end?.how === 'broken-off')
    return [proposed, ...begun, { at: end.at, kind: 'broken-off', ...(end.by === undefined ? {} : { party: end.by }) }];
  return end?.how === 'stopped' ? [proposed, ...begun, { at: end.at, kind: 'stopped' }] : [proposed, ...begun];
}

function windowOf(window: FiledSettlement['window'], settled: FiledSettlement['settled']): Attempt[] {
  if (!window) return [];
  const opened: Attempt = { at: window.trigger.instant ?? window.dueAt, kind: 'window-opened' };
  return settled ? [opened] : [opened, { at: window.dueAt, kind: 'window-lapsed' }];
}
