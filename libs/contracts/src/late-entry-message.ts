import type { LateEntryEvent } from '@parley/procedure';

const STATUS = {
  LateEntryClaimed: 'claimed',
  LateEntryCounted: 'counted',
  LateEntryRefused: 'refused',
  LateEntryLapsed: 'lapsed',
} as const;

/**
 * What every context tells of an act that came by another channel, or of paper for others: what became of it, and not
 * what it says.
 */
export function sayLateEntry({ type, data, occurredAt: at }: LateEntryEvent<unknown>) {
  const { entryId, act, party, cameAt, paper = false } = data;
  const { setsAside = false, standing = '' } = type === 'LateEntryCounted' ? data : {};
  return { at, entryId, act, party, status: STATUS[type], cameAt, setsAside, paper, standing };
}
