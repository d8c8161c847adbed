import { derivedUuid } from '@parley/event-store';
import { parseInstant, type PartyCode } from '@parley/kernel';
import { fallbackRefusals, type LateEntry } from '@parley/procedure';
import type { Act } from '../referral/common-refusals.rules';
import type { AdmittedAct } from '../referral/referral.http';
import { refusals } from '../referral/refusals.rules';

/** Why an entry of any kind may be refused. */
export const ANY_ENTRY = [
  fallbackRefusals.cameInFuture,
  fallbackRefusals.cameBeforeItsTime,
  fallbackRefusals.cameTooLate,
  fallbackRefusals.nothingAwaited,
  fallbackRefusals.overtaken,
  refusals.notAPartyOfEntry,
  refusals.entersOwnAct,
] as const;

interface SaidOfEntry {
  readonly channel: string;
  readonly cameAt: string;
  readonly from: string;
  readonly party: string;
}

/** An entry of the registry, with the act in it and what the act is about. */
export function lateEntryOf<Command extends Act>(
  { act, context }: AdmittedAct,
  said: SaidOfEntry,
  about: Omit<Command, keyof Act>,
): LateEntry<Command> {
  const cameAt = parseInstant(said.cameAt) ?? act.receivedAt;
  const late = { ...about, by: said.from, party: said.party as PartyCode, receivedAt: cameAt } as Command;
  return {
    ...act,
    entryId: derivedUuid('fallback-entry', context.commandId),
    channel: said.channel,
    cameAt,
    act: late,
  };
}
