import type { Instant } from '@parley/kernel';
import type { CaseState, FiledCase } from '../case-commands.rules';

type Ended = Extract<CaseState, { status: 'ended' }>;

/**
 * The earlier of two ends counts, in whatever order they are heard of. Findings at the same instant count, and a
 * settlement may follow them.
 */
export function isOvertaken({ endedBy, endedAt }: Ended, at: Instant): boolean {
  if (endedBy.kind === 'person' || (endedBy.kind === 'panel' && endedBy.reason === 'roster-exhausted'))
    return at <= endedAt;
  return (endedBy.kind === 'limit' || endedBy.kind === 'panel') && at < endedAt;
}

/**
 * Whether an act came before an end by another context, though that end was heard of first. The earlier one counts
 * (I-19).
 */
export function cameBeforeEnd(receivedAt: Instant, { endedBy, endedAt, registration }: Ended): boolean {
  if (registration === undefined) return false;
  if (endedBy.kind === 'panel' && endedBy.reason === 'roster-exhausted') return receivedAt <= endedAt;
  return (endedBy.kind === 'panel' || endedBy.kind === 'settlement') && receivedAt < endedAt;
}

/**
 * True for an end that came before both parties reopened the screening. The end that they set aside had overtaken it.
 * It does not end what they began anew, however late and often it is heard of, unless the deliberation had been closed.
 */
export const isBeforeReopening = (at: Instant, { proposals }: Pick<FiledCase, 'proposals'>): boolean =>
  proposals.some(({ matter, end }) => matter.kind === 'reopening' && end?.kind === 'signed' && at < end.at);

export const lapsedThoughInTime = ({ endedBy, registration }: Ended, at: Instant): boolean =>
  endedBy.kind === 'limit' &&
  endedBy.reason === 'long-stop' &&
  registration !== undefined &&
  at < registration.longStop;

/**
 * Whether the parties ended the screening only after the panel had. While the screening was suspended the panel could
 * end nothing.
 */
export function endedAfter(
  outcome: 'findings' | 'roster-exhausted',
  at: Instant,
  { endedBy, endedAt, registration, stopped }: Ended,
): boolean {
  if ((endedBy.kind !== 'settlement' && endedBy.kind !== 'person') || registration === undefined) return false;
  if (stopped.at < endedAt) return at < stopped.at;
  return outcome === 'findings' ? at <= endedAt : at < endedAt;
}
