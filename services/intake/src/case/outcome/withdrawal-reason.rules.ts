import type { Bilingual, DomainEvent, PartyCode, PersonId } from '@parley/kernel';
import type { FiledCase, WithdrawGrievance } from '../case-commands.rules';
import type { MovesClocks } from '../case-events.rules';

/**
 * Why a party withdrew, in its own words. It is between the parties: nobody checks these words, and in public or before
 * a panel nobody could answer them.
 */
export type WithdrawalReasonGiven = DomainEvent<
  'WithdrawalReasonGiven',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId; readonly reason: Bilingual }
>;

/** Recorded with the withdrawal, and apart from it: that a case was withdrawn is public. */
export function reasonGiven(
  { by, receivedAt: occurredAt, reason }: WithdrawGrievance,
  { parties: { complainant: party } }: FiledCase,
): readonly WithdrawalReasonGiven[] {
  if (reason === undefined) return [];
  const data = { party, by, reason, opens: [], closes: [] };
  return [{ type: 'WithdrawalReasonGiven', occurredAt, rule: 'S11', tier: 'PARTIES', data }];
}
