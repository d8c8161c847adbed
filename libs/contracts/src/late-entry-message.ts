import type { LateEntryEvent } from '@parley/procedure';

const STATUS = {
  LateEntryClaimed: 'claimed',
  LateEntryCounted: 'counted',
  LateEntryRefused: 'refused',
  LateEntryLapsed: 'lapsed',
} as const;

/** What every context tells of an act that came by another channel: what became of it, and not what it says. */
export function sayLateEntry({ type, data, occurredAt: at }: LateEntryEvent<unknown>) {
  const { entryId, act, party, cameAt } = data;
  return { at, entryId, act, party, status: STATUS[type], cameAt, setsAside: 'setsAside' in data && data.setsAside };
}
