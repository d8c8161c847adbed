import { derivedUuid } from '@parley/event-store';
import { parseInstant, type PartyCode, type PersonId } from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { Act } from '../../domain/referral-commands';
import type { AdmittedAct } from '../referral-gate';

interface SaidOfEntry {
  readonly channel: string;
  readonly cameAt: string;
  readonly from: string;
  readonly party: string;
}

/** An entry of the registry, and the act in it with what it is about. */
export function lateEntryOf<Command extends Act>(
  { act, context }: AdmittedAct,
  said: SaidOfEntry,
  about: Omit<Command, keyof Act>,
): LateEntry<Command> {
  const cameAt = parseInstant(said.cameAt) ?? act.receivedAt;
  const late = { ...about, by: said.from as PersonId, party: said.party as PartyCode, receivedAt: cameAt } as Command;
  return {
    ...act,
    entryId: derivedUuid('fallback-entry', context.commandId),
    channel: said.channel,
    cameAt,
    act: late,
  };
}
